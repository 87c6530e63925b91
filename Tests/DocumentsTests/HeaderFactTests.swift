import Diagnostics
import Documents
import Testing

@Suite struct HeaderFactTests {
  private func facts(_ line: String) -> HeaderFacts {
    DocumentReader.read(Array("\(line)\n\n# RUTIN\nNycklar\n\n## Syfte\nText.\n".utf8), file: "a.md").facts
  }

  @Test(arguments: [
    "Dokumentet är beslutat av: Chef", "Dokumentet är beslutat och uppdaterat av: Chef", "Beslutad av: Chef",
    "beslutat av: Chef", "Beslutad eller godkänd av: [Chef]", "Fastställd av: Chef", "Dokument upprättat av: Chef",
    "**Beslutad av:** Chef", "DOKUMENTET ÄR BESLUTAT AV: Chef", "Dokumentet är beslutat av Chef", "Beslutad av:\tChef",
  ]) func readsWhoDecided(line: String) {
    #expect(facts(line).decidedBy.value == "Chef", "\(facts(line).decidedBy)")
  }

  @Test(arguments: [
    ("Dokumentet beslutades den: [2023-03-13]", "2023-03-13"), ("Dokumentet beslutades: 2023-03-13", "2023-03-13"),
    ("Beslutat datum: 2023-03-13", "2023-03-13"), ("Beslutad: 2023-03-13", "2023-03-13"),
    ("Beslutsdatum: 20230313", "2023-03-13"), ("Beslutsdatum: 13 mars 2023", "2023-03-13"),
    ("Beslutsdatum: 2023-03", "2023-03"), ("Beslutsdatum: [2023-02-27", "2023-02-27"),
    ("Beslutsdatum: [2023-10-05)", "2023-10-05"), ("Beslutsdatum: [2024-05- 22]", "2024-05-22"),
    ("Dokumentet beslutades den 2023-03-13", "2023-03-13"), ("Beslutsdatum: 1 januari 2020", "2020-01-01"),
    ("Beslutsdatum: den 5 augusti 2021", "2021-08-05"),
  ]) func readsDates(line: String, expected: String) {
    #expect(facts(line).decidedOn.value?.iso == expected, "\(facts(line).decidedOn)")
  }

  @Test(arguments: [
    "[YYYY-XX-XX]", "2021-0502", "2021–09--13", "[Datum för beslut]", "2023-02-30", "2023-13-01", "32 mars 2023",
  ]) func keepsWhatCannotBeReadAsIs(value: String) {
    let fact = facts("Beslutsdatum: \(value)").decidedOn
    #expect(fact.outcome == .unreadable && fact.value == nil && !fact.raw.isEmpty, "\(fact)")
  }

  @Test func leavesAnEmptyValueEmpty() {
    let facts = facts("Ersätter tidigare beslut:\n\nAnsvarig förvaltning och avdelning: Omsorgen")
    #expect(facts.replaces.outcome == .missing && facts.replaces.line == 1)
    #expect(facts.owner.value == "Omsorgen")
  }

  @Test(arguments: [
    ("Dokumentet gäller till: [2027-03-13 Max 5 år]", "2027-03-13"),
    ("Gäller till den: 2027-03-13 (max 5 år)", "2027-03-13"),
    ("Dokumentet gäller tillsvidare", "tills vidare"), ("Dokumentet gäller tills vidare", "tills vidare"),
    ("Gäller 2023-04-01 – 2027-03-13", "2027-03-13"),
  ]) func readsTheEnd(line: String, expected: String) {
    switch facts(line).validTo.value {
    case .date(let date): #expect(date.iso == expected)
    case .openEnded: #expect(expected == "tills vidare")
    case nil: Issue.record("\(facts(line).validTo)")
    }
  }

  @Test func readsTwoLabelsOnOneLineAndTwoDatesInOneValue() {
    let tabbed = facts("Upprättat:\t24 mars 2016\tUppdaterat:\t2016-06-15")
    #expect(tabbed.createdOn.value?.iso == "2016-03-24" && tabbed.updatedOn.value?.iso == "2016-06-15")
    let two = facts("Dokumentet beslutades: [2022-05-03] Uppdaterad version 2023-11-01")
    #expect(two.decidedOn.value?.iso == "2022-05-03" && two.updatedOn.value?.iso == "2023-11-01")
  }

  @Test func takesTheFirstOfTwoAndTellsOfTheContradiction() {
    let document = DocumentReader.read(
      Array("Beslutsdatum: 2023-01-01\nBeslutsdatum: 2024-01-01\n\n# Nycklar\n\nText.\n".utf8), file: "a.md")
    #expect(document.facts.decidedOn.value?.iso == "2023-01-01")
    let fault = document.diagnostics.first { $0.code.rawValue == "contradicting-fact" }
    #expect(fault?.range.line == 2 && fault?.related.first?.range.line == 1)
  }
}
