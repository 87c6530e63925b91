import Foundation
import Testing

/// `new`, `import`, `inforce` and `diff`, as an editor runs them.
@Suite struct EditionCommandTests {
  @Test(arguments: ["routine", "dashboard", "checklist"]) func newPassesCheck(kind: String) throws {
    let folder = try Folder()
    let content = folder.path("content")
    let made = try Rutin.run("new", kind, "Utlåning: \"nycklar\" & kort", "--content", content)
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.hasSuffix("s/utlaning-nycklar-kort.md\n"))
    // A dashboard shows figures, and here are no exports: that alone it may be warned of.
    let isDashboard = kind == "dashboard"
    let checked = try Rutin.result(
      of: Rutin.process(["check", "--content", content] + (isDashboard ? [] : ["--strict"])))
    #expect(checked.status == 0, "\(checked.output)")
    let warnings = checked.output.split(separator: "\n").filter { $0.contains("varning:") }
    #expect(warnings.count == (isDashboard ? 1 : 0) && warnings.allSatisfy { $0.contains("[unavailable-component]") })
    // What is there is never written over.
    let again = try Rutin.run("new", kind, "Utlåning: \"nycklar\" & kort", "--content", content)
    #expect(again.status == 2 && again.errors.contains("finns redan"))
  }

  @Test func newWantsAKindAndATitle() throws {
    let folder = try Folder()
    for words in [["new", "routine"], ["new", "sak", "Titel"]] {
      let result = try Rutin.result(of: Rutin.process(words + ["--content", folder.path("content")]))
      #expect(result.status == 2)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path("content")))
  }

  private static let converted =
    "# RUTIN\nLås i hemtjänsten\n\nDokumentet beslutades den: [2026-01-02]\n\n1/2\n## Syfte\nText.\n"

  @Test func importTakesTheOriginalsPlaceAndKeepsIt() throws {
    let folder = try Folder()
    try folder.write("content/routines/las.txt", Self.converted)
    let content = folder.path("content")
    let result = try Rutin.run("import", content + "/routines/las.txt", "--content", content)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try contents(of: content).keys.sorted() == ["originals/routines/las.txt", "routines/las.md"])
    #expect(try String(contentsOfFile: content + "/originals/routines/las.txt", encoding: .utf8) == Self.converted)
    #expect(
      try String(contentsOfFile: content + "/routines/las.md", encoding: .utf8)
        == "---\ntitel: Lås i hemtjänsten\ntyp: rutin\nbeslutad: 2026-01-02\n---\n\n## Syfte\nText.\n")
    #expect(try Rutin.run("check", "--content", content).status == 0)
    // The second time the original would be written over.
    try folder.write("content/routines/las.txt", "annat")
    #expect(try Rutin.run("import", content + "/routines/las.txt", "--content", content).status == 2)
    #expect(try String(contentsOfFile: content + "/routines/las.txt", encoding: .utf8) == "annat")
  }

  @Test func importBringsInAFileFromElsewhere() throws {
    let folder = try Folder()
    try folder.write("Hämtat/Rutin för lås.txt", Self.converted)
    let content = folder.path("content")
    #expect(try Rutin.run("import", folder.path("Hämtat/Rutin för lås.txt"), "--content", content).status == 0)
    #expect(try contents(of: content).keys.sorted() == ["originals/Rutin för lås.txt", "routines/rutin-for-las.md"])
    #expect(try String(contentsOfFile: folder.path("Hämtat/Rutin för lås.txt"), encoding: .utf8) == Self.converted)
  }

  private func handbook() throws -> Folder {
    let folder = try Folder()
    let head = "---\ntitel: Lås\nid: EK-1\n"
    try folder.write(
      "content/routines/las.md",
      head + "utgåva: 2\nbeslutad: 2024-01-01\ngäller till: 2028-01-01\n---\n\nRing jouren & vänta.\n")
    try folder.write(
      "content/editions/EK-1/1.md",
      head + "utgåva: 1\nbeslutad: 2020-01-01\ngäller till: 2024-12-31\n---\n\nRing chefen & vänta.\n")
    return folder
  }

  @Test(arguments: [
    ("2019-12-31", "[]"), ("2020-01-01", "1"), ("2023-12-31", "1"), ("2024-01-01", "2"), ("2028-01-02", "[]"),
  ])
  func inForceTellsTheEdition(day: String, expected: String) throws {
    let folder = try handbook()
    let result = try Rutin.run(
      "inforce", "--on", day, "--content", folder.path("content"), "--work", folder.path("work"), "--format", "json")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains(expected == "[]" ? "[]" : "\"edition\": \"\(expected)\""))
  }

  @Test func diffShowsWords() throws {
    let folder = try handbook()
    let (content, work) = (folder.path("content"), folder.path("work"))
    let human = try Rutin.run("diff", "EK-1@1", "EK-1", "--content", content, "--work", work)
    #expect(human.output == "  # Lås\n* Ring [-chefen-]{+jouren+} & vänta.\n", "\(human.errors)")
    let html = try Rutin.run(
      "diff", content + "/editions/EK-1/1.md", content + "/routines/las.md", "--format", "html", "--content", content)
    #expect(
      html.output == "<p># Lås</p>\n<p>Ring <del>chefen</del><ins>jouren</ins> &amp; vänta.</p>\n", "\(html.errors)")
    #expect(try Rutin.run("diff", "EK-1", "--content", content, "--work", work).status == 2)
    let unknown = try Rutin.run("diff", "EK-1@9", "EK-1", "--content", content, "--work", work)
    #expect(unknown.status == 2 && unknown.errors.contains("EK-1@1, EK-1@2"))
  }
}
