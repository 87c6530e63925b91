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

  /// The words in slices; `stems(of:)` takes one of them.
  public struct Words: Sendable {
    let table: WordTable
    let counts: [Int]
    let numbers: [[UInt32]]

    public init(_ readings: [SearchReading]) {
      var table = WordTable(minimumCapacity: 1 << 14)
      var counts: [Int] = []
      var numbers: [[UInt32]] = []
      for reading in readings {
        var map: [UInt32] = []
        map.reserveCapacity(reading.words.count)
        for word in 0..<reading.words.count {
          map.append(UInt32(reading.words.withWord(word) { table.insert($0).index }))
        }
        while counts.count < table.count { counts.append(0) }
        for occurrence in reading.occurrences { counts[Int(map[Int(occurrence.word)])] += 1 }
        numbers.append(map)
      }
      self.table = table
      self.counts = counts
      self.numbers = numbers
    }

    public var slices: [Range<Int>] {
      stride(from: 0, to: table.count, by: Vocabulary.sliceSize).map {
        $0..<min(table.count, $0 + Vocabulary.sliceSize)
      }
    }

    /// Lengths of the words' stems.
    public func stems(of slice: Range<Int>) -> [UInt8] {
      let stemmer = SwedishStemmer()
      return slice.map { word in UInt8(table.withWord(word) { stemmer.stemLength($0) }) }
    }
  }

  /// Words with their stems, before compounds are taken apart.
  public struct Stems: Sendable {
    let words: Words
    /// The term of each word, and the terms so far.
    let terms: WordTable
    let termOfWord: [UInt32]
    let splitter: CompoundSplitter

    public init(_ words: Words, lengths: [[UInt8]], synonyms: Synonyms) {
      var terms = WordTable(minimumCapacity: words.table.count)
      var termOfWord: [UInt32] = []
      var known = CompoundSplitter.Known()
      let lengths = lengths.joined()
      for (word, length) in lengths.enumerated() {
        words.table.withWord(word) { bytes in
          let stem = UnsafeBufferPointer(rebasing: bytes[..<Int(length)])
          termOfWord.append(UInt32(terms.insert(stem).index))
          if bytes.count < 3 { return }
          known.add(bytes, count: words.counts[word])
          if stem.count < bytes.count, stem.count > 2 { known.add(stem, count: words.counts[word]) }
        }
      }
      for stem in synonyms.groupsByStem.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) where stem.count > 2 {
        stem.withUnsafeBufferPointer { known.add($0, count: 1) }
      }
      self.words = words
      self.terms = terms
      self.termOfWord = termOfWord
      splitter = CompoundSplitter(known: known)
    }

    public var slices: [Range<Int>] {
      stride(from: 0, to: terms.count, by: Vocabulary.sliceSize).map {
        $0..<min(terms.count, $0 + Vocabulary.sliceSize)
      }
    }

    /// What else each term is found by.
    public func relations(of slice: Range<Int>) -> [Relations] {
      let stemmer = SwedishStemmer()
      return slice.map { term in
        terms.withWord(term) { stem in
          Relations(
            parts: splitter.parts(of: stem, stemmer),
            verb: WordForms.verb(of: stem, known: splitter.known),
            twins: WordForms.twins(of: stem, known: splitter.known).map { stemmer.stem($0) })
        }
      }
    }
  }

  /// Other stems that a term is found by.
  public struct Relations: Sendable {
    /// Of its parts, when it is a compound.
    var parts: [[UInt8]]
    /// Of the verb that a noun is made from.
    var verb: [UInt8]?
    /// That mean the same.
    var twins: [[UInt8]]
  }

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
