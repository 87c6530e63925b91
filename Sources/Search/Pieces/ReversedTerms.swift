/// The terms by their ends, for words that are misspelt near their beginning.
struct ReversedTerms {
  private static let bytesOfPiece = 5000
  private static let leastLength = 4

  struct Piece {
    /// The folded term, backwards, that it begins with.
    var bound: [UInt8]
    var text: [UInt8]

    var name: String { "e-" + FileName.safe(bound) }
  }

  /// Each piece a text of terms backwards, front coded in their order.
  static func pieces(_ terms: [TermList.Term]) -> [Piece] {
    let candidates = terms.filter { $0.name.count >= leastLength && $0.key.allSatisfy { $0 &- 0x61 < 26 } }
    let sorted = candidates.map { (key: Array($0.key.reversed()), name: backwards($0.name)) }.sorted { left, right in
      left.key != right.key
        ? left.key.lexicographicallyPrecedes(right.key) : left.name.lexicographicallyPrecedes(right.name)
    }
    var pieces: [Piece] = []
    var start = 0
    var text: [UInt8] = []
    func end(_ index: Int) {
      let bound = start == 0 ? [] : TermShards.bound(between: sorted[start - 1].key, and: sorted[start].key)
      if index > start { pieces.append(Piece(bound: bound, text: text)) }
      start = index
      text = []
    }
    for (index, term) in sorted.enumerated() {
      if index > start, term.key != sorted[index - 1].key, text.count > bytesOfPiece { end(index) }
      if index > start { text.append(UInt8(ascii: ",")) }
      FrontCoding.append(term.name, after: index > start ? sorted[index - 1].name : [], to: &text)
    }
    end(sorted.count)
    return pieces
  }

  private static func backwards(_ word: [UInt8]) -> [UInt8] {
    var letters = String.UnicodeScalarView()
    letters.append(contentsOf: String(decoding: word, as: UTF8.self).unicodeScalars.reversed())
    return Array(String(letters).utf8)
  }
}
