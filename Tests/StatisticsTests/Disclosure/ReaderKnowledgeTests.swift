import CivilTime
import Statistics
import Testing
import YAML

/// What a reader can work out beyond sums: each case leaks when only the small count itself is hidden.
@Suite struct ReaderKnowledgeTests {
  private func row(_ kind: GroupKind, _ group: String, _ period: String, _ count: Int, _ measure: String = "K")
    -> ResultRow
  {
    ResultRow(
      measure: measure, groupKind: kind, group: group, period: period, numerator: count, denominator: nil,
      value: Double(count))
  }

  private func belonging(_ unit: String, _ provider: String, from: String = "2020-01-01", to: String? = nil) throws
    -> GroupStructure.Belonging
  {
    let first = try #require(CivilDate(iso: from))
    return .init(unit: unit, provider: provider, from: first, to: to.flatMap { CivilDate(iso: $0) })
  }

  private func own(_ yaml: String) throws -> Measure {
    let node = try #require(YAMLReader.read(Array(yaml.utf8), file: "m.yaml").0)
    return try #require(Measure.read(node).0)
  }

  private func hidden(_ rows: [ResultRow], _ structure: GroupStructure, _ own: [Measure]? = nil) throws -> Int {
    let measures =
      try own ?? [self.own("{id: K, namn: A, data: besok, räkna: brukare, täljare: {startregistrering: App}}")]
    let (publication, proof) = DisclosureControl(vocabulary: .standard.adding(measures)).publish(
      rows, structure: structure)
    #expect(proof.contradictedRelations == 0)
    return publication.rows.count { $0.numerator.isHidden }
  }

  @Test func knowsThatJobsOfMonthsAddUp() throws {
    let rows = [
      row(.unit, "E1", "2026-07", 2, "M1.service"), row(.unit, "E1", "2026-08", 10, "M1.service"),
      row(.unit, "E1", "2026-H2", 12, "M1.service"),
    ]
    #expect(try hidden(rows, GroupStructure(belongings: [])) > 1)
  }

  @Test func knowsWhenAUnitWasTheProviders() throws {
    let structure = GroupStructure(belongings: [
      try belonging("E1", "U1", to: "2026-06-30"), try belonging("E1", "U2", from: "2026-07-01"),
      try belonging("E2", "U1"),
    ])
    let all = "2026-01/2026-12"
    let rows = [
      row(.unit, "E1", "2026-H1", 3), row(.unit, "E1", all, 20), row(.unit, "E2", all, 10),
      row(.provider, "U1", all, 13),
      row(.unit, "E1", "2026-H2", 18), row(.provider, "U2", all, 18),
    ]
    #expect(try hidden(rows, structure) > 1)
  }

  @Test func knowsTheChainsOfUnitsInAChainOfProviders() throws {
    let structure = GroupStructure(
      belongings: try [("E1", "U1"), ("E3", "U1"), ("E2", "U2"), ("E4", "U2")].map { try belonging($0, $1) },
      chains: [
        .init(kind: .unitChain, name: "E2", members: ["E1", "E2"]),
        .init(kind: .unitChain, name: "E4", members: ["E3", "E4"]),
        .init(kind: .providerChain, name: "U2", members: ["U1", "U2"]),
      ])
    let rows = [
      row(.unitChain, "E2", "2026-03", 3), row(.unitChain, "E4", "2026-03", 10),
      row(.providerChain, "U2", "2026-03", 13),
    ]
    let units = ["E1", "E2", "E3", "E4"].map { row(.unit, $0, "2026-03", 0) }
    // The units are only named: of a measure of their own.
    #expect(
      try hidden(
        rows + units.map { row($0.groupKind, $0.group, $0.period, 50, "P1.used") }
          + ["U1", "U2"].map { row(.provider, $0, "2026-03", 50, "P1.used") }, structure) > 1)
  }

  @Test func knowsThatWhoIsSharedInAMonthIsSharedInTheHalfYear() throws {
    let structure = GroupStructure(belongings: [try belonging("E1", "U1"), try belonging("E2", "U1")])
    let rows = [
      row(.unit, "E1", "2026-02", 40), row(.unit, "E2", "2026-02", 10), row(.provider, "U1", "2026-02", 48),
      row(.unit, "E1", "2026-03", 3), row(.unit, "E2", "2026-03", 5), row(.provider, "U1", "2026-03", 6),
      row(.unit, "E1", "2026-H1", 40), row(.unit, "E2", "2026-H1", 10), row(.provider, "U1", "2026-H1", 48),
    ]
    #expect(try hidden(rows, structure) > 1)
  }

  @Test func protectsWhatAnOwnMeasureOfVisitsWouldTell() throws {
    // Two visits by lock or NFC are hidden in V1; the own measure counts the same visits.
    let same = try own("{id: K, namn: A, data: besok, täljare: {startregistrering: [Lås, NFC]}}")
    var ratio = row(.unit, "E1", "2026-03", 2, "V1")
    ratio.denominator = 50
    let published = DisclosureControl(vocabulary: .standard.adding([same])).publish(
      [ratio, row(.unit, "E1", "2026-03", 2, "K")], structure: GroupStructure(belongings: [])
    ).publication.rows
    #expect(published.allSatisfy { $0.numerator.isHidden })
  }
}
