import Foundation
import Testing

/// The numbers are made up.
@Suite struct PersonalNumberTests {
  private func run(_ command: String, _ folder: Folder, _ more: String...) throws -> Rutin.Result {
    let process = Rutin.process(
      [command, "--content", folder.path("content"), "--as-of", "2026-11-20"]
        + (command == "build" ? ["--output", folder.path("site")] : []) + more)
    return try Rutin.result(of: process)
  }

  private func hasDigits(_ result: Rutin.Result) -> Bool {
    (result.output + result.errors).contains("1231")
  }

  @Test(arguments: ["human", "json", "sarif"]) func repeatsTheDigitsInNoMessage(format: String) throws {
    let folder = try Folder()
    try folder.write(
      "content/routines/a.md",
      """
      ---
      titel: 850312-1231
      850312-1231: x
      beslutad: 850312-1231
      ---
      [850312-1231](19850312-1231.md) Se rutinen ”Om 850312-1231”. ![](8503121231.png)

      """)
    try folder.write("content/routines/19850312-1231.txt", "[x](finns-inte.md)\n")
    try folder.write("content/8503121231/x.md", "x")
    let result = try run("check", folder, "--format", format)
    #expect(result.status == 1 && result.output.contains("personal-number") && result.output.contains("broken-link"))
    #expect(!hasDigits(result), "\(result.output)")
  }

  @Test func publishesNothingThatGotANumberOnTheWay() throws {
    let folder = try Folder()
    try folder.write("content/routines/a.md", "---\ntitel: A\n---\nText.\n")
    #expect(try run("build", folder).status == 0)
    let before = try contents(of: folder.path("site"))
    try folder.write("content/routines/b.md", "---\ntitel: B\n---\nNummer 850312-123&#49; i text.\n")
    for command in ["build", "check"] {
      let result = try run(command, folder)
      #expect(result.status == 1 && !hasDigits(result))
      #expect(result.output.contains("fel: Webbplatsen skulle få något som ser ut som ett personnummer"))
    }
    #expect(try contents(of: folder.path("site")) == before)
  }

  @Test func publishesALineThatIsReviewed() throws {
    let folder = try Folder()
    try folder.write("content/routines/a.md", "---\ntitel: A\n---\nDelnummer 850312-1231.\n")
    #expect(try run("build", folder).status == 1)
    try folder.write(
      "content/registers/undantag.yaml",
      "inga personnummer:\n  - {fil: routines/a.md, rad: 4, skäl: Ett reservdelsnummer}\n")
    let result = try run("build", folder)
    #expect(result.status == 0 && !result.output.contains("personal-number"), "\(result.output)")
    let page = try String(contentsOfFile: folder.path("site/rutiner/a.html"), encoding: .utf8)
    #expect(page.contains("850312-1231"))
  }
}
