internal import CivilTime

/// The dates in a header value: `2023-03-13`, `20230313`, `24 mars 2016`, `2023-03`, and `2024-05- 22` as conversion leaves it.
///
/// What only resembles a date (`2021-0502`, `2021–09--13`, `YYYY-XX-XX`) gives none.
enum DateReading {
  static let months = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
  ]

  /// In the order written.
  static func dates(in text: String) -> [PartialDate] {
    dates(in: ArraySlice(text.utf8))
  }

  static func dates(in bytes: ArraySlice<UInt8>) -> [PartialDate] {
    var found: [PartialDate] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index].isDigit, index == bytes.startIndex || !bytes[index - 1].isDigitOrHyphen else {
        index += 1
        continue
      }
      if let (date, end) = date(at: index, in: bytes) {
        found.append(date)
        index = end
      } else {
        while index < bytes.endIndex, bytes[index].isDigitOrHyphen { index += 1 }
      }
    }
    return found
  }

  private static func date(at start: Int, in bytes: ArraySlice<UInt8>) -> (PartialDate, Int)? {
    var scanner = Scanner(bytes: bytes, index: start)
    let (first, digits) = scanner.number()
    switch digits {
    case 8: return compact(first, end: scanner.index, in: bytes)
    case 4:
      guard scanner.hyphen() else { return nil }
      let (month, monthDigits) = scanner.number()
      guard monthDigits == 2 else { return nil }
      let afterMonth = scanner.index
      if scanner.hyphen() {
        let (day, dayDigits) = scanner.number()
        guard dayDigits == 2, !scanner.isInWord, let date = CivilDate(year: first, month: month, day: day) else {
          return nil
        }
        return (.day(date), scanner.index)
      }
      scanner.index = afterMonth
      guard !scanner.isInWord, let month = CivilMonth(iso: String(decoding: bytes[start..<afterMonth], as: UTF8.self))
      else { return nil }
      return (.month(month), afterMonth)
    case 1, 2:
      scanner.spaces()
      let name = scanner.letters()
      guard let month = months.firstIndex(where: { $0 == name || name.count >= 3 && $0.hasPrefix(name) }) else {
        return nil
      }
      if scanner.peek == UInt8(ascii: ".") { scanner.index += 1 }
      scanner.spaces()
      let (year, yearDigits) = scanner.number()
      guard yearDigits == 4, !scanner.isInWord, let date = CivilDate(year: year, month: month + 1, day: first) else {
        return nil
      }
      return (.day(date), scanner.index)
    default: return nil
    }
  }

  private static func compact(_ number: Int, end: Int, in bytes: ArraySlice<UInt8>) -> (PartialDate, Int)? {
    guard end == bytes.endIndex || bytes[end] != UInt8(ascii: "-"), number >= 1900_00_00,
      let date = CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    else { return nil }
    return (.day(date), end)
  }

  private struct Scanner {
    let bytes: ArraySlice<UInt8>
    var index: Int

    var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }
    /// Whether a date that ended here would be part of something longer.
    var isInWord: Bool { peek.map { $0.isDigitOrHyphen || $0.isLetter } ?? false }

    mutating func number() -> (value: Int, digits: Int) {
      var value = 0
      let start = index
      while let byte = peek, byte.isDigit, index - start < 9 {
        value = value * 10 + Int(byte - 0x30)
        index += 1
      }
      return (value, index - start)
    }

    /// A hyphen, with a stray space on either side.
    mutating func hyphen() -> Bool {
      let start = index
      if peek == UInt8(ascii: " ") { index += 1 }
      guard peek == UInt8(ascii: "-") else {
        index = start
        return false
      }
      index += 1
      if peek == UInt8(ascii: " ") { index += 1 }
      return true
    }

    mutating func spaces() {
      while let byte = peek, byte == UInt8(ascii: " ") || byte == 0xC2 || byte == 0xA0 { index += 1 }
    }

    mutating func letters() -> String {
      let start = index
      while let byte = peek, byte.isLetter { index += 1 }
      return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    }
  }
}
