import Diagnostics
import Documents
import HTML
import JSON
import Samples
import TestSupport
import Testing

/// A converted document and the tidy one that is made of it say the same.
@Suite struct TidyTextTests {
  @Test(arguments: 0..<10) func saysTheSameOfRandomDocuments(group: Int) {
    for seed in 0..<40 {
      var random = RandomDocument(seed: UInt64(group * 1000 + seed))
      expectSame(Array(random.text().utf8), "seed \(group * 1000 + seed)")
    }
  }

  @Test(arguments: Fixtures.files(in: "Tests/Fixtures/documents"))
  func saysTheSameOfFixtures(file: Fixtures.File) { expectSame(file.bytes, file.name) }

  @Test(.enabled(if: !NoTextLostTests.seeds.isEmpty), arguments: NoTextLostTests.seeds)
  func saysTheSameOfTheSeeds(file: Fixtures.File) { expectSame(file.bytes, file.name) }

  @Test(arguments: Fixtures.files(in: "content/routines"))
  func saysTheSameOfTheSampleContent(file: Fixtures.File) { expectSame(file.bytes, file.name) }

  @Test func isWrittenAsAnEditorWould() {
    let text = """
      # RUTIN
      Lås i hemtjänsten

      Dokumentet är beslutat av: [Verksamhetschef]
      Dokumentet beslutades den: [2026-03-13]
      ---
      Dokumentet gäller till: [2030-03-13 Max 5 år]

      1/2
      ## **Syfte:**
      Texten om "lås".



      Gör så här:
      • Lås

      """
    let tidy = TidyText(Array(text.utf8), file: "a.md")
    #expect(
      String(decoding: tidy.bytes, as: UTF8.self) == """
        ---
        titel: Lås i hemtjänsten
        typ: rutin
        beslutad av: Verksamhetschef
        beslutad: 2026-03-13
        gäller till: 2030-03-13 max 5 år
        ---

        ## Syfte
        Texten om "lås".

        Gör så här:
        - Lås

        """)
  }

  private func expectSame(_ bytes: [UInt8], _ name: String) {
    let tidy = TidyText(bytes, file: name, rules: .ekvik)
    let again = DocumentReader.read(tidy.bytes, file: name, rules: .ekvik)
    #expect(TidyComparison.differences(tidy.document, again) == [], "\(name)")
  }
}

/// What differs between a document and what became of it, but for places in the file.
enum TidyComparison {
  static func differences(_ old: Document, _ new: Document) -> [String] {
    var found: [String] = []
    let (left, right) = (stripped(old.json(in: .english)).text(), stripped(new.json(in: .english)).text())
    if left != right { found.append("facts: \(left)\nbecame: \(right)") }
    if old.fragment().string != new.fragment().string {
      found.append("text: \(old.fragment().string)\nbecame: \(new.fragment().string)")
    }
    // Comments, which have no step, are no defects.
    let repairs = new.repairs.filter { $0.step != nil && $0.step != .frontMatter && $0.action != .warned }
    if !repairs.isEmpty { found.append("repairs: \(repairs.map { "\($0.step?.rawValue ?? "html"): \($0.before)" })") }
    return found
  }

  private static let places: Set = [
    "line", "column", "titleLine", "titleSource", "raw", "repairs", "diagnostics", "file",
  ]

  private static func stripped(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let pairs):
      .object(pairs.filter { !places.contains($0.key) }.map { ($0.key, stripped($0.value)) })
    case .array(let items): .array(items.map(stripped))
    default: value
    }
  }
}
