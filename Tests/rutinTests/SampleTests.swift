import Foundation
import Testing

@Suite struct SampleTests {
  private let data = Rutin.package.appendingPathComponent("content/data").path

  private func sample(_ month: String, _ folder: Folder, _ more: String...) throws -> Rutin.Result {
    let process = Rutin.process(
      ["sample", "--month", month, "--as-of", "2026-11-01", "--work", folder.path("work"), "--data", data] + more)
    return try Rutin.result(of: process)
  }

  /// Visits of one day, a client each, at one unit.
  private func write(_ folder: Folder, clients: [String]) throws {
    try folder.write(
      "data/enheter.csv",
      "Enhets-ID;Enhet;Utförar-ID;Regi;Verksamhet;Gäller från\nE-1;Norra;U-1;Egen;Hemtjänst;2024-01-01\n")
    var text = "Besöks-ID;Personalnr;Enhets-ID;Brukarnr;Start;Slut;Startregistrering;Status\n"
    for (index, client) in clients.enumerated() {
      text += "B-\(index);P-1;E-1;\(client);2026-09-15 08:00;;Lås;Utfört\n"
    }
    text += "B-x;P-1;E-1;K-other;2026-09-16 08:00;;Lås;Utfört\nB-y;P-1;E-1;K-not;2026-09-15 08:00;;Lås;Bom\n"
    try folder.write("data/besok.csv", text)
  }

  @Test func agreesWithTheReferee() throws {
    let folder = try Folder()
    let months = ["2025-11", "2026-03", "2026-09"]
    var found = ""
    for month in months {
      let result = try sample(month, folder, "--format", "csv", "--quiet")
      #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
      found += result.output.split(separator: "\n", maxSplits: 1)[1]
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let oracle = Rutin.package.appendingPathComponent("Tests/oracle/sample.py").path
    process.arguments = ["python3", "-B", oracle, data, "2026-11-01", folder.path("work/key")] + months
    let expected = try Rutin.result(of: process)
    #expect(expected.status == 0 && expected.output == found, "\(expected.errors)")
    #expect(found.split(separator: "\n").count > 40)
  }

  @Test func drawsTheSameAgainAndOthersByAnotherKey() throws {
    let folder = try Folder()
    let first = try sample("2026-09", folder).output
    #expect(try sample("2026-09", folder, "--jobs", "7").output == first)
    try FileManager.default.removeItem(atPath: folder.path("work"))
    #expect(try sample("2026-09", folder).output != first)
  }

  @Test func saysWhenAllAreDrawn() throws {
    let folder = try Folder()
    try write(folder, clients: ["K-2", "K-1"])
    let table = try sample("2026-09", folder, "--data", folder.path("data")).output
    #expect(table.hasPrefix("ARBETSMATERIAL "))
    #expect(table.contains("Norra") == false && table.contains("U-1: alla 2 brukare") && table.contains("färre än 3"))
    let rows = table.split(separator: "\n").filter { $0.contains("K-") }
    #expect(rows.map { $0.split(separator: " ")[0] } == ["K-1", "K-2"])
  }

  @Test func drawsAsManyAsTheConfigurationSays() throws {
    let folder = try Folder()
    try write(folder, clients: ["K-1", "K-2", "K-3", "K-4"])
    try folder.write("content/site.yaml", "trösklar:\n  brukare i stickprov: 2\n")
    let result = try sample(
      "2026-09", folder, "--data", folder.path("data"), "--content", folder.path("content"), "--format", "json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(json["workingMaterial"] as? Bool == true && json["reviewDate"] as? String == "2026-09-15")
    let providers = try #require(json["providers"] as? [[String: Any]])
    #expect((providers.first?["clients"] as? [Any])?.count == 2 && providers.first?["population"] as? Int == 4)
  }

  /// 15 August is a Saturday.
  @Test(arguments: [("nej", "2026-08-17"), ("ja", "2026-08-15")])
  func goesByTheCalendarOfTheConfiguration(counts: String, day: String) throws {
    let folder = try Folder()
    try folder.write("content/site.yaml", "kalender:\n  lördag är vardag: \(counts)\n")
    let table = try sample("2026-08", folder, "--content", folder.path("content")).output
    #expect(table.contains("granskningsdag \(day)."), "\(table)")
  }

  @Test(arguments: [
    (["--month", "2026-11"], "Granskningsdagen 2026-11-16 har inte varit"),
    (["--month", "2020-01"], "har inga utförda besök i 2020-01"),
    (["--month", "2026-09", "--provider", "U-10"], "Utföraren »U-10« finns inte."),
    ([], "Vilken månad ska granskas?"),
    (["--month", "2026-9"], "2026-03"),
    (["--month", "2026-09", "--output", "content/draget.csv"], "Arbetsmaterial får inte skrivas i"),
    (["--month", "2026-09", "--output", "content/data/draget.csv"], "Arbetsmaterial får inte skrivas i"),
    (["--month", "2026-09", "--output", "/finns/inte/draget.csv"], "/finns/inte"),
  ])
  func saysPlainlyWhatIsWrong(arguments: [String], message: String) throws {
    let folder = try Folder()
    let result = try Rutin.result(
      of: Rutin.process(["sample", "--as-of", "2026-11-01", "--work", folder.path("work")] + arguments))
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test func writesAFileForItsOwnerOnlyAndNeverIntoASite() throws {
    let folder = try Folder()
    let result = try sample("2026-09", folder, "--output", folder.path("draget.csv"), "--format", "csv")
    #expect(result.status == 0 && result.output.isEmpty && !result.errors.contains("K-"))
    let file = try String(contentsOfFile: folder.path("draget.csv"), encoding: .utf8)
    #expect(file.contains("\nARBETSMATERIAL,2026-09,2026-09-15,U-01,"))
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("draget.csv"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    try folder.write("site/.rutin-output", "")
    try folder.write("site/filer/x.txt", "")
    let refused = try sample("2026-09", folder, "--output", folder.path("site/filer/draget.csv"))
    #expect(refused.status == 2 && refused.errors.contains("Arbetsmaterial får inte skrivas i"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("site/filer/draget.csv")))
  }
}
