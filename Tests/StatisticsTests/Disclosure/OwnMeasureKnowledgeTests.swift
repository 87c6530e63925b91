import Statistics
import Testing
import YAML

/// What a reader can work out with the municipality's own measures: each case leaks when these are taken by themselves.
@Suite struct OwnMeasureKnowledgeTests {
  private func own(_ yaml: String) throws -> Measure {
    let node = try #require(YAMLReader.read(Array(yaml.utf8), file: "m.yaml").0)
    return try #require(Measure.read(node).0)
  }

  /// One unit's counts in a month, `MEASURE NUMERATOR[/DENOMINATOR]`, as they are published.
  private func published(_ counts: [String], _ measures: [String]) throws -> [String: PublishedCount] {
    let rows = counts.map { text in
      let words = text.split(separator: " ")
      let numbers = words[1].split(separator: "/").compactMap { Int($0) }
      let denominator = numbers.count > 1 ? numbers[1] : nil
      return ResultRow(
        measure: String(words[0]), groupKind: .unit, group: "E1", period: "2026-03",
        numerator: numbers[0], denominator: denominator,
        value: denominator.map { Double(numbers[0]) / Double($0) } ?? Double(numbers[0]))
    }
    let vocabulary = DisclosureVocabulary.standard.adding(try measures.map { try own($0) })
    #expect(vocabulary.unprotected.isEmpty)
    let (publication, proof) = DisclosureControl(vocabulary: vocabulary).publish(
      rows, structure: GroupStructure(belongings: []))
    #expect(proof.contradictedRelations == 0)
    var result: [String: PublishedCount] = [:]
    for row in publication.rows {
      result[row.measure] = row.numerator
      if row.denominator != .none { result["/\(row.measure)"] = row.denominator }
    }
    return result
  }

  /// Those that are hidden, numerators and `/` denominators.
  private func hidden(_ counts: [String], _ measures: [String]) throws -> Set<String> {
    Set(try published(counts, measures).filter { $0.value.isHidden }.keys)
  }

  /// The built-in counts of visits that are all registered by lock, NFC or app or afterwards, at clients without locks.
  private func visits(las: Int, nfc: Int, app: Int, efterhand: Int) -> [String] {
    let all = las + nfc + app + efterhand
    return [
      "V1 \(las + nfc)/\(all)", "V1.visits \(all)", "V1.las \(las)", "V1.nfc \(nfc)", "V1.app \(app)",
      "V1.efterhand \(efterhand)", "V1.okand 0", "V2 0/0", "V3 0/0", "V4 \(all - efterhand)/\(all)", "L2 0/20",
    ]
  }

  @Test func knowsThatPartsAreNoMoreThanTheWhole() throws {
    let measures = [("KL", "Larm"), ("KP", "Planerat"), ("KE", "Extra")].map { id, type in
      "{id: \(id), namn: A, data: besok, täljare: {startregistrering: [Lås, NFC], besökstyp: \(type)}, "
        + "nämnare: {besökstyp: \(type)}}"
    }
    let counts = visits(las: 33, nfc: 30, app: 37, efterhand: 60) + ["KL 3/40", "KP 30/60", "KE 30/60"]
    let seen = try hidden(counts, measures)
    #expect(seen.contains("KL") && seen.count > 1)
  }

  @Test func knowsWhatOverlappingCountsTell() throws {
    let counts = ["K 12", "M1.service 10", "M1.byte 0", "M1.nedmontering 0", "M1.montering 2"]
    #expect(try hidden(counts, ["{id: K, namn: A, data: monteringar}"]).count > 1)
  }

  @Test func knowsThatAVisitIsARow() throws {
    let rows = "{id: K, namn: A, data: besok, räkna: rader, täljare: {startregistrering: [Lås, NFC]}}"
    #expect(try hidden(visits(las: 3, nfc: 0, app: 47, efterhand: 40) + ["K 3"], [rows]).contains("K"))
  }

  @Test func knowsThatStaffHaveRows() throws {
    let rows = "{id: K, namn: A, data: besok, räkna: rader, täljare: {startregistrering: [App, Efterhand]}}"
    let staff = "{id: KM, namn: A, data: besok, räkna: medarbetare, täljare: {startregistrering: App}}"
    #expect(try hidden(visits(las: 50, nfc: 0, app: 2, efterhand: 0) + ["KM 2", "K 2"], [rows, staff]).contains("K"))
  }

  @Test func knowsWhoDoNotUseLocksFromThoseWhoDo() throws {
    let users =
      "{id: K, namn: A, data: besok, räkna: medarbetare, täljare: {startregistrering: [Lås, NFC]}, nämnare: {}}"
    #expect(try hidden(["V3 3/20", "K 17/30"], [users]).count > 1)
  }

  @Test func knowsWhoLackOneThingFromThoseWhoHaveMore() throws {
    let measures = [
      "{id: K, namn: A, data: besok, räkna: medarbetare, utan: {startregistrering: App, besökstyp: Larm}}",
      "{id: KM, namn: A, data: besok, räkna: medarbetare, täljare: {startregistrering: App}}",
    ]
    #expect(try hidden(["K 3/20", "KM 17"], measures).count > 1)
  }

  @Test func knowsThatClientsHaveVisits() throws {
    let clients = "{id: K, namn: A, data: besok, räkna: brukare, täljare: {startregistrering: App, besökstyp: Larm}}"
    #expect(try hidden(["K 2", "V1.app 2"], [clients]) == ["K", "V1.app"])
  }

  @Test func knowsThatClientsApartHaveVisitsApart() throws {
    let clients = ["Larm", "Extra"].map {
      "{id: K\($0), namn: A, data: besok, räkna: brukare, täljare: {startregistrering: App, besökstyp: \($0)}}"
    }
    // Each could have four visits, but not if the other's clients have one.
    let seen = try published(["KLarm 2", "KExtra 2", "V1.app 4"], clients)
    #expect(seen["KLarm"] != .few || seen["KExtra"] != .few || seen["V1.app"] == .withheld)
  }

  @Test func knowsThatWhereThereAreNoClientsThereAreNoVisits() throws {
    let clients = "{id: K, namn: A, data: besok, räkna: brukare, täljare: {startregistrering: NFC}}"
    let seen = try hidden(["V1 1/50", "V1.las 1", "V1.nfc 0", "K 0"], [clients])
    #expect(seen.contains("V1.las") || seen.contains("K"))
  }

  @Test func showsNothingOfMeasuresThatTellTooMuchToReckonWith() throws {
    let registrations = ["Lås", "NFC", "App", "Efterhand", "Okänd"]
    let measures = try (1...30).map { number in
      let names = registrations.indices.filter { number >> $0 & 1 == 1 }.map { registrations[$0] }
      let types = number % 3 == 0 ? "Larm" : number % 3 == 1 ? "Planerat" : "Larm, Extra"
      return try own(
        "{id: K\(number), namn: A, data: besok, räkna: medarbetare, "
          + "täljare: {startregistrering: [\(names.joined(separator: ", "))], besökstyp: [\(types)]}}")
    }
    let vocabulary = DisclosureVocabulary.standard.adding(measures)
    #expect(!vocabulary.unprotected.isEmpty && !vocabulary.unprotected.contains("K1"))
    let rows = measures.map {
      ResultRow(
        measure: $0.id, groupKind: .unit, group: "E1", period: "2026-03", numerator: 20, denominator: nil, value: 20)
    }
    let published = DisclosureControl(vocabulary: vocabulary).publish(rows, structure: GroupStructure(belongings: []))
    for row in published.publication.rows where vocabulary.unprotected.contains(row.measure) {
      #expect(row.numerator == .withheld && row.value == .withheld)
    }
  }
}
