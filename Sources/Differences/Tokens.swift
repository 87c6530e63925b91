/// A text in pieces whose joint is the text again, byte for byte.
enum Tokens {
  /// Lines with the line break that ends them.
  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var rest = text.utf8[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A).map { rest.index(after: $0) } ?? rest.endIndex
      lines.append(String(decoding: rest[..<end], as: UTF8.self))
      rest = rest[end...]
    }
    return lines
  }

  /// Words with the spaces after them, marks, spaces after marks, line breaks.
  static func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var words: [String] = []
    var start = 0
    while start < bytes.count {
      var end = start + 1
      if isLetter(bytes[start]) { while end < bytes.count, isLetter(bytes[end]) { end += 1 } }
      if isLetter(bytes[start]) || bytes[start] == 0x20 { while end < bytes.count, bytes[end] == 0x20 { end += 1 } }
      words.append(String(decoding: bytes[start..<end], as: UTF8.self))
      start = end
    }
    return words
  }

  /// Whether a piece says anything by itself.
  static func isWord(_ piece: String) -> Bool { piece.utf8.first.map(isLetter) ?? false }

  /// A letter, a digit, any byte beyond ASCII.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }

  /// Equal pieces get equal numbers, compared byte by byte.
  static func numbers(_ old: [String], _ new: [String]) -> ([Int], [Int]) {
    var numbers: [Key: Int] = [:]
    func number(_ piece: String) -> Int {
      let key = Key(bytes: Array(piece.utf8))
      if let known = numbers[key] { return known }
      numbers[key] = numbers.count
      return numbers.count - 1
    }
    return (old.map(number), new.map(number))
  }

  /// Strings that are canonically equivalent are equal, and their bytes are not.
  private struct Key: Hashable {
    var bytes: [UInt8]
  }
}
