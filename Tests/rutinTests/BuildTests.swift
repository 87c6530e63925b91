import Foundation
import Testing

@Suite struct BuildTests {
  @Test func buildsTheSampleContentAndSaysWhereToLook() throws {
    let folder = try Folder()
    let result = try Rutin.run("build", "--output", folder.path("site"), "--as-of", "2026-11-20")
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    let last = try #require(result.output.split(separator: "\n").last)
    #expect(last.hasPrefix("Byggde ") && last.hasSuffix("Öppna \(folder.path("site"))/index.html"))
    let files = try contents(of: folder.path("site"))
    for page in [
      "index.html", "a-o.html", "om.html", "kontakter.html", "rutiner/vof-r-004.html", "roller/enhetschef.html",
    ] {
      #expect(files[page] != nil, "\(page)")
    }
  }

  @Test(arguments: ["intranet", "plain"]) func buildsWithEachTheme(theme: String) throws {
    let folder = try Folder()
    let result = try Rutin.run("build", "--theme", theme, "--output", folder.path("site"))
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  @Test func buildsDocumentsLaidStraightIntoAnEmptyFolder() throws {
    let folder = try Folder()
    try folder.write(
      "content/000_x.txt", "# RUTIN\nHantering av nycklar\n\n## Inledning\n\nNycklar förvaras i skåpet.\n")
    let result = try Rutin.run("build", "--content", folder.path("content"), "--output", folder.path("site"))
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    let page = try String(contentsOfFile: folder.path("site/rutiner/000-x.html"), encoding: .utf8)
    #expect(page.contains("<h1") && page.contains("Hantering av nycklar"))
  }

  @Test func leavesTheOldSiteWhenTheContentHasErrors() throws {
    let folder = try Folder()
    try folder.write("content/routines/a.md", "---\ntitel: A\n---\nText.\n")
    try Rutin.run("build", "--content", folder.path("content"), "--output", folder.path("site"))
    let before = try contents(of: folder.path("site"))
    try folder.write("content/routines/b.md", "---\ntitel: B\n---\n[bort](finns-inte.md)\n")
    let result = try Rutin.run("build", "--content", folder.path("content"), "--output", folder.path("site"))
    #expect(result.status == 1)
    #expect(result.output.contains("routines/b.md:4:8: fel:") && result.output.contains("[broken-link]"))
    #expect(result.errors.contains("Inget byggdes: 1 fel"))
    #expect(try contents(of: folder.path("site")) == before)
  }

  /// The limit, wherever a hidden count stands, and the decision behind every figure.
  @Test(arguments: ["intranet", "plain"]) func saysWhatIsDecidedOfSmallCounts(theme: String) throws {
    let folder = try Folder()
    try folder.write(
      "content/site.yaml", "små tal:\n  färre än: 9\n  beslut: Beslut av nämnden 2026-02-19, § 14.\n")
    try folder.write("content/dashboards/a.md", "---\ntitel: A\n---\n```table\nmått: V3\nper: enhet\n```\n")
    let data = Rutin.package.appendingPathComponent("content/data")
    try FileManager.default.copyItem(at: data, to: URL(fileURLWithPath: folder.path("content/data")))
    let result = try Rutin.run(
      "build", "--content", folder.path("content"), "--theme", theme, "--output", folder.path("site"), "--as-of",
      "2026-11-20", "--work", folder.path("work"))
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    let page = try String(contentsOfFile: folder.path("site/statistik/a.html"), encoding: .utf8)
    #expect(page.contains("färre än 9") && !page.contains("färre än 5"))
    #expect(page.contains("Färre än 9 personer visas inte. Beslut av nämnden 2026-02-19, § 14."))
  }

  /// A heading that figures need is missing, there is one column only, a quotation mark is never closed.
  @Test(arguments: [
    (
      "Telefon-ID;Enhets-ID;Status;Typ;Registrerad;Kopplad;Senast använd\nT-1;E-1;Aktiv;Ordinarie;2025-01-01;Ja;\n",
      "missing-heading"
    ),
    ("telefoner\nT-1\n", "single-column"),
    (
      "Telefon-ID;Enhets-ID;Status;Typ;Registrerad;Kopplad;Senast använd;Avläst\nT-1;\"E-1;Aktiv\n", "broken-table"
    ),
  ])
  func leavesTheOldSiteWhenAnExportCannotBeRead(export: String, code: String) throws {
    let folder = try Folder()
    let names = ["--content", folder.path("content"), "--output", folder.path("site")]
    try folder.write("content/routines/a.md", "---\ntitel: A\n---\nText.\n")
    try folder.write(
      "content/data/enheter.csv",
      "Enhets-ID;Enhet;Utförar-ID;Regi;Verksamhet;Gäller från\nE-1;Norra;U-1;Egen;Hemtjänst;2024-01-01\n")
    let first = try Rutin.result(of: Rutin.process(["build"] + names))
    #expect(first.status == 0, "\(first.output)\(first.errors)")
    let before = try contents(of: folder.path("site"))
    #expect(!before.isEmpty)
    try folder.write("content/data/telefoner.csv", export)
    try folder.write("content/routines/b.md", "---\ntitel: B\n---\nText.\n")
    let result = try Rutin.result(of: Rutin.process(["build"] + names))
    #expect(result.status == 1)
    #expect(
      result.output.contains("content/data/telefoner.csv:") && result.output.contains("fel:")
        && result.output.contains("[\(code)]"), "\(result.output)")
    #expect(result.errors.contains("Inget byggdes: 1 fel"), "\(result.errors)")
    #expect(try contents(of: folder.path("site")) == before)
  }

  @Test func failsOnWarningsOnlyWhenStrict() throws {
    let folder = try Folder()
    try folder.write("content/routines/a.md", "---\ntitel: A\n---\nSe rutinen ”Finns inte alls”.\n")
    #expect(try Rutin.run("check", "--content", folder.path("content")).status == 0)
    #expect(try Rutin.run("check", "--strict", "--content", folder.path("content")).status == 1)
    #expect(
      try Rutin.run("build", "--strict", "--content", folder.path("content"), "--output", folder.path("site")).status
        == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.path("site")))
  }

  @Test func checksWithoutWriting() throws {
    let folder = try Folder()
    try folder.write("content/routines/a.md", "---\ntitel: A\n---\nText.\n")
    let result = try Rutin.run("check", "--content", folder.path("content"))
    #expect(result.status == 0 && result.output.contains("Inget skrevs."))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["content"])
  }

  @Test(arguments: [
    ["build", "--content", "/finns/inte"], ["biuld"], ["build", "--as-of", "i går"], ["inspect"],
    ["inspect", "/finns/inte.md"],
  ])
  func answersTwoToWrongUseAndEnvironment(arguments: [String]) throws {
    let process = Rutin.process(arguments)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
  }

  @Test func givesFaultsAsJSON() throws {
    let folder = try Folder()
    try folder.write("content/routines/a.md", "---\ntitel: A\nfärg: blå\n---\n[bort](x.md)\n")
    let result = try Rutin.run("check", "--format", "json", "--content", folder.path("content"))
    let faults = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
    #expect(faults.map { $0["code"] as? String } == ["unknown-key", "broken-link"])
    let keys: Set = [
      "code", "severity", "file", "line", "column", "endLine", "endColumn", "message", "help", "related",
    ]
    for fault in faults { #expect(Set(fault.keys) == keys) }
  }

  @Test func inspectsWithTheKeysOfTheContract() throws {
    let folder = try Folder()
    try folder.write(
      "a.md", "# RUTIN\nNycklar\n\nDokumentet gäller till: [2027-03-13 Max 5 år]\n\n## Inledning\nText.\n")
    let result = try Rutin.run("inspect", "--format", "json", folder.path("a.md"))
    let documents = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
    let document = try #require(documents.first)
    for key in [
      "file", "title", "titleSource", "kind", "decidedBy", "decidedOn", "updatedOn", "validFrom", "validity", "owner",
      "replaces",
      "audience", "subjects", "organisation", "sections", "roles", "checklists", "references", "contacts", "repairs",
      "diagnostics",
    ] {
      #expect(document[key] != nil, "\(key)")
    }
    let validity = try #require(document["validity"] as? [String: Any])
    #expect(validity["kind"] as? String == "date" && validity["to"] as? String == "2027-03-13")
    let decided = try #require(document["decidedOn"] as? [String: Any])
    #expect(decided["outcome"] as? String == "missing" && decided["value"] is NSNull)
  }

  @Test func leavesOutStepsThatAreSwitchedOff() throws {
    let folder = try Folder()
    try folder.write("a.md", "# Titel\n\n1/2\n\nText.\n")
    #expect(try !Rutin.run("render", folder.path("a.md")).output.contains("1/2"))
    #expect(try Rutin.run("render", "--without", "page-marks", folder.path("a.md")).output.contains("1/2"))
  }
}
