import Foundation
import Testing

@Suite struct StatsTests {
  @Test func saysWhichOwnMeasureIsOneTooMany() throws {
    let folder = try Folder()
    try folder.write(
      "content/data/enheter.csv",
      "Enhets-ID;Enhet;Utförar-ID;Regi;Verksamhet;Gäller från\nE-1;Norra;U-1;Egen;Hemtjänst;2024-01-01\n")
    try folder.write(
      "content/data/besok.csv",
      "Besöks-ID;Personalnr;Enhets-ID;Brukarnr;Start;Slut;Startregistrering;Status\n"
        + "B-1;P-1;E-1;K-1;2026-09-15 08:00;;Lås;Utfört\n")
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
    let process = Rutin.process(["stats", "all", "--raw", "--format", "csv", "--as-of", "2026-11-01"])
    process.currentDirectoryURL = folder.url
    let result = try Rutin.result(of: process)
    #expect(result.status == 1)
    #expect(
      result.errors.contains("content/measures/egna.yaml:31:3: fel: Måttet `K30` räknas inte"), "\(result.errors)")
    #expect(result.output.contains("\nV1.visits,total,ALLA,2026-09,1,") && result.output.contains("\nK29,"))
    #expect(!result.output.contains("\nK30,"))
  }
}
