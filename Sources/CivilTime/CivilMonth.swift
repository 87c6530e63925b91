/// A month of the Gregorian calendar.
public struct CivilMonth: Sendable, Hashable, Comparable {
  public let year: Int
  /// 1–12.
  public let month: Int

  init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  /// nil when there is no such month; years 1–9999.
  public init?(checking year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    self.init(year: year, month: month)
  }

  /// Reads `YYYY-MM` and nothing else.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), let year = decimal(bytes[0..<4]),
      let month = decimal(bytes[5..<7]), year >= 1, (1...12).contains(month)
    else { return nil }
    self.init(year: year, month: month)
  }

  public var firstDay: CivilDate { CivilDate(in: self, day: 1) }
  public var lastDay: CivilDate { CivilDate(in: self, day: Self.length(year: year, month: month)) }

  /// `YYYY-MM`.
  public var iso: String { padded(year, 4) + "-" + padded(month, 2) }

  public static func < (left: CivilMonth, right: CivilMonth) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }

  static func length(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CivilDate {
  /// The day must be one of the month's.
  fileprivate init(in month: CivilMonth, day: Int) {
    year = month.year
    self.month = month.month
    self.day = day
  }
}

/// Written for thousands of pages, so without strings in between.
func padded(_ number: Int, _ width: Int) -> String {
  String(unsafeUninitializedCapacity: width) { text in
    writeDigits(of: number, to: text[..<width])
    return width
  }
}

/// Fills `text` with the last digits of a number, zeros first.
func writeDigits(of number: Int, to text: Slice<UnsafeMutableBufferPointer<UInt8>>) {
  var text = text
  var rest = number
  for index in text.indices.reversed() {
    text[index] = UInt8(ascii: "0") + UInt8(rest % 10)
    rest /= 10
  }
}

func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
  digits.reduce(Optional(0)) { value, byte in
    guard let value, (0x30...0x39).contains(byte) else { return nil }
    return value * 10 + Int(byte - 0x30)
  }
}
