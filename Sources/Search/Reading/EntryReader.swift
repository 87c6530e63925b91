/// Counts the words of entries, one entry at a time, in a table that they share.
struct EntryReader: ~Copyable {
  private(set) var words = WordTable()
  private let synonyms: Synonyms
  private let small: Set<[UInt8]>
  private let stemmer = SwedishStemmer()
  private var known: [Known] = []
  /// Words of the entry in the order of the text; `Self.pause` between its parts.
  private var run: [UInt32] = []
  private var seen: [UInt32] = []
  private static let pause = UInt32.max

  /// What is to be known of each word.
  private struct Known {
    var tally = WordTally()
    var isSmall: Bool
    /// Whether a member of several words may begin with this word.
    var mayBegin: Bool
  }

  init(_ synonyms: Synonyms) {
    self.synonyms = synonyms
    small = Set(SmallWords.all.map { Array($0.utf8) })
  }

  /// Appends what the entry says, each word once.
  mutating func read(
    _ entry: SearchEntry, into occurrences: inout [SearchReading.Occurrence]
  ) -> (length: Int, titleLength: Int, groups: [Int]) {
    run.removeAll(keepingCapacity: true)
    seen.removeAll(keepingCapacity: true)
    add(entry.title, WordTally.isInTitle)
    let titleLength = run.count { $0 != Self.pause && !known[Int($0)].isSmall }
    for keyword in entry.keywords { add(keyword, WordTally.isKeyword) }
    for area in entry.areas { add(area, WordTally.isInHeading) }
    if let id = entry.id {
      add(id, WordTally.isKeyword)
      for joined in DocumentNumber.joined(id) {
        joined.withUnsafeBufferPointer { count($0, WordHash(of: $0), WordTally.isInTitle) }
      }
      run.append(Self.pause)
    }
    for section in entry.sections {
      add(section.title, WordTally.isInHeading)
      section.text.withUnsafeBufferPointer { text in WordScanner.scan(text) { count($0, $1, 0) } }
      run.append(Self.pause)
    }
    for word in seen {
      occurrences.append(SearchReading.Occurrence(word: word, tally: known[Int(word)].tally))
      known[Int(word)].tally.bits = 0
    }
    return (run.count, titleLength, phrases())
  }

  private mutating func add(_ text: String, _ flag: UInt32) {
    var text = text
    text.withUTF8 { bytes in WordScanner.scan(bytes) { count($0, $1, flag) } }
    run.append(Self.pause)
  }

  private mutating func count(_ word: UnsafeBufferPointer<UInt8>, _ hash: WordHash, _ flag: UInt32) {
    let (index, isNew) = words.insert(word, hash: hash)
    if isNew {
      known.append(
        Known(isSmall: word.count < 12 && small.contains(Array(word)), mayBegin: mayBeginPhrase(word)))
    }
    run.append(UInt32(index))
    // A single letter says nothing, and small words only what they say in titles.
    if flag == 0, word.count < 2 || known[index].isSmall { return }
    if known[index].tally.bits == 0 { seen.append(UInt32(index)) }
    known[index].tally.add(flag)
  }

  private func mayBeginPhrase(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    synonyms.phrases.contains { phrase in
      guard let first = phrase.stems.first, word.starts(with: first) else { return false }
      return stemmer.stemLength(word) == first.count
    }
  }

  private func phrases() -> [Int] {
    if synonyms.phrases.isEmpty { return [] }
    return synonyms.groups(
      in: run.count, mayBegin: { run[$0] != Self.pause && known[Int(run[$0])].mayBegin },
      stems: { place in
        guard run[place] != Self.pause else { return [] }
        let word = words[Int(run[place])]
        return word.prefix(words.withWord(Int(run[place])) { stemmer.stemLength($0) })
      })
  }
}
