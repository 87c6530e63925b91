import CivilTime
import Diagnostics
import Pages
import Testing

@testable import SiteBuild

@Suite struct OutputCheckTests {
  private typealias Output = OutputCheck.Output

  /// `path from source` for each output; without a source a page that is made by itself.
  private func faults(_ outputs: [(String, String?)]) -> [Diagnostic] {
    OutputCheck.diagnostics(outputs.map { path, source in Output(path: path, source: source) })
  }

  @Test(
    arguments: [
      ([("a.html", "a.md"), ("b.html", "b.md")], []),
      ([("a.html", "a.md"), ("a.html", "files/a.html")], ["files/a.html → a.md"]),
      // A file share makes no difference between capitals and small letters.
      ([("files/Å.pdf", "files/Å.pdf"), ("files/å.pdf", "files/å.pdf")], ["files/å.pdf → files/Å.pdf"]),
      ([("index.html", nil), ("index.html", "files/index.html")], ["files/index.html → –"]),
      ([("assets/a.css", "theme/a.css"), ("assets/a.css", "x")], ["x → theme/a.css"]),
      ([("a", "1"), ("a", "2"), ("A", "3")], ["2 → 1", "3 → 1"]),
      // The same letters, composed and decomposed.
      ([("files/å.pdf", "1"), ("files/a\u{30A}.pdf", "2")], ["2 → 1"]),
    ] as [([(String, String?)], [String])])
  func reportsTwoSourcesOfOnePath(outputs: [(String, String?)], expected: [String]) {
    let found = faults(outputs)
    #expect(found.map { "\($0.range.file) → \($0.related.first?.range.file ?? "–")" } == expected)
    #expect(found.allSatisfy { $0.code == .duplicateAddress && $0.severity == .error })
  }

  @Test func leavesDocumentsToTheHandbook() {
    let outputs = [
      Output(path: "a.html", source: "a.md", isDocument: true),
      Output(path: "a.html", source: "b.md", isDocument: true),
    ]
    #expect(OutputCheck.diagnostics(outputs) == [])
  }

  /// Names that nearly collide, in every folder of the site.
  @Test func givesEveryPageAnAddressOfItsOwn() throws {
    let body = """
      Index ansvarar för ett. Åke ansvarar för två.

      ```checklist
      id: las-2
      punkter: [Ett]
      ```

      Kontrollera följande lås:

      - Ett

      ## Lås

      - [ ] Ett

      ## Lås

      - [ ] Två
      """
    let keys = "verksamhet: [Index, \"–\", \"…\"]\nämnesord: [index, Index 2, \"-\"]"
    let files = ["routines/a.md", "routines/a-las.md", "routines/index.md", "a-2.txt"].map { path in
      SiteSources.File(path: path, bytes: Array("---\ntitel: Lås\n\(keys)\n---\n\n\(body)\n".utf8))
    }
    let asOf = try #require(CivilDate(iso: "2026-11-20"))
    let checked = SiteMaker(SiteOptions(asOf: asOf, jobs: 1)).check(SiteSources(content: files, theme: []))
    let plan = SitePlan(checked.library, figures: checked.figures)
    let addresses = plan.pages.map { plan.address(of: $0).lowercased() }
    #expect(addresses.count > 30)
    #expect(Set(addresses).count == addresses.count)
  }
}
