import Diagnostics
import Documents
import HTML
import Testing

/// What one step changes: `mark` is in the text only with the step on, or only with it off.
struct StepCase: Sendable, CustomTestStringConvertible {
  var step: RepairStep
  var source: String
  var withStep: String?
  var without: String?

  var testDescription: String { step.rawValue }
}

@Suite struct RepairStepTests {
  static let cases = [
    StepCase(step: .frontMatter, source: "---\nutgåva: 2\n---\nText.\n", without: "utgåva: 2"),
    StepCase(
      step: .ruleInFacts,
      source:
        "Dokumentet är beslutat av: [Chef]\n\n---\n\nDokumentet gäller till: [2027-03-13]\n\n# RUTIN\nNycklar\n\n## Syfte\nText.\n",
      without: "<hr />"),
    StepCase(step: .titleLines, source: "# RUTIN\nNycklar i\nskåpet\n\n## Syfte\nText.\n", without: "Nycklar i"),
    StepCase(step: .pageMarks, source: "# Nycklar\n\nText.\n\n2 [2]\n\nMer text.\n", without: "2 [2]"),
    StepCase(
      step: .pageHeaders,
      source:
        "Dokumentansvarig är: [Chef]\n\n# RUTIN\nNycklar\n\n## Syfte\nText.\n\nDokumentansvarig är: [Chef]\n\n## Mer\nText.\n",
      without: "Dokumentansvarig"),
    StepCase(
      step: .leadIns, source: "# N\n\n- Att låsa skåpet.\nChefen ansvarar för\n- Att räkna.\n",
      withStep: "<p>Chefen ansvarar för</p>"),
    StepCase(
      step: .wrappedLines,
      source: "# N\n\nNycklarna ska alltid förvaras i det\n\nlåsta skåpet på kontoret.\n", without: "<p>låsta skåpet"),
    StepCase(
      step: .numbering, source: "# N\n\n## A\n\n1. Ett.\n2. Två.\n\n## B\n\n3. Tre.\n4. Fyra.\n",
      without: "<ol start=\"3\">"),
    StepCase(
      step: .nestedItems, source: "# N\n\n1. Granska två mått\n  - Andel besök\n  - Antal personal\n",
      without: "</ol>\n<ul>"),
    StepCase(
      step: .contentsList,
      source: "# N\n\n## Innehåll\n\n1. Syfte .....\t4\n2. Steg .....\t5\n\n## Syfte\nText.\n", without: "....."),
    StepCase(step: .headings, source: "# N\n\n### **Hemtjänst:**\n\nText.\n", without: "<strong>Hemtjänst:</strong>"),
    StepCase(step: .characters, source: "# N\n\n• Ett.\n• Två.\n", withStep: "<li>Ett.</li>", without: "• Ett."),
    StepCase(
      step: .hyphenation, source: "# N\n\nVår uppföljning sker ofta. All upp-\nföljning skrivs ned.\n", without: "upp-"),
    StepCase(step: .headerFacts, source: "Dokumenttyp: Rutin\n\n# Nycklar\n\nText.\n", without: "Dokumenttyp"),
  ]

  @Test(arguments: cases) func changesTheTextOnlyWhenItIsOn(one: StepCase) {
    var off = ReadingRules()
    off.without = [one.step]
    let repaired = DocumentReader.read(Array(one.source.utf8), file: "a.md")
    let left = DocumentReader.read(Array(one.source.utf8), file: "a.md", rules: off)
    let (on, without) = (repaired.fragment().string, left.fragment().string)
    if let text = one.withStep {
      #expect(on.contains(text), "\(on)")
      #expect(!without.contains(text), "\(without)")
    }
    if let text = one.without {
      #expect(!on.contains(text), "\(on)")
      #expect(without.contains(text), "\(without)")
    }
    #expect(repaired.repairs.contains { $0.step == one.step }, "\(repaired.repairs)")
    // A heading that is the title is taken out of the text either way.
    if one.step != .titleLines { #expect(!left.repairs.contains { $0.step == one.step }, "\(left.repairs)") }
  }

  @Test(arguments: [
    (RepairStep.slips, "# N\n\nVi går i Phonirot varje dag.\n"),
    (.abruptEnd, "# N\n\n## Syfte\n\nVid förlust av telefonen går du\n"),
  ]) func onlyWarns(step: RepairStep, source: String) {
    var rules = ReadingRules(slips: [("Phonirot", "Phoniro")])
    let on = DocumentReader.read(Array(source.utf8), file: "a.md", rules: rules)
    rules.without = [step]
    let off = DocumentReader.read(Array(source.utf8), file: "a.md", rules: rules)
    #expect(on.fragment() == off.fragment())
    #expect(on.repairs.contains { $0.step == step && $0.action == .warned })
    #expect(on.diagnostics.count == 1 && off.diagnostics.isEmpty, "\(on.diagnostics) \(off.diagnostics)")
  }

  @Test func namesEachOfTheSixteenStepsInATest() {
    #expect(Set(Self.cases.map(\.step)).union([.slips, .abruptEnd]) == Set(RepairStep.allCases))
    #expect(RepairStep.allCases.count == 16)
  }
}
