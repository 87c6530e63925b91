import Testing

@testable import Search

/// What comes of entries.
@Suite struct IndexTests {
  @Test func takesSectionsOutOfHTML() {
    let html = """
      <p>Före &amp; efter.</p>
      <h2 id="om-laset">Om <em>låset</em></h2>
      <ul>
      <li>ett</li>
      <li>två &lt;b&gt;</li>
      </ul>
      <h3 id="sist">Sist</h3>

      """
    let sections = SearchEntry.Section.all(inHTML: Array(html.utf8))
    #expect(
      sections == [
        .init(text: Array("Före & efter.".utf8)),
        .init(anchor: "om-laset", title: "Om låset", text: Array("ett · två <b>".utf8)),
        .init(anchor: "sist", title: "Sist"),
      ])
  }

  @Test func writesListsThatCanBeRead() {
    let postings = [(0, 3), (5, 15), (40, 3), (5000, 3)].map {
      Postings.Posting(entry: UInt32($0.0), level: UInt8($0.1))
    }
    var code: [UInt8] = []
    PostingCode.append(postings, to: &code)
    // 15: one entry, 5. 3: three entries, 0, 39 later, 4 959 later.
    #expect(String(decoding: code, as: UTF8.self) == "PBF" + "DDA" + "nB" + "_6E")
  }

  @Test func sharesBeginnings() {
    var text: [UInt8] = []
    var previous: [UInt8] = []
    for word in ["lås", "låsvred", "lösen"] {
      FrontCoding.append(Array(word.utf8), after: previous, to: &text)
      text.append(UInt8(ascii: ","))
      previous = Array(word.utf8)
    }
    #expect(String(decoding: text, as: UTF8.self) == "Alås,Dvred,Bösen,")
  }

  @Test func escapesWhatIsNoJSON() {
    var out: [UInt8] = []
    out.append(quoted: "a\"b\\c\u{7}\nå")
    #expect(String(decoding: out, as: UTF8.self) == #""a\"b\\c  å""#)
  }

  private static func pieces(_ entries: [SearchEntry]) -> [String: [UInt8]] {
    let synonyms = Synonyms([["brukare", "kund"]])
    let size = SearchReading.groupSize
    let readings = stride(from: 0, to: entries.count, by: size).map {
      SearchReading(Array(entries[$0..<min(entries.count, $0 + size)]), firstNumber: $0, synonyms: synonyms)
    }
    let words = Vocabulary.Words(readings)
    let stems = Vocabulary.Stems(words, lengths: words.slices.map { words.stems(of: $0) }, synonyms: synonyms)
    let vocabulary = Vocabulary(stems, relations: stems.slices.map { stems.relations(of: $0) }, synonyms: synonyms)
    let found = readings.indices.map { GroupPostings(readings[$0], number: $0, in: vocabulary) }
    let postings = Postings(found, in: vocabulary)
    let lists = TermList.slices(of: vocabulary).map { TermList($0, of: postings, in: vocabulary) }
    let index = SearchIndex(
      readings, lists: lists, postings: postings, vocabulary: vocabulary, synonyms: synonyms, states: [])
    return Dictionary(uniqueKeysWithValues: (readings.flatMap(\.pieces) + index.pieces).map { ($0.path, $0.bytes) })
  }

  private static func entries(_ count: Int) -> [SearchEntry] {
    let kind = SearchEntry.Kind(key: "routine", text: "Rutin", rank: 9)
    return (0..<count).map { number in
      var entry = SearchEntry(
        address: "rutiner/\(number).html", title: "Rutin \(number) om lås\(number % 37)", kind: kind)
      let words = (0..<60).map { "ord\((number * 7 + $0 * 13) % 900)a kontroll\($0 % 9)er" }
      entry.sections = [SearchEntry.Section(text: Array(words.joined(separator: " ").utf8))]
      return entry
    }
  }

  @Test func makesAnIndexOfNothing() {
    #expect(Set(Self.pieces([]).keys) == ["head.js"])
  }

  /// Pieces that one edited entry touches: its own text, the stretches of its new words and the head; not a tenth of all.
  @Test func changesLittleWhenOneEntryDoes() {
    var entries = Self.entries(600)
    let before = Self.pieces(entries)
    entries[300].sections[0].text += Array(" nyttord ord5a".utf8)
    let after = Self.pieces(entries)
    let changed = after.filter { before[$0.key] != $0.value }.keys.sorted()
    #expect(changed.contains("d300.js"))
    #expect(!changed.contains("d301.js"))
    #expect(changed.count < after.count / 10, "\(changed)")
  }

  /// Names that Windows keeps for itself, and names that differ by case only, would be lost on a file share.
  @Test func namesPiecesForAnyFileSystem() {
    let kind = SearchEntry.Kind(key: "routine", text: "Rutin", rank: 9)
    let words = ["con", "nul", "ärende", "Łódź", "работа", "=1", "a*b"]
    let entries = words.map { SearchEntry(address: $0, title: $0, kind: kind) }
    let names = Self.pieces(entries + Self.entries(300)).keys
    #expect(names.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 && $0 > 0x20 } && $0 == $0.lowercased() })
    #expect(names.allSatisfy { $0.contains("-") || $0.contains { $0.isNumber } || $0 == "head.js" })
  }
}
