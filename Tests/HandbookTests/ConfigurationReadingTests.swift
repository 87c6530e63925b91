import CivilTime
import Colours
import Diagnostics
import Documents
import Testing

@testable import Handbook

@Suite struct ConfigurationReadingTests {
  private func read(_ text: String) -> (Configuration, [String]) {
    let (configuration, faults) = Configuration.read(Array(text.utf8), file: "site.yaml")
    return (configuration, faults.inOrder().map { "\($0.code.rawValue) \($0.range.line):\($0.range.column)" })
  }

  @Test(arguments: ["", "\n# inget\n", "namn:\n", "genvägar: []\n"])
  func givesTheDefaults(text: String) {
    let (configuration, faults) = read(text)
    #expect(configuration == Configuration())
    #expect(faults == [])
    #expect(configuration.endsSoonDays == 90 && configuration.limitInYears == 5 && configuration.showsDeciderName)
    #expect(configuration.smallCounts.threshold == 5 && configuration.smallCounts.showsZero)
    #expect(configuration.calendar == WorkingCalendar() && configuration.sampleSize == 3)
  }

  @Test func readsEveryKey() {
    let (configuration, faults) = read(
      """
      namn: Pärmen
      Organisation: Ekvik kommun
      forvaltning: Vård- och omsorgsförvaltningen
      adress: https://rutiner.ekvik.example/
      beskrivning: "Kort & gott"
      språk: en
      genvägar:
        - text: Larm
          till: EK-1
      områden:
        - namn: Hemtjänst
          alias: [Hemvård]
          beskrivning: Hemma.
      organisationsnamn: EKVIK
      ledfraser: [Ta med dig, Kontrollera att]
      avvikelse: mailto:avvikelse@ekvik.example
      trösklar:
        slutar snart dagar: 30
        längsta giltighet år: 3
      små tal:
        färre än: 8
        visa noll: nej
        beslut: Beslut av nämnden 2026-02-19, § 14.
      kalender:
        lördag är vardag: ja
        aftnar är lediga: ja
      visa beslutsfattares namn: nej
      läsning:
        utan: [slips, page-marks]
      färger: {brand: "#0b4b60"}
      logotyp: files/logotyp.svg
      tillgänglighet:
        status: Helt
        publicerad: 2026-01-02
        bedömd: 2026-03-01
        uppdaterad: 2026-03-01
        metod: självskattning
        bedömning: Vi provade.
        kontakt: {telefon: 08-465 004 10}
      """)
    #expect(faults == [])
    #expect(configuration.name == "Pärmen")
    #expect(configuration.organisation == "Ekvik kommun")
    #expect(configuration.administration == "Vård- och omsorgsförvaltningen")
    #expect(configuration.address == "https://rutiner.ekvik.example/")
    #expect(configuration.description == "Kort & gott")
    #expect(configuration.language == .english)
    #expect(
      configuration.shortcuts.map { "\($0.text) \($0.target) \($0.range.line):\($0.range.column)" } == [
        "Larm EK-1 9:11"
      ])
    #expect(configuration.areas == [Configuration.Area(name: "Hemtjänst", aliases: ["Hemvård"], description: "Hemma.")])
    #expect(configuration.organisationNames == ["EKVIK"])
    #expect(configuration.leadIns == ["Ta med dig", "Kontrollera att"])
    #expect(configuration.deviationAddress == "mailto:avvikelse@ekvik.example")
    #expect(configuration.endsSoonDays == 30)
    #expect(configuration.limitInYears == 3)
    #expect(configuration.smallCounts.threshold == 8 && !configuration.smallCounts.showsZero)
    #expect(configuration.smallCounts.decision == "Beslut av nämnden 2026-02-19, § 14.")
    #expect(configuration.calendar == WorkingCalendar(countsSaturdays: true, freesEves: true))
    #expect(!configuration.showsDeciderName)
    #expect(configuration.switchedOff == [.slips, .pageMarks])
    #expect(configuration.colours.map { "\($0.name) \($0.light.hex)" } == ["brand #0b4b60"])
    #expect(configuration.logo?.path == "files/logotyp.svg")
    let statement = configuration.statement
    #expect(statement?.status == .full && statement?.method == .own && statement?.telephone == "08-465 004 10")
    #expect([statement?.publishedOn, statement?.assessedOn].map { $0?.iso } == ["2026-01-02", "2026-03-01"])
  }

  @Test(arguments: [
    ("trösklar:\n  slutar snart dagar: -1", ["invalid-value 2:23"]),
    ("trösklar:\n  slutar snart dagar: 3651", ["invalid-value 2:23"]),
    ("trösklar:\n  slutar snart dagar: 0\n  längsta giltighet år: 0", ["invalid-value 3:25"]),
    ("trösklar:\n  längsta giltighet år: 101", ["invalid-value 2:25"]),
    ("trösklar:\n  längsta giltighet år: 99999999999999999999", ["invalid-value 2:25"]),
    ("trösklar:\n  längsta giltighet år: fem", ["invalid-value 2:25"]),
    ("trösklar: 90", ["invalid-value 1:11"]),
    ("trösklar:\n  dagar: 90", ["unknown-key 2:3"]),
    ("trösklar:\n  brukare i stickprov: 4", ["invalid-value 2:24"]),
    ("små tal:\n  färre än: 2", ["invalid-value 2:13"]),
    ("små tal:\n  färre än: 101\n  visa noll: ibland", ["invalid-value 2:13", "invalid-value 3:14"]),
    ("kalender:\n  lördag är vardag: 6\n  aftnar: ja", ["invalid-value 2:21", "unknown-key 3:3"]),
    ("visa beslutsfattares namn: ibland", ["invalid-value 1:28"]),
    ("läsning:\n  utan: [numbring, slips]", ["invalid-value 2:10"]),
    ("adress: http:/ekvik", ["invalid-value 1:9"]),
    ("språk: no", ["invalid-value 1:8"]),
    ("genvägar:\n  - text: A\n  - till: B\n  - C", ["missing-key 2:5", "missing-key 3:5", "invalid-value 4:5"]),
    ("områden:\n  - namn: A\n    alias: B\n  - namn: b", ["repeated-name 4:11"]),
    ("områden: [A]", ["invalid-value 1:11"]),
    ("- namn", ["invalid-value 1:1"]),
    ("namn: A: B", ["invalid-yaml 1:8"]),
  ])
  func reportsFaults(text: String, expected: [String]) { #expect(read(text).1 == expected) }

  /// What is wrong in one place takes nothing from the others.
  @Test func readsWhatItCan() {
    let (configuration, faults) = read(
      "namn: Pärmen\nfärg: blå\ntrösklar:\n  slutar snart dagar: många\n  längsta giltighet år: 4\n")
    #expect(faults == ["unknown-key 2:1", "invalid-value 4:23"])
    #expect(configuration.name == "Pärmen")
    #expect(configuration.limitInYears == 4)
    #expect(configuration.endsSoonDays == 90)
  }
}
