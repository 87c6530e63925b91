/// A page mark at the beginning of a line: `1/2`, `2 [2]`, `1 (3)`, `sida 1 av 3`, `Sida 1`.
struct PageMark: Equatable {
  private(set) var page: Int
  /// 0 when it is not said.
  private(set) var total = 0
  /// Bytes to the text after the mark.
  private(set) var length = 0
  /// Only a page mark looks like this: `2 [2]`, `sida 2 av 3`.
  private(set) var isCertain: Bool

  static func mayBegin(with byte: UInt8) -> Bool { byte.isDigit || byte | 0x20 == UInt8(ascii: "s") }

  /// `text` has no white space at its ends; nil when no page mark begins it.
  init?(_ text: ArraySlice<UInt8>) {
    var scanner = Scanner(rest: text)
    let saysPage = scanner.word("sida") || scanner.word("sid")
    if saysPage {
      _ = scanner.take(UInt8(ascii: "."))
      scanner.skipSpaces()
    }
    guard let page = scanner.number(), page >= 1 else { return nil }
    self.page = page
    isCertain = saysPage
    scanner.skipSpaces()
    if saysPage, scanner.rest.isEmpty {
      length = text.count
      isCertain = false
      return
    }
    var close: UInt8?
    if scanner.take(UInt8(ascii: "[")) {
      close = UInt8(ascii: "]")
      isCertain = true
    } else if scanner.take(UInt8(ascii: "(")) {
      close = UInt8(ascii: ")")
    } else if !scanner.take(UInt8(ascii: "/")), !(saysPage && scanner.word("av")) {
      return nil
    }
    scanner.skipSpaces()
    guard let total = scanner.number(), page <= total else { return nil }
    self.total = total
    scanner.skipSpaces(if: close != nil)
    if let close, !scanner.take(close) { return nil }
    // Something right behind it (`1/2-tablett`) makes it a part of the text.
    guard scanner.rest.first?.isSpace ?? true else { return nil }
    scanner.skipSpaces()
    length = text.count - scanner.rest.count
  }

  private struct Scanner {
    var rest: ArraySlice<UInt8>

    mutating func take(_ byte: UInt8) -> Bool {
      guard rest.first == byte else { return false }
      rest.removeFirst()
      return true
    }

    mutating func skipSpaces(if isWanted: Bool = true) {
      while isWanted, let first = rest.first, first.isSpace { rest.removeFirst() }
    }

    mutating func word(_ word: StaticString) -> Bool {
      let count = word.utf8CodeUnitCount
      let matches = word.withUTF8Buffer { word in
        rest.count >= count && zip(word, rest).allSatisfy { $0 == $1 | 0x20 }
      }
      if matches { rest = rest.dropFirst(count) }
      return matches
    }

    /// At most three digits.
    mutating func number() -> Int? {
      let digits = rest.prefix { $0.isDigit }
      guard (1...3).contains(digits.count) else { return nil }
      rest = rest.dropFirst(digits.count)
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
  }
}
