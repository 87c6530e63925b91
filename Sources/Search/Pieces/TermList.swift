/// Terms with what they find, as text, ready to be cut into pieces.
public struct TermList: Sendable {
  struct Term: Sendable {
    /// As it is looked up; ends with `*` for all terms that begin so.
    var name: [UInt8]
    var key: [UInt8]
    var code: [UInt8]
    /// A list too long to be fetched with its neighbours has a piece of its own.
    var isLong: Bool { code.count > TermList.longCode }
  }

  static let longCode = 3000
  /// How terms are divided among threads.
  public static let sliceSize = 1024

  var terms: [Term]

  public static func slices(of vocabulary: Vocabulary) -> [Range<Int>] {
    stride(from: 0, to: vocabulary.order.count, by: sliceSize).map {
      $0..<min(vocabulary.order.count, $0 + sliceSize)
    }
  }

  /// Terms by their places in the order of the index; those that find nothing are left out.
  public init(_ slice: Range<Int>, of postings: Postings, in vocabulary: Vocabulary) {
    terms = slice.compactMap { rank in
      let found = postings[rank]
      if found.isEmpty { return nil }
      let name = Array(vocabulary.terms[Int(vocabulary.order[rank])])
      var code: [UInt8] = []
      code.reserveCapacity(found.count + 8)
      PostingCode.append(found, to: &code)
      return Term(name: name, key: TermKey.folded(name), code: code)
    }
  }

  init(_ terms: [Term]) { self.terms = terms }
}
