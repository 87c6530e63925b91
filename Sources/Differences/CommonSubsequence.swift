/// The longest common subsequence of two sequences, many positions at a time.
///
/// Bits stand for the places of the old sequence (Hyyrö, "Bit-parallel LCS-length computation revisited", 2004). Where
/// the rows would take too much memory, the new sequence is halved first (Hirschberg, 1975), so that space is linear.
struct CommonSubsequence {
  /// For each place of the old and of the new sequence, whether it is in the common one.
  private(set) var oldIsKept: [Bool]
  private(set) var newIsKept: [Bool]
  /// Words of rows that were worked out, which is where the time goes.
  private(set) var steps = 0
  private let old: [Int]
  private let new: [Int]
  private let limit: Int

  /// 8 MB of rows at most.
  static let wordLimit = 1 << 20

  /// Equal numbers stand for equal items.
  init(_ old: [Int], _ new: [Int], wordLimit: Int = Self.wordLimit) {
    (self.old, self.new, limit) = (old, new, wordLimit)
    oldIsKept = Array(repeating: false, count: old.count)
    newIsKept = Array(repeating: false, count: new.count)
    find(old.indices, new.indices)
  }

  private mutating func find(_ olds: Range<Int>, _ news: Range<Int>) {
    var (olds, news) = (olds, news)
    // The ends are not taken together likewise: what was added comes after what it follows.
    while !olds.isEmpty, !news.isEmpty, old[olds.lowerBound] == new[news.lowerBound] {
      keep(olds.lowerBound, news.lowerBound)
      (olds, news) = (olds.dropFirst(), news.dropFirst())
    }
    if olds.isEmpty || news.isEmpty { return }
    if news.count == 1 || (olds.count / 64 + 1) * news.count <= limit {
      trace(olds, news)
    } else {
      let middle = news.lowerBound + news.count / 2
      let place = split(olds, news.lowerBound..<middle, middle..<news.upperBound)
      find(olds.lowerBound..<place, news.lowerBound..<middle)
      find(place..<olds.upperBound, middle..<news.upperBound)
    }
  }

  private mutating func keep(_ oldPlace: Int, _ newPlace: Int) {
    oldIsKept[oldPlace] = true
    newIsKept[newPlace] = true
  }

  /// Walks back through all rows.
  private mutating func trace(_ olds: Range<Int>, _ news: Range<Int>) {
    let places = BitRow.places(old[olds])
    var row = BitRow(count: olds.count)
    var rows: [UInt64] = []
    rows.reserveCapacity(row.words.count * news.count)
    for item in new[news] {
      row.advance(places[item] ?? [])
      rows.append(contentsOf: row.words)
    }
    steps += row.steps
    let width = row.words.count
    func isFlat(_ column: Int, _ line: Int) -> Bool { rows[line * width + column >> 6] >> UInt64(column & 63) & 1 == 1 }
    var (column, line) = (olds.count, news.count)
    while column > 0, line > 0 {
      if isFlat(column - 1, line - 1) {
        column -= 1
        continue
      }
      line -= 1
      if line > 0, !isFlat(column - 1, line - 1) { continue }
      column -= 1
      keep(olds.lowerBound + column, news.lowerBound + line)
    }
  }

  /// Where to part the old sequence so that both halves of the new one find the most.
  private mutating func split(_ olds: Range<Int>, _ first: Range<Int>, _ second: Range<Int>) -> Int {
    let (before, stepsBefore) = BitRow.lengths(old[olds], new[first])
    let (after, stepsAfter) = BitRow.lengths(old[olds].reversed(), new[second].reversed())
    steps += stepsBefore + stepsAfter
    var best = 0
    for place in 0...olds.count
    where before[place] + after[olds.count - place] > before[best] + after[olds.count - best] {
      best = place
    }
    return olds.lowerBound + best
  }
}

/// One row of the table of lengths: a bit is 0 where the length grows.
struct BitRow {
  private(set) var words: [UInt64]
  private(set) var steps = 0

  /// The bits of one word that an item stands at.
  typealias Place = (word: Int, bits: UInt64)

  init(count: Int) { words = Array(repeating: .max, count: count / 64 + 1) }

  /// Where each item stands.
  static func places(_ items: some Sequence<Int>) -> [Int: [Place]] {
    var places: [Int: [Place]] = [:]
    for (index, item) in items.enumerated() {
      var list = places[item] ?? []
      places[item] = nil
      if list.last?.word == index / 64 {
        list[list.count - 1].bits |= 1 << UInt64(index % 64)
      } else {
        list.append((index / 64, 1 << UInt64(index % 64)))
      }
      places[item] = list
    }
    return places
  }

  /// Takes in the next item of the other sequence: row + (row & places) | row & ~places, only where anything changes.
  mutating func advance(_ places: [Place]) {
    var next = 0
    for (index, place) in places.enumerated() {
      // A carry may have come this far already.
      var word = place.word
      guard word >= next else { continue }
      var bits = place.bits
      var following = index + 1
      var carry: UInt64 = 0
      while word < words.count {
        let row = words[word]
        let (sum, over) = row.addingReportingOverflow(row & bits)
        let (all, overAgain) = sum.addingReportingOverflow(carry)
        words[word] = all | (row & ~bits)
        carry = over || overAgain ? 1 : 0
        word += 1
        next = word
        steps += 1
        guard carry == 1, word < words.count else { break }
        bits = 0
        while following < places.count, places[following].word < word { following += 1 }
        if following < places.count, places[following].word == word { bits = places[following].bits }
      }
    }
  }

  /// For each beginning of `items`, how long the common subsequence with all of `others` is.
  static func lengths(_ items: some Collection<Int>, _ others: some Sequence<Int>) -> (
    lengths: [Int], steps: Int
  ) {
    let places = places(items)
    var row = BitRow(count: items.count)
    for item in others { row.advance(places[item] ?? []) }
    var lengths = [0]
    lengths.reserveCapacity(items.count + 1)
    for index in 0..<items.count {
      lengths.append(lengths[index] + (row.words[index / 64] >> UInt64(index % 64) & 1 == 0 ? 1 : 0))
    }
    return (lengths, row.steps)
  }
}
