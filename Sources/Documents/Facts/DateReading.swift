internal import CivilTime

/// The dates in a header value: `2023-03-13`, `20230313`, `24 mars 2016`, `2023-03`, and `2024-05- 22` as conversion leaves it.
///
/// What only resembles a date (`2021-0502`, `2021–09--13`, `YYYY-XX-XX`) gives none.
enum DateReading {
  private static let months: [[UInt8]] = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
  ].map { Array($0.utf8) }

  struct Place {
    var date: PartialDate
    /// Indices of the bytes read.
    var range: Range<Int>
  }

  /// In the order written.
  static func dates(in text: String) -> [PartialDate] { places(in: ArraySlice(text.utf8)).map(\.date) }

  static func places(in bytes: ArraySlice<UInt8>) -> [Place] {
    var found: [Place] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index].isDigit, index == bytes.startIndex || !bytes[index - 1].isDigitOrHyphen else {
        index += 1
        continue
      }
      if let (date, end) = date(at: index, in: bytes) {
        found.append(Place(date: date, range: index..<end))
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
    case 8: return compact(first, scanner)
    case 4: return scanner.hyphen() == .none ? nil : numeric(year: first, &scanner)
    case 1, 2: return named(day: first, &scanner)
    default: return nil
    }
  }

  /// `20230313`.
  private static func compact(_ number: Int, _ scanner: Scanner) -> (PartialDate, Int)? {
    guard !scanner.isInWord, number >= 1900_00_00,
      let date = CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    else { return nil }
    return (.day(date), scanner.index)
  }

  /// `2023-03-13` or `2023-03`, after the first hyphen.
  private static func numeric(year: Int, _ scanner: inout Scanner) -> (PartialDate, Int)? {
    let (month, monthDigits) = scanner.number()
    guard monthDigits == 2 else { return nil }
    let afterMonth = scanner.index
    let hyphen = scanner.hyphen()
    if hyphen != .none {
      let (day, dayDigits) = scanner.number()
      if dayDigits == 2, !scanner.isInWord, let date = CivilDate(year: year, month: month, day: day) {
        return (.day(date), scanner.index)
      }
      // `2023-03 - 2024-05` is two months; `2023-03-2024` is nothing.
      guard hyphen == .spaced, dayDigits != 2 else { return nil }
    }
    scanner.index = afterMonth
    guard hyphen == .spaced || !scanner.isInWord, let month = CivilMonth(checking: year, month: month) else {
      return nil
    }
    return (.month(month), afterMonth)
  }

  /// `24 mars 2016`, `3 sept. 2020`.
  private static func named(day: Int, _ scanner: inout Scanner) -> (PartialDate, Int)? {
    scanner.skipSpaces()
    let name = scanner.letters()
    guard name.count >= 3, let month = months.firstIndex(where: { $0.starts(with: name) }) else { return nil }
    if scanner.peek == UInt8(ascii: ".") { scanner.index += 1 }
    scanner.skipSpaces()
    let (year, digits) = scanner.number()
    guard digits == 4, !scanner.isInWord, let date = CivilDate(year: year, month: month + 1, day: day) else {
      return nil
    }
    return (.day(date), scanner.index)
  }
}

extension DateReading {
  private struct Scanner {
    enum Hyphen {
      case none, close
      /// With a space before it.
      case spaced
    }

    let bytes: ArraySlice<UInt8>
    var index: Int

    var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    /// Whether a date that ended here would be part of something longer; a dash (E2 80 …) or a sign (C2 …) ends it.
    var isInWord: Bool {
      guard let byte = peek else { return false }
      return byte.isDigitOrHyphen || byte.isLetter && byte != 0xE2 && byte != 0xC2
    }

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
    mutating func hyphen() -> Hyphen {
      let start = index
      if peek == UInt8(ascii: " ") { index += 1 }
      let isSpaced = index > start
      guard peek == UInt8(ascii: "-") else {
        index = start
        return .none
      }
      index += 1
      if peek == UInt8(ascii: " ") { index += 1 }
      return isSpaced ? .spaced : .close
    }

    mutating func skipSpaces() {
      while let byte = peek, byte == UInt8(ascii: " ") || byte == 0xC2 || byte == 0xA0 { index += 1 }
    }

    /// In lower case.
    mutating func letters() -> [UInt8] {
      let start = index
      while let byte = peek, byte.isASCIILetter { index += 1 }
      return bytes[start..<index].map { $0 | 0x20 }
    }
  }
}
