/// Terms for beginnings that so many words share that fetching them all would take too long: `upp*`.
///
/// Such a term finds what any of its words finds, at the highest of their weights; of very many only the better.
struct PrefixTerms {
  /// A beginning of fewer bytes of lists than this is put together by the reader's side.
  private static let leastBytes = 12_000
  private static let entryLimit = 2500
  private static let lengths = 3...6

  private let all: [TermList.Term]
  private let postings: Postings
  /// By term: its place in the order of the index.
  private let ranks: [Int]
  private let entryCount: Int

  /// - Parameter terms: those that find anything, in the order of the index.
  init(_ terms: [TermList.Term], _ postings: Postings, ranks: [Int], entryCount: Int) {
    all = terms
    self.postings = postings
    self.ranks = ranks
    self.entryCount = entryCount
  }

  /// In the order of the index among themselves.
  func terms() -> [TermList.Term] {
    var found: [TermList.Term] = []
    for length in Self.lengths {
      var start = 0
      while start < all.count {
        let prefix = Array(all[start].key.prefix(length))
        var end = start
        var size = 0
        while end < all.count, all[end].key.starts(with: prefix) {
          size += all[end].code.count
          end += 1
        }
        let isWord = prefix.count == length && prefix.allSatisfy { $0 &- 0x61 < 26 }
        if size > Self.leastBytes, end - start > 1, isWord { found.append(term(prefix, start..<end)) }
        start = max(end, start + 1)
      }
    }
    return found.sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  private func term(_ prefix: [UInt8], _ range: Range<Int>) -> TermList.Term {
    var levels = [UInt8](repeating: 0, count: entryCount)
    for place in range {
      for posting in postings[ranks[place]] where posting.level > levels[Int(posting.entry)] {
        levels[Int(posting.entry)] = posting.level
      }
    }
    var counts = Array(repeating: 0, count: Weight.highest + 1)
    for level in levels { counts[Int(level)] += 1 }
    var least = Weight.highest
    var kept = counts[least]
    while least > 1, kept + counts[least - 1] <= Self.entryLimit {
      least -= 1
      kept += counts[least]
    }
    let postings = levels.indices.filter { levels[$0] >= least }.map {
      Postings.Posting(entry: UInt32($0), level: levels[$0])
    }
    var code: [UInt8] = []
    PostingCode.append(postings, to: &code)
    let name = prefix + [UInt8(ascii: "*")]
    return TermList.Term(name: name, key: name, code: code)
  }
}
