/// All words of all entries, and the terms that each of them is found by.
///
/// A term is what is looked up: a stem, a part of a compound, or a group of synonyms.
public struct Vocabulary: Sendable {
  /// Words of all readings, each once.
  let words: WordTable
  /// For each reading, the number here of each of its words.
  let numbers: [[UInt32]]
  private(set) var terms = WordTable()
  /// By word: the term of its stem.
  private(set) var termOfWord: [UInt32] = []
  /// By term: others that it counts towards, at `Weight.part` of its weight.
  private(set) var partsOfTerm: [[UInt32]] = []
  /// By term: others that mean the same, at its whole weight.
  private(set) var twinsOfTerm: [[UInt32]] = []
  private(set) var groupTerms: [UInt32] = []
  let isSmall: [Bool]
  /// By term: its place in the order of the index.
  private(set) var rank: [UInt32] = []
  /// Terms in the order of the index.
  private(set) var order: [UInt32] = []

  /// How words are divided among threads.
  public static let sliceSize = 2048

  public init(_ stems: Stems, relations: [[Relations]], synonyms: Synonyms) {
    words = stems.words.table
    numbers = stems.words.numbers
    terms = stems.terms
    termOfWord = stems.termOfWord
    let small = Set(SmallWords.all.map { Array($0.utf8) })
    isSmall = (0..<words.count).map { [words] in words[$0].count < 12 && small.contains(Array(words[$0])) }
    groupTerms = synonyms.groups.indices.map { UInt32(terms.insert(Synonyms.term(of: $0))) }
    var nouns: [(verb: Int, noun: UInt32)] = []
    twinsOfTerm = Array(repeating: [], count: stems.terms.count)
    for relation in relations.joined() {
      let term = partsOfTerm.count
      var numbers: [UInt32] = []
      for part in relation.parts {
        let number = UInt32(terms.insert(part))
        if Int(number) != term, !numbers.contains(number) { numbers.append(number) }
      }
      if let verb = relation.verb {
        let number = terms.insert(verb)
        numbers.append(UInt32(number))
        nouns.append((verb: number, noun: UInt32(term)))
      }
      for twin in relation.twins.map({ terms.insert($0) }) where twin != term && twin < twinsOfTerm.count {
        twinsOfTerm[term].append(UInt32(twin))
        twinsOfTerm[twin].append(UInt32(term))
      }
      for group in synonyms.groupsByStem[Array(terms[term])] ?? [] { numbers.append(groupTerms[group]) }
      partsOfTerm.append(numbers)
    }
    while partsOfTerm.count < terms.count { partsOfTerm.append([]) }
    for (verb, noun) in nouns where !partsOfTerm[verb].contains(noun) { partsOfTerm[verb].append(noun) }
    while twinsOfTerm.count < terms.count { twinsOfTerm.append([]) }
    sortTerms()
  }

  private mutating func sortTerms() {
    let keys = (0..<terms.count).map { TermKey.folded(terms[$0]) }
    order = (0..<UInt32(terms.count)).sorted { left, right in
      let (one, other) = (keys[Int(left)], keys[Int(right)])
      if one != other { return one.lexicographicallyPrecedes(other) }
      return terms[Int(left)].lexicographicallyPrecedes(terms[Int(right)])
    }
    rank = Array(repeating: 0, count: terms.count)
    for (place, term) in order.enumerated() { rank[Int(term)] = UInt32(place) }
  }
}
