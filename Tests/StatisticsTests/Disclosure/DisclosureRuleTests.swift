import CivilTime
import Statistics
import Testing
import YAML

@Suite struct DisclosureRuleTests {
  private func row(
    _ measure: String, _ numerator: Int, of denominator: Int? = nil, kind: GroupKind = .unit, group: String = "E1",
    period: String = "2026-10"
  ) -> ResultRow {
    let value = denominator.map { $0 == 0 ? nil : Double(numerator) / Double($0) } ?? Double(numerator)
    return ResultRow(
      measure: measure, groupKind: kind, group: group, period: period, numerator: numerator,
      denominator: denominator, value: measure == "V3" ? Double(numerator) : value)
  }

  private func publish(_ rows: [ResultRow], policy: DisclosurePolicy = DisclosurePolicy()) -> [PublishedRow] {
    DisclosureControl(policy: policy).publish(rows, structure: GroupStructure(belongings: [])).publication.rows
  }

  @Test(arguments: [0, 1, 4, 5])
  func hidesOneToFourPersons(count: Int) {
    let published = publish([row("V3", count, of: 40)])[0]
    #expect(published.numerator == ((1...4).contains(count) ? .few : .shown(count)))
    #expect(published.value == ((1...4).contains(count) ? .few : .shown(Double(count))))
    #expect(published.denominator == .shown(40))
  }

  @Test func hidesZeroWhereThePolicySaysSo() {
    #expect(publish([row("V3", 0, of: 40)], policy: DisclosurePolicy(showsZero: false))[0].numerator.isHidden)
  }

  @Test func hidesTheBatteriesThatAUnitsLocksTellOf() {
    let counts = [("L1", 6), ("L3.ok", 5), ("L3.lagt", 1), ("L3.kritiskt", 0), ("L3.okant", 0)]
    let published = publish(counts.map { row($0, $1, period: "2026-10-28") })
    #expect(published[2].numerator == .few)
    #expect(published.count { $0.numerator.isHidden } > 1)
  }

  @Test(arguments: [(36, true), (39, true), (35, false), (40, false)])
  func hidesACountWhoseComplementIsSmall(count: Int, isHidden: Bool) {
    let published = publish([row("V5", count, of: 40)])[0]
    #expect(published.numerator.isHidden == isHidden)
    #expect(published.numerator != .few)
  }

  @Test(arguments: [(9, 19, true), (10, 20, false), (4, 200, true), (197, 200, true), (100, 200, false)])
  func hidesARatioOfFewVisits(count: Int, base: Int, isHidden: Bool) {
    let published = publish([row("V2", count, of: base)])[0]
    #expect(published.value == (isHidden ? .withheld : .shown(Double(count) / Double(base))))
    #expect(published.numerator.isHidden == isHidden)
  }

  @Test func hidesARatioOfTheVisitsOfFewClients() {
    let published = publish([row("V1", 60, of: 100), row("L2", 2, of: 3)])
    #expect(published[0].value == .withheld)
    #expect(published[1].value == .few && published[1].suppressed == "few")
    #expect(published[1].denominator.isHidden)
  }

  @Test func hidesARatioWhoseVisitsConcernFewPersons() {
    let rows = [row("V2", 60, of: 100)]
    let persons = PersonsBehind(
      measure: "V2", groupKind: .unit, group: "E1", period: "2026-10", numerator: 3, complement: 20)
    let (publication, _) = DisclosureControl().publish(
      rows, structure: GroupStructure(belongings: []), persons: [persons])
    #expect(publication.rows[0].value == .withheld)
  }

  @Test(arguments: [(4, true), (5, false)])
  func countsThePersonsBehindARatioOfVisits(staff: Int, isHidden: Bool) {
    // Thirty visits by lock and thirty afterwards; the latter by so many of the staff.
    var visits = "Besöks-ID;Personalnr;Enhets-ID;Brukarnr;Start;Slut;Startregistrering;Status\n"
    for number in 0..<60 {
      let isLate = number >= 30
      visits +=
        "B-\(number);P-\(isLate ? number % staff : 100 + number);E1;K-\(number % 20);2026-10-05 08:00;;"
        + "\(isLate ? "Efterhand" : "Lås");Utfört\n"
    }
    // A colleague's row of a visit by lock is no visit registered afterwards.
    visits += "B-0;P-900;E1;K-0;2026-10-05 08:00;;Efterhand;Utfört\n"
    let units = "Enhets-ID;Utförar-ID;Regi;Verksamhet;Gäller från;Gäller till\nE1;U1;Egen;Hemtjänst;2026-01-01;\n"
    let measures = Measure.builtIn + PersonsBehind.measures(behind: Measure.builtIn)
    let figures = Fixture.figures(
      ["besok.csv": visits, "enheter.csv": units], asOf: "2026-11-01", measures: measures)
    let (rows, persons) = PersonsBehind.taken(from: figures.rows)
    #expect(Set(rows.map(\.measure)).isSubset(of: Set(Measure.builtIn.map(\.id) + ["D.rows", "D.rejected"])))
    let structure = GroupStructure(belongings: [])
    let shown = DisclosureControl().publish(rows, structure: structure, persons: persons).publication.rows
    let ratio = shown.first { $0.measure == "V1" && $0.groupKind == .unit && $0.period == "2026-10" }
    #expect(ratio?.value == (isHidden ? .withheld : .shown(0.5)))
  }

  @Test(arguments: [(4, true), (5, false)])
  func countsThePersonsThatEachColumnLeavesOut(clients: Int, isHidden: Bool) throws {
    // All are registered by lock or NFC; those left out are the alarms, of so many clients.
    var visits = "Besöks-ID;Personalnr;Enhets-ID;Brukarnr;Start;Slut;Startregistrering;Status;Besökstyp\n"
    for number in 0..<112 {
      let isAlarm = number >= 100
      visits +=
        "B-\(number);P-\(number % 10);E1;K-\(isAlarm ? number % clients : 10 + number % 20);2026-10-05 08:00;;"
        + "Lås;Utfört;\(isAlarm ? "Larm" : "Planerat")\n"
    }
    let units = "Enhets-ID;Utförar-ID;Regi;Verksamhet;Gäller från;Gäller till\nE1;U1;Egen;Hemtjänst;2026-01-01;\n"
    let own = try own(
      "{id: K, namn: A, data: besok, täljare: {startregistrering: [Lås, NFC], besökstyp: Planerat}, nämnare: {}}")
    let figures = Fixture.figures(
      ["besok.csv": visits, "enheter.csv": units], asOf: "2026-11-01",
      measures: [own] + PersonsBehind.measures(behind: [own]))
    let (rows, persons) = PersonsBehind.taken(from: figures.rows)
    #expect(Set(rows.map(\.measure)).isSubset(of: ["K", "D.rows", "D.rejected"]))
    let shown = DisclosureControl(vocabulary: .standard.adding([own])).publish(
      rows, structure: GroupStructure(belongings: []), persons: persons
    ).publication.rows
    let ratio = shown.first { $0.measure == "K" && $0.groupKind == .unit && $0.period == "2026-10" }
    #expect(ratio?.value == (isHidden ? .withheld : .shown(100.0 / 112)))
  }

  @Test(arguments: [("monteringar, täljare: {typ: Service}", "2026-10"), ("las, täljare: {batteri: OK}", "2026-10-31")])
  func hidesASmallRestOfLocksAndJobsOfFewClients(_ data: String, _ period: String) throws {
    let own = try own("{id: K, namn: A, data: \(data), nämnare: {}}")
    for (clients, isHidden) in [(3, true), (8, false)] {
      let rows = [row("L2", 0, of: clients), row("K", 10, of: 12, period: period)]
      let published = DisclosureControl(vocabulary: .standard.adding([own])).publish(
        rows, structure: GroupStructure(belongings: [])
      ).publication.rows
      #expect(published[1].numerator.isHidden == isHidden)
    }
  }

  private func own(_ yaml: String) throws -> Measure {
    let node = try #require(YAMLReader.read(Array(yaml.utf8), file: "m.yaml").0)
    return try #require(Measure.read(node).0)
  }

  @Test(arguments: [(3, true), (8, false)])
  func treatsLocksOfAUnitWithFewClientsAsPersons(clients: Int, isHidden: Bool) {
    let rows = [row("L2", 0, of: clients), row("L1", 2, period: "2026-10-31")]
    #expect(publish(rows)[1].numerator.isHidden == isHidden)
  }

  @Test(arguments: [(2, true), (40, false)])
  func withholdsTheRowsOfAFileThatBoundAHiddenCount(count: Int, isHidden: Bool) {
    // A file for each unit; the second unit's clients are as few as its visits.
    let heading = "Besöks-ID;Personalnr;Enhets-ID;Brukarnr;Start;Slut;Startregistrering;Status\n"
    let files = [("E1", 80), ("E2", count)].map { unit, count in
      heading
        + (0..<count).map {
          "B-\(unit)\($0);P-\(unit)\($0 % 10);\(unit);K-\(unit)\($0 % 12);2026-10-05 08:00;;Efterhand;Utfört\n"
        }.joined()
    }
    let units =
      "Enhets-ID;Utförar-ID;Regi;Verksamhet;Gäller från;Gäller till\n"
      + ["E1", "E2"].map { "\($0);U1;Egen;Hemtjänst;2026-01-01;\n" }.joined()
    let figures = Fixture.figures(
      ["besok-E1.csv": files[0], "besok-E2.csv": files[1], "enheter.csv": units], asOf: "2026-11-01")
    let start = CivilDate(year: 2026, month: 1, day: 1) ?? CivilDate(dayNumber: 0)
    let structure = GroupStructure(
      belongings: ["E1", "E2"].map { .init(unit: $0, provider: "U1", from: start, to: nil) })
    let published = DisclosureControl().publish(
      figures.rows, structure: structure, files: figures.files
    ).publication.rows
    for name in ["besok-E1.csv", "besok-E2.csv"] {
      let row = published.first { $0.measure == "D.rows" && $0.group == name }
      #expect(row?.numerator.isHidden == isHidden && row?.denominator.isHidden == isHidden)
    }
  }

  @Test func leavesOtherMeasuresAsTheyAre() {
    let rows = [row("P1", 1, of: 3), row("D.rows", 2, of: 2, kind: .file, group: "a.csv", period: "")]
    #expect(publish(rows).allSatisfy { $0.suppressed.isEmpty })
  }

  @Test func protectsByAnotherUnitWhatThePeriodsAndTheProviderGiveAway() throws {
    let start = try #require(CivilDate(year: 2020, month: 1, day: 1))
    let structure = GroupStructure(
      belongings: ["E1", "E2", "E3"].map { .init(unit: $0, provider: "U1", from: start, to: nil) })
    let rows = [
      row("V3", 3, of: 30), row("V3", 9, of: 30, group: "E2"), row("V3", 20, of: 60, group: "E3"),
      row("V3", 32, of: 120, kind: .provider, group: "U1"),
    ]
    let (publication, proof) = DisclosureControl().publish(rows, structure: structure)
    #expect(publication.rows.map(\.numerator.isHidden) == [true, true, false, false])
    #expect(publication.rows[1].numerator == .withheld)
    #expect(proof.secondaryCount == 1)
  }

  @Test func givesTheSameEveryTime() {
    let world = SmallWorld(seed: 5, size: 1)
    let rows = world.resultRows()
    let once = DisclosureControl().publish(rows, structure: world.structure)
    let again = DisclosureControl().publish(rows, structure: world.structure)
    #expect(once.publication.rows == again.publication.rows)
    #expect(once.proof.json() == again.proof.json())
  }
}
