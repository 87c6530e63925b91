import Foundation
import Testing

@Suite struct StatsTests {
  private func write(_ folder: Folder, registration: String) throws {
    try folder.write(
      "content/data/enheter.csv",
      "Enhets-ID;Enhet;Utförar-ID;Regi;Verksamhet;Gäller från\nE-1;Norra;U-1;Egen;Hemtjänst;2024-01-01\n")
    try folder.write(
      "content/data/besok.csv",
      "Besöks-ID;Personalnr;Enhets-ID;Brukarnr;Start;Slut;Startregistrering;Status\n"
        + "B-1;P-1;E-1;K-1;2026-09-15 08:00;;\(registration);Utfört\n")
  }

  private func stats(_ folder: Folder) throws -> Rutin.Result {
    let process = Rutin.process(["stats", "all", "--raw", "--format", "csv", "--as-of", "2026-11-01"])
    process.currentDirectoryURL = folder.url
    return try Rutin.result(of: process)
  }

  @Test func tellsOfAMeasureOfWhichNothingIsShown() throws {
    let folder = try Folder()
    try write(folder, registration: "Lås")
    try folder.write(
      "content/measures/egna.yaml", "- {id: EGEN, namn: Medarbetare, data: besok, räkna: medarbetare}\n")
    let process = Rutin.process(["stats", "EGEN", "--as-of", "2026-11-01"])
    process.currentDirectoryURL = folder.url
    let result = try Rutin.result(of: process)
    let warning = "content/measures/egna.yaml:1:3: varning: Inget av måttet `EGEN` visas"
    #expect(result.errors.contains(warning), "\(result.errors)")
    #expect(result.status == 0)
  }

  /// A 0 that is hidden for the look of it is nobody's secret, so no table is lost for it.
  @Test func losesNothingWhereZeroIsHidden() throws {
    let folder = try Folder()
    try folder.write("content/site.yaml", "namn: A\norganisation: Ekvik kommun\nsmå tal:\n  visa noll: nej\n")
    let result = try stats(["all", "--content", folder.path("content"), "--format", "csv"], in: folder)
    let rows = result.output.split(separator: "\n").dropFirst()
    #expect(rows.count > 5000 && rows.count { $0.hasSuffix(",") } > rows.count / 2, "\(result.errors)")
  }

  /// With the sample exports of the repository, or with those in `folder`.
  private func stats(_ arguments: [String], in folder: Folder, _ more: String...) throws -> Rutin.Result {
    let process = Rutin.process(
      ["stats", "--as-of", "2026-11-01", "--work", folder.path("work")] + arguments + more)
    return try Rutin.result(of: process)
  }

  /// All of `measures.md` 4 and 10, M2 too, and nothing else.
  @Test func deliversExactlyTheRowsOfTheReferee() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let (oracle, data) = ("Tests/oracle/measures.py", "content/data")
    process.arguments = ["python3", "-B", Rutin.package.appendingPathComponent(oracle).path]
    process.arguments?.append(contentsOf: [Rutin.package.appendingPathComponent(data).path, "2026-11-01"])
    let referee = try Rutin.result(of: process)
    #expect(referee.status == 0, "\(referee.errors)")
    let lines = referee.output.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("M2.") } == 24)
    let expected = lines.enumerated().map { "\($1),\($0 == 0 ? "suppressed" : "")\n" }.joined()
    let found = try stats(["all", "--raw", "--format", "csv"], in: Folder())
    #expect(found.status == 0 && found.output == expected)
  }

  @Test(arguments: [
    (["M2"], ["2025-H2", "2026-H1", "2026-H2"]),
    (["M2", "--from", "2026-07"], ["2026-H2"]),
    (["M2", "--from", "2026-01", "--to", "2026-06"], ["2026-H1"]),
    (["V1", "--period", "halfyear"], ["2025-H2", "2026-H1", "2026-H2"]),
    (["V1", "--period", "halfyear", "--from", "2026-06"], ["2026-H1", "2026-H2"]),
    (["V1", "--period", "halfyear", "--to", "2025-12"], ["2025-H2"]),
    (["V1", "--from", "2026-09"], ["2026-09", "2026-10"]),
    (["V1", "--period", "all"], ["2025-11/2026-10"]),
  ])
  func givesThePeriodsAskedFor(arguments: [String], periods: [String]) throws {
    let folder = try Folder()
    for isRaw in [true, false] {
      let result = try stats(arguments, in: folder, "--by", "total", "--format", "csv", isRaw ? "--raw" : "--quiet")
      let rows = result.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
      #expect(Set(rows.map { String($0[3]) }).sorted() == periods, "\(result.errors)")
    }
  }

  @Test(arguments: [
    (["--from", "2026-10", "--to", "2026-09"], "Den första månaden, 2026-10, är senare än den sista, 2026-09."),
    (["--period", "all", "--from", "2026-01"], "Hela tiden kan inte begränsas med --from och --to."),
    (["--period", "all", "--to", "2026-01"], "Hela tiden kan inte begränsas med --from och --to."),
  ])
  func refusesMonthsThatMeanNothing(arguments: [String], message: String) throws {
    let result = try stats(["V1"] + arguments, in: Folder())
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test func saysThatThereAreNoFigures() throws {
    let result = try stats(["M2", "--period", "all", "--quiet"], in: Folder())
    #expect(result.status == 0 && result.output == "Det finns inga siffror för det som efterfrågas.\n")
  }

  @Test func showsSharesOfOwnMeasuresAndFilesAsPerCent() throws {
    let folder = try Folder()
    try folder.write(
      "content/measures/egna.yaml",
      "- {id: EGEN, namn: Andel larm, data: besok, räkna: besök, täljare: {besökstyp: Larm}, nämnare: {}}\n")
    let table = try stats(
      ["EGEN", "D"], in: folder, "--content", folder.path("content"), "--raw", "--period", "all"
    ).output
    let lines = table.split(separator: "\n").map { $0.replacing("\u{a0}", with: " ") }
    #expect(lines.contains("EGEN  Andel larm") && lines.contains("D.rows  Rader som räknas"))
    let own = try #require(lines.first { $0.hasPrefix("  ALLA ") })
    #expect(own.hasSuffix("  3,2 %"), "\(own)")
    let file = try #require(lines.first { $0.hasPrefix("  besok-2025-11.csv ") })
    #expect(file.hasSuffix("  100,0 %"), "\(file)")
  }

  /// As what is measured can be carried away: on paper, in a file, by a pipe.
  @Test func marksRawFiguresFirstAndLastAndBeside() throws {
    let mark = "ARBETSMATERIAL utan röjandekontroll. Sprid det inte.\n"
    let folder = try Folder()
    let table = try stats(["V1"], in: folder, "--raw", "--quiet")
    #expect(table.output.hasPrefix(mark) && table.output.hasSuffix("\n\n" + mark) && table.errors == mark)
    let csv = try stats(["V1"], in: folder, "--raw", "--quiet", "--format", "csv")
    #expect(csv.output.hasPrefix("measure,") && !csv.output.contains("ARBETSMATERIAL") && csv.errors == mark)
    let english = try stats(["V1"], in: folder, "--raw", "--quiet", "--lang", "en")
    #expect(english.output.hasPrefix("WORKING MATERIAL ") && english.errors.hasPrefix("WORKING MATERIAL "))
    let published = try stats(["V1"], in: folder, "--quiet")
    #expect(!published.output.contains("ARBETSMATERIAL") && published.errors.isEmpty)
  }

  @Test func countsOneOwnMeasureOfAnId() throws {
    let folder = try Folder()
    try write(folder, registration: "Lås")
    let one = "namn: A, data: besok, räkna: besök, täljare: {startregistrering:"
    try folder.write("content/measures/a.yaml", "# Egna mått\n- {id: EGEN, \(one) Lås}}\n")
    try folder.write("content/measures/b.yaml", "- {id: TVÅ, \(one) Lås}}\n- {id: EGEN, \(one) App}}\n")
    let result = try stats(folder)
    #expect(result.status == 1)
    let place = "content/measures/b.yaml:2:3: fel: Måttet `EGEN` räknas inte: id:t finns redan."
    #expect(result.errors.contains(place), "\(result.errors)")
    #expect(result.errors.contains("content/measures/a.yaml:2:3"), "\(result.errors)")
    let rows = result.output.split(separator: "\n").filter { $0.contains("total,ALLA") }
    #expect(rows.filter { $0.hasPrefix("EGEN,") } == ["EGEN,total,ALLA,2026-09,1,,1,"])
    #expect(rows.contains("TVÅ,total,ALLA,2026-09,1,,1,"))
  }

  /// Six persons of ten, and none of seven, in one municipality without units to tell more.
  private func writeSmallCounts(_ folder: Folder) throws {
    try write(folder, registration: "Lås")
    var rows = "Besöks-ID;Personalnr;Enhets-ID;Brukarnr;Start;Slut;Startregistrering;Status\n"
    for (month, staff, digital) in [("08", 10, 6), ("09", 7, 0)] {
      for (person, visit) in (0..<staff).flatMap({ person in (0..<4).map { (person, $0) } }) {
        rows += "B-\(month)-\(person)-\(visit);P-\(person);E-1;K-\(person);2026-\(month)-15 08:00;;"
        rows += (person < digital ? "App" : "Efterhand") + ";Utfört\n"
      }
    }
    try folder.write("content/data/besok.csv", rows)
  }

  /// The same work folder for all: what was published by one rule is not published by another.
  @Test func hidesSmallCountsByTheRuleOfTheConfiguration() throws {
    let folder = try Folder()
    try writeSmallCounts(folder)
    func counts(_ site: String) throws -> [String] {
      try folder.write("content/site.yaml", site)
      let process = Rutin.process(["stats", "V5", "--format", "csv", "--by", "total", "--as-of", "2026-11-01"])
      process.currentDirectoryURL = folder.url
      let result = try Rutin.result(of: process)
      #expect(result.status == 0, "\(result.errors)")
      return result.output.split(separator: "\n").dropFirst().map { row in
        let fields = row.split(separator: ",", omittingEmptySubsequences: false)
        return "\(fields[3]) \(fields[4])/\(fields[5]) \(fields[7])"
      }
    }
    // The other four of ten are few as well.
    #expect(try counts("") == ["2026-08 /10 withheld", "2026-09 0/7 "])
    #expect(try counts("små tal: {färre än: 4}") == ["2026-08 6/10 ", "2026-09 0/7 "])
    #expect(try counts("små tal: {färre än: 8}").allSatisfy { $0.hasSuffix("few") || $0.hasSuffix("withheld") })
    #expect(try counts("små tal: {färre än: 4, visa noll: nej}").allSatisfy { !$0.hasPrefix("2026-09 0/") })
    #expect(try counts("") == ["2026-08 /10 withheld", "2026-09 0/7 "])
  }

  @Test func saysTheLimitOfTheConfiguration() throws {
    let folder = try Folder()
    try folder.write("content/site.yaml", "små tal: {färre än: 6}\n")
    let result = try stats(["V3", "--content", folder.path("content")], in: folder)
    #expect(result.output.contains("  färre än 6\n") && !result.output.contains("färre än 5"), "\(result.output)")
    try folder.write("content/site.yaml", "små tal: {färre än: 2}\n")
    let refused = try stats(["V3", "--content", folder.path("content")], in: folder)
    #expect(refused.status == 1 && refused.errors.contains("site.yaml:1:21: fel: 2 är inget rimligt värde"))
  }

  @Test func saysWhichOwnMeasureIsOneTooMany() throws {
    let folder = try Folder()
    try write(folder, registration: "Lås")
    var measures = ""
    let types = ["Planerat", "Larm", "Extra"]
    for number in 0..<35 {
      let (registration, end) = (
        ["Lås", "NFC", "App", "Efterhand", "Okänd"][number % 5], ["Lås", "NFC", "App"][number / 15]
      )
      measures +=
        "- {id: K\(number), namn: A, data: besok, räkna: brukare, täljare: {startregistrering: \(registration), "
        + "slutregistrering: \(end), besökstyp: \(types[number / 5 % 3])}}\n"
    }
    try folder.write("content/measures/egna.yaml", measures)
    let result = try stats(folder)
    #expect(result.status == 1)
    #expect(
      result.errors.contains("content/measures/egna.yaml:25:3: fel: Måttet `K24` räknas inte"), "\(result.errors)")
    #expect(result.output.contains("\nV1.visits,total,ALLA,2026-09,1,") && result.output.contains("\nK23,"))
    #expect(!result.output.contains("\nK24,"))
  }

  /// Neither size nor time of modification tells: the system's own time of change does.
  @Test func readsAFileAgainThatWasChangedInSecret() throws {
    let folder = try Folder()
    try write(folder, registration: "App")
    let file = folder.path("content/data/besok.csv")
    let old = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 1_000_000)]
    try FileManager.default.setAttributes(old, ofItemAtPath: file)
    sleep(3)
    #expect(try stats(folder).output.contains("\nV1.app,total,ALLA,2026-09,1,"))
    let again = try stats(folder)
    #expect(
      again.errors.contains("0 filer lästes nu, 2 var lästa") && again.output.contains("\nV1.app,total,ALLA,2026-09,1,")
    )
    try write(folder, registration: "NFC")
    try FileManager.default.setAttributes(old, ofItemAtPath: file)
    #expect(try stats(folder).output.contains("\nV1.nfc,total,ALLA,2026-09,1,"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path(".rutin/exports")).count == 3)
  }
}
