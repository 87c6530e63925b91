import Diagnostics
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

  /// An attachment that would overwrite a page of the site is found among all that a site writes.
  @Test func comparesPagesAssetsAndAttachments() throws {
    let site = try #require(GoldenSitesTests.sites.first { $0.name == "tidy" })
    let sources = site.sources()
    let build = try Build(sources)
    #expect(build.faults == [])
    #expect(Set(build.files.keys.map { $0.lowercased() }).count == build.files.count)
  }
}
