extension Vocabulary {
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
}
