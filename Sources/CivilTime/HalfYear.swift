/// January–June or July–December of a year.
public struct HalfYear: Sendable, Hashable, Comparable {
  public let year: Int
  /// 1 or 2.
  public let half: Int

  public init(containing month: CivilMonth) {
    year = month.year
    half = month.month <= 6 ? 1 : 2
  }

  public init(containing date: CivilDate) {
    self.init(containing: CivilMonth(containing: date))
  }

  /// Reads `YYYY-H1` and `YYYY-H2`, and nothing else.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "H"),
      let year = decimal(bytes[0..<4]), year >= 1, let half = decimal(bytes[6..<7]), half == 1 || half == 2
    else { return nil }
    self.year = year
    self.half = half
  }

  /// The half-year `halfYears` later, or earlier when negative; clamped to the years 1–9999.
  public func adding(halfYears: Int) -> HalfYear { HalfYear(containing: firstMonth.adding(months: halfYears * 6)) }

  public var firstMonth: CivilMonth { CivilMonth(year: year, month: half == 1 ? 1 : 7) }
  public var months: [CivilMonth] { (0..<6).map(firstMonth.adding(months:)) }
  public var firstDay: CivilDate { firstMonth.firstDay }
  /// 30 June or 31 December.
  public var lastDay: CivilDate { firstMonth.adding(months: 5).lastDay }

  /// `YYYY-H1`.
  public var iso: String { padded(year, 4) + "-H\(half)" }

  public static func < (left: HalfYear, right: HalfYear) -> Bool { (left.year, left.half) < (right.year, right.half) }
}
