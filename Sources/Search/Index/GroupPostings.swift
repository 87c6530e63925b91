/// The terms of the entries of one reading, each with its weight.
public struct GroupPostings: Sendable {
  struct Posting: Sendable {
    /// The term's place in the order of the index.
    var rank: UInt32
    var level: UInt8
  }

  private(set) var postings: [Posting] = []
  /// For each entry, where its postings end.
  private(set) var ends: [Int] = []

  public init(_ reading: SearchReading, number: Int, in vocabulary: Vocabulary) {
    let numbers = vocabulary.numbers[number]
    var weights: [Weight] = []
    var place: [Int32] = Array(repeating: -1, count: vocabulary.terms.count)
    var found: [UInt32] = []
    func add(_ term: UInt32, _ tally: WordTally, _ share: Float) {
      if place[Int(term)] < 0 {
        place[Int(term)] = Int32(found.count)
        found.append(term)
        weights.append(Weight())
      }
      weights[Int(place[Int(term)])].add(tally, share: share)
    }
    postings.reserveCapacity(reading.occurrences.count * 5 / 4)
    for entry in reading.readings {
      for occurrence in reading.occurrences[entry.first..<entry.end] {
        let word = numbers[Int(occurrence.word)]
        let term = vocabulary.termOfWord[Int(word)]
        add(term, occurrence.tally, 1)
        if vocabulary.isSmall[Int(word)] { continue }
        for twin in vocabulary.twinsOfTerm[Int(term)] { add(twin, occurrence.tally, 1) }
        for part in vocabulary.partsOfTerm[Int(term)] { add(part, occurrence.tally, Weight.part) }
      }
      for group in entry.groups { add(vocabulary.groupTerms[group], WordTally(bits: 1), 1) }
      for (index, term) in found.enumerated() {
        let level = weights[index].level(length: entry.length, titleLength: entry.titleLength)
        postings.append(Posting(rank: vocabulary.rank[Int(term)], level: level))
        place[Int(term)] = -1
      }
      ends.append(postings.count)
      found.removeAll(keepingCapacity: true)
      weights.removeAll(keepingCapacity: true)
    }
  }
}
