import Exports
import Statistics
import Testing
import YAML

@Suite struct OwnMeasureTests {
  private func measure(_ yaml: String) -> (Measure?, Int) {
    guard let node = YAMLReader.read(Array(yaml.utf8), file: "m.yaml").0 else { return (nil, -1) }
    let (measure, diagnostics) = Measure.read(node)
    return (measure, diagnostics.count)
  }

  @Test(arguments: [
    ("{id: K1, namn: A, data: besok, täljare: {startregistrering: [Lås, NFC]}}", "4/-"),
    ("{id: K1, namn: A, data: besok, räkna: rader}", "8/-"),
    (
      "{id: K1, namn: A, data: besok, täljare: {startregistrering: NFC}, nämnare: {startregistrering: [NFC, App]}}",
      "2/3"
    ),
    ("{id: K1, namn: A, data: besok, räkna: medarbetare, täljare: {startregistrering: Efterhand}, nämnare: {}}", "2/4"),
    ("{id: K1, namn: A, data: besok, räkna: brukare, täljare: {lås hos brukaren: ja}}", "2/-"),
    ("{id: K1, namn: A, data: besok, räkna: medarbetare, utan: {startregistrering: [Lås, NFC]}}", "2/4"),
  ])
  func countsOwnVisitMeasures(_ yaml: String, _ expected: String) {
    let (own, faults) = measure(yaml)
    #expect(faults == 0)
    let figures = Fixture.figures(
      WorkedExampleTests.files, asOf: "2026-11-01", measures: Measure.builtIn + [own].compactMap { $0 })
    #expect(Fixture.text(figures, "K1", .total, "ALLA", "2026-10") == expected)
  }

  @Test func countsOtherData() {
    let texts = [
      "{id: K2, namn: A, data: telefoner, täljare: {kopplad: nej, läge: ny}}",
      "{id: K3, namn: A, data: las, täljare: {batteri: lågt}, nämnare: {låstyp: Brukarlås}, mål: minst 80 %}",
      "{id: K4, namn: A, data: monteringar, täljare: {typ: [Byte, Service]}}",
    ]
    let own = texts.compactMap { measure($0).0 }
    #expect(own.count == 3)
    let figures = Fixture.figures(WorkedExampleTests.files, asOf: "2026-11-01", measures: own)
    #expect(Fixture.text(figures, "K2", .total, "ALLA", "2026-10-31") == "1/-")
    #expect(Fixture.text(figures, "K3", .total, "ALLA", "2026-10-31") == "1/2")
    #expect(Fixture.text(figures, "K4", .total, "ALLA", "2026-09") == "1/-")
  }

  @Test(arguments: [
    "{id: V1, namn: A, data: besok}", "{id: K1, namn: A, data: frukt}", "{id: K1, data: besok}",
    "{id: K1, namn: A, data: besok, räkna: lås}", "{id: K1, namn: A, data: besok, täljare: {färg: röd}}",
    "{id: K1, namn: A, data: besok, täljare: {besökstyp: röd}}", "{id: K1, namn: A, data: besok, mål: mycket}",
    "{id: K1, namn: A, data: besok, utan: {besökstyp: Larm}}", "{id: all, namn: A, data: besok}",
    "{id: K1, namn: A, data: besok, täljare: {startregistrering: []}}",
    "{id: K1, namn: A, data: besok, täljare: {startregistrering: }}",
    "{id: K1, namn: A, data: besok, täljare: {besökstyp: Larm}, nämnare: {startregistrering: ''}}",
  ])
  func refuses(_ yaml: String) {
    let (own, faults) = measure(yaml)
    #expect(own == nil)
    #expect(faults > 0)
  }

  /// Each counts the staff with one of a set of registrations and statuses that no other measure has.
  private func manyMeasures(_ count: Int) -> [Measure] {
    let registrations = ["Lås", "NFC", "App", "Efterhand", "Okänd"]
    return (1...count).compactMap { number in
      let names = registrations.indices.filter { number >> $0 & 1 == 1 }.map { registrations[$0] }
      let type = number < 32 ? "" : ", besökstyp: Larm"
      return measure(
        "{id: K\(number), namn: A, data: besok, räkna: medarbetare, "
          + "täljare: {startregistrering: [\(names.joined(separator: ", "))]\(type)}}"
      ).0
    }
  }

  @Test func countsTwentyConditionsOnStaffAndSaysWhenThereAreTooMany() {
    let own = manyMeasures(20)
    #expect(own.count == 20 && Measure.areCountable(Measure.builtIn + own))
    let figures = Fixture.figures(WorkedExampleTests.files, asOf: "2026-11-01", measures: Measure.builtIn + own)
    for (id, expected) in [("K1", "2/-"), ("K16", "1/-"), ("K8", "2/-"), ("K3", "2/-")] {
      #expect(Fixture.text(figures, id, .total, "ALLA", "2026-10") == expected, "\(id)")
    }
    #expect(Fixture.text(figures, "V1", .total, "ALLA", "2026-10") != "nothing")
    #expect(!Measure.areCountable(Measure.builtIn + manyMeasures(45)))
  }
}
