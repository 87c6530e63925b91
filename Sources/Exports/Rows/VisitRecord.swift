/// A visit row that passed the tests of its own cells, in 32 bytes.
public struct VisitRecord: Sendable {
  /// The keyed hash of Besöks-ID.
  public var visit: UInt64
  /// The number of Personalnr and of Brukarnr in the segment.
  public var staff: UInt32
  public var client: UInt32
  /// Start as a point in time above, attributes below.
  public var startAndAttributes: UInt64
  /// The unit's number in the segment above, the row's place below.
  public var unitAndPlace: UInt64

  static let attributeBits: UInt64 = 24
  static let placeBits: UInt64 = 40
  static let placeMask: UInt64 = 1 << placeBits - 1
  /// Days from 0001-01-01 to 1970-01-01, so that no start is negative.
  static let epoch: Int64 = 719_162

  @inline(__always)
  init(
    visit: UInt64, staff: UInt32, client: UInt32, day: Int32, second: Int32, attributes: VisitAttributes,
    unit: UInt32, place: RowPlace
  ) {
    self.visit = visit
    self.staff = staff
    self.client = client
    let start = UInt64((Int64(day) + Self.epoch) &* 86_400 &+ Int64(second))
    startAndAttributes = start &<< Self.attributeBits | UInt64(attributes.raw)
    unitAndPlace = UInt64(min(unit, 0xFF_FFFF)) &<< Self.placeBits | place.raw & Self.placeMask
  }

  @inline(__always)
  public var attributes: VisitAttributes {
    VisitAttributes(raw: UInt32(truncatingIfNeeded: startAndAttributes) & 0xFF_FFFF)
  }

  /// Seconds since the beginning of year 1.
  @inline(__always)
  public var start: UInt64 { startAndAttributes &>> Self.attributeBits }

  /// The day of Start since 1970-01-01.
  @inline(__always)
  public var day: Int32 { Int32(truncatingIfNeeded: Self.day(ofStart: start)) }

  /// The day since 1970-01-01 of a number of seconds since the beginning of year 1.
  @inline(__always)
  public static func day(ofStart start: UInt64) -> Int { Int(start / 86_400) &- Int(epoch) }

  @inline(__always)
  public var unit: UInt32 { UInt32(truncatingIfNeeded: unitAndPlace &>> Self.placeBits) }

  @inline(__always)
  public var place: UInt64 { unitAndPlace & Self.placeMask }
}

/// The coded columns of a visit row; each code is the value's place in the list of `data.md`, the number after the last
/// where the cell is empty or holds something else.
public struct VisitAttributes: Sendable, Hashable {
  public var raw: UInt32

  public init(raw: UInt32) { self.raw = raw }

  @inline(__always)
  init(registration: UInt8, endRegistration: UInt8, status: UInt8, type: UInt8, doubleStaffing: UInt8, trouble: Trouble)
  {
    raw =
      UInt32(registration) | UInt32(endRegistration) &<< 3 | UInt32(status) &<< 6 | UInt32(type) &<< 8
      | UInt32(doubleStaffing) &<< 10 | UInt32(trouble.rawValue) &<< 12
  }

  /// What is wrong between Start and Slut; it is told of only if the unit and the date are in order.
  enum Trouble: UInt8 {
    case none, endBeforeStart, tooLong
  }

  /// 0 Lås, 1 NFC, 2 App, 3 Efterhand, 4 Okänd.
  @inline(__always) public var registration: Int { Int(raw & 7) }
  @inline(__always) public var endRegistration: Int { Int(raw &>> 3 & 7) }
  /// 0 Utfört, 1 Avböjt, 2 Bom, 3 Inställt.
  @inline(__always) public var status: Int { Int(raw &>> 6 & 3) }
  @inline(__always) public var type: Int { Int(raw &>> 8 & 3) }
  @inline(__always) public var doubleStaffing: Int { Int(raw &>> 10 & 3) }

  /// Why the row is rejected if nothing before is wrong.
  @inline(__always)
  public var rejection: RejectReason? {
    switch raw &>> 12 & 3 {
    case 0: nil
    case 1: .endBeforeStart
    default: .tooLong
    }
  }
}
