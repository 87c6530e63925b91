/// For every term, in the order of the index, the entries that it finds.
public struct Postings: Sendable {
  struct Posting: Sendable {
    var entry: UInt32
    var level: UInt8
  }

  private(set) var starts: [Int]
  private var all: [Posting]

  public init(_ groups: [GroupPostings], in vocabulary: Vocabulary) {
    var counts = Array(repeating: 0, count: vocabulary.terms.count + 1)
    for group in groups {
      for posting in group.postings { counts[Int(posting.rank) + 1] += 1 }
    }
    for index in counts.indices.dropFirst() { counts[index] += counts[index - 1] }
    starts = counts
    all = Array(repeating: Posting(entry: 0, level: 0), count: counts.last ?? 0)
    var entry: UInt32 = 0
    for group in groups {
      var start = 0
      for end in group.ends {
        for posting in group.postings[start..<end] {
          all[counts[Int(posting.rank)]] = Posting(entry: entry, level: posting.level)
          counts[Int(posting.rank)] += 1
        }
        start = end
        entry += 1
      }
    }
  }

  var termCount: Int { starts.count - 1 }

  /// In the order of the entries.
  subscript(rank: Int) -> ArraySlice<Posting> { all[starts[rank]..<starts[rank + 1]] }
}
