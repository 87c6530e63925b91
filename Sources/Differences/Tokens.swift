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

  /// Words, spaces, marks, line breaks.
  static func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var words: [String] = []
    var start = 0
    while start < bytes.count {
      var end = start + 1
      if isLetter(bytes[start]) { while end < bytes.count, isLetter(bytes[end]) { end += 1 } }
      if bytes[start] == 0x20 { while end < bytes.count, bytes[end] == 0x20 { end += 1 } }
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
}

/// Pieces and their numbers: equal pieces have equal numbers, whichever text they are of.
struct NumberedPieces {
  private(set) var texts: [String] = []
  private(set) var numbers: [Int] = []

  /// Gives out the numbers.
  struct Register {
    private var known: [Key: Int] = [:]

    mutating func pieces(_ texts: [String]) -> NumberedPieces {
      NumberedPieces(texts: texts, numbers: texts.map { number($0) })
    }

    private mutating func number(_ piece: String) -> Int {
      let key = Key(piece)
      if let number = known[key] { return number }
      known[key] = known.count
      return known.count - 1
    }
  }

  /// Compared byte by byte: strings that are canonically equivalent are equal, and their bytes are not.
  private struct Key: Hashable {
    let piece: String
    let sum: UInt64

    init(_ piece: String) {
      self.piece = piece
      var sum: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in piece.utf8 { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
      self.sum = sum
    }

    static func == (left: Key, right: Key) -> Bool {
      left.sum == right.sum && left.piece.utf8.elementsEqual(right.piece.utf8)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(sum) }
  }
}
