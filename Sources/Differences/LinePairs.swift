/// Which of the lines that took each other's place are the same line rewritten.
enum LinePairs {
  /// So many comparisons at most; beyond it nobody looks for single words.
  static let limit = 250_000

  /// Pairs in the order of both, chosen so that they have the most words in common.
  static func find(_ removed: [NumberedPieces], _ inserted: [NumberedPieces]) -> [(removed: Int, inserted: Int)] {
    guard !removed.isEmpty, !inserted.isEmpty, removed.count * inserted.count <= limit else { return [] }
    let (olds, news) = (removed.map(bag), inserted.map(bag))
    let width = news.count + 1
    /// The best for the lines from each on.
    var best = Array(repeating: 0, count: (olds.count + 1) * width)
    var scores = Array(repeating: 0, count: olds.count * news.count)
    for old in olds.indices.reversed() {
      for new in news.indices.reversed() {
        let score = score(olds[old], news[new])
        scores[old * news.count + new] = score
        let paired = score == 0 ? 0 : score + best[(old + 1) * width + new + 1]
        best[old * width + new] = max(paired, best[(old + 1) * width + new], best[old * width + new + 1])
      }
    }
    var pairs: [(removed: Int, inserted: Int)] = []
    var (old, new) = (0, 0)
    while old < olds.count, new < news.count {
      let score = scores[old * news.count + new]
      if score > 0, best[old * width + new] == score + best[(old + 1) * width + new + 1] {
        pairs.append((old, new))
        (old, new) = (old + 1, new + 1)
      } else if best[old * width + new] == best[(old + 1) * width + new] {
        old += 1
      } else {
        new += 1
      }
    }
    return pairs
  }

  /// How many words two lines have in common; 0 when it is less than two fifths of the longer.
  private static func score(_ left: [Int], _ right: [Int]) -> Int {
    var (common, first, second) = (0, 0, 0)
    while first < left.count, second < right.count {
      if left[first] == right[second] {
        (common, first, second) = (common + 1, first + 1, second + 1)
      } else if left[first] < right[second] {
        first += 1
      } else {
        second += 1
      }
    }
    return common * 5 >= max(left.count, right.count) * 2 ? common : 0
  }

  /// The words of a line as sorted numbers.
  private static func bag(_ line: NumberedPieces) -> [Int] {
    zip(line.texts, line.numbers).filter { Tokens.isWord($0.0) }.map(\.1).sorted()
  }
}
