/// Reads dates and times of cells; days count from 1970-01-01.
struct DateScanner: Sendable {
  let spellings: DateSpelling
  // The latest date that was read, since rows mostly stand in the order of time.
  private var knownYearMonth: UInt64 = 0
  private var knownDay: UInt16 = 0
  private var known: Int32 = 0

  init(_ spellings: DateSpelling) {
    self.spellings = spellings
  }

  /// nil for what is no date; `isDate` tells a cell of type date in a workbook, which may hold a midnight too.
  @inline(__always)
  mutating func day(_ cell: Cell, isDate: Bool = false) -> Int32? {
    if cell.count == 10, let day = isoDay(cell.start) { return day }
    if isDate, let moment = moment(cell, isDate: true), moment.second == 0 { return moment.day }
    return spellings.isEmpty ? nil : otherDay(cell)
  }

  /// A day and a second of it; nil for what is no date with time.
  @inline(__always)
  mutating func moment(_ cell: Cell, isDate: Bool = false) -> (day: Int32, second: Int32)? {
    if cell.count == 16 || cell.count == 19 {
      let mark = cell.start[10]
      if mark == UInt8(ascii: " ") || mark == UInt8(ascii: "T") && spellings.contains(.withT),
        let day = isoDay(cell.start),
        let second = Self.second(cell.start + 11, count: cell.count &- 11)
      {
        return (day, second)
      }
    }
    if isDate, cell.count == 10, let day = isoDay(cell.start) { return (day, 0) }
    return spellings.isEmpty ? nil : otherMoment(cell)
  }

  @inline(__always)
  private mutating func isoDay(_ p: UnsafePointer<UInt8>) -> Int32? {
    let yearMonth = UnsafeRawPointer(p).loadUnaligned(as: UInt64.self)
    let day = UnsafeRawPointer(p + 8).loadUnaligned(as: UInt16.self)
    if yearMonth == knownYearMonth, day == knownDay { return known }
    guard let read = Self.isoDay(slowly: p) else { return nil }
    (knownYearMonth, knownDay, known) = (yearMonth, day, read)
    return read
  }

  @inline(never)
  private static func isoDay(slowly p: UnsafePointer<UInt8>) -> Int32? {
    guard p[4] == UInt8(ascii: "-"), p[7] == UInt8(ascii: "-"), let century = pair(p), let rest = pair(p + 2),
      let month = pair(p + 5), let day = pair(p + 8)
    else { return nil }
    return dayNumber(century * 100 + rest, month, day)
  }

  /// `HH:MM` or `HH:MM:SS` as a second of the day.
  @inline(__always)
  private static func second(_ p: UnsafePointer<UInt8>, count: Int) -> Int32? {
    guard p[2] == UInt8(ascii: ":"), let hour = pair(p), hour < 24, let minute = pair(p + 3), minute < 60
    else { return nil }
    if count == 5 { return hour &* 3600 &+ minute &* 60 }
    guard count == 8, p[5] == UInt8(ascii: ":"), let second = pair(p + 6), second < 60 else { return nil }
    return hour &* 3600 &+ minute &* 60 &+ second
  }

  @inline(__always)
  private static func pair(_ p: UnsafePointer<UInt8>) -> Int32? {
    let high = p[0] &- 0x30
    let low = p[1] &- 0x30
    guard high < 10, low < 10 else { return nil }
    return Int32(high) &* 10 &+ Int32(low)
  }

  /// nil when the calendar has no such day; years 1–9999.
  static func dayNumber(_ year: Int32, _ month: Int32, _ day: Int32) -> Int32? {
    guard year >= 1, year <= 9999, month >= 1, month <= 12, day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length: Int32 =
      month == 2 ? (isLeap ? 29 : 28) : (month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31)
    guard day <= length else { return nil }
    // As `CivilDate.dayNumber`: years begin in March, so that the leap day is the last of its year.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  @inline(never)
  private func otherDay(_ cell: Cell) -> Int32? {
    guard cell.count <= 10 else { return nil }
    return other(Array(cell.bytes)).flatMap { $0.rest.isEmpty ? $0.day : nil }
  }

  @inline(never)
  private func otherMoment(_ cell: Cell) -> (day: Int32, second: Int32)? {
    guard cell.count <= 20, let (day, rest) = other(Array(cell.bytes)), let mark = rest.first else { return nil }
    guard mark == UInt8(ascii: " ") || mark == UInt8(ascii: "T") && spellings.contains(.compact) else { return nil }
    var time = Array(rest.dropFirst())
    if spellings.contains(.compact), time.count == 4 || time.count == 6, !time.contains(UInt8(ascii: ":")) {
      time.insert(UInt8(ascii: ":"), at: 2)
      if time.count == 7 { time.insert(UInt8(ascii: ":"), at: 5) }
    }
    guard time.count == 5 || time.count == 8 else { return nil }
    let second = time.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { Self.second($0, count: time.count) }
    }
    return second.map { (day, $0) }
  }

  private func other(_ bytes: [UInt8]) -> (day: Int32, rest: ArraySlice<UInt8>)? {
    if spellings.contains(.compact), bytes.count >= 8, let date = digits(bytes[0..<8]),
      let day = Self.dayNumber(date / 10_000, date / 100 % 100, date % 100)
    {
      return (day, bytes[8...])
    }
    guard spellings.contains(.dayMonth), let slash = bytes.firstIndex(of: UInt8(ascii: "/")),
      let blank = bytes.firstIndex(of: UInt8(ascii: " ")), slash < blank, bytes.count >= blank + 5,
      let day = digits(bytes[0..<slash]), let month = digits(bytes[(slash + 1)..<blank]),
      let year = digits(bytes[(blank + 1)..<(blank + 5)]), let number = Self.dayNumber(year, month, day)
    else { return nil }
    return (number, bytes[(blank + 5)...])
  }

  private func digits(_ bytes: ArraySlice<UInt8>) -> Int32? {
    guard (1...8).contains(bytes.count) else { return nil }
    return bytes.reduce(Optional(Int32(0))) { value, byte in
      guard let value, byte &- 0x30 < 10 else { return nil }
      return value * 10 + Int32(byte - 0x30)
    }
  }
}
