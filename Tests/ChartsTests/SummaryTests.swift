import Charts
import CivilTime
import Testing

@Suite struct SummaryTests {
  private func line(_ points: [ChartPoint], target: Chart.Target? = nil) -> String {
    Words.swedish.sentence(
      Chart(
        .line, title: "", unit: .ratio, columns: Samples.months(points.count), rows: [Chart.Row("", points)],
        target: target))
  }

  private func bars(_ points: [ChartPoint], _ kind: Chart.Kind = .bar, target: Chart.Target? = nil) -> String {
    let names = ["A", "B", "C", "D"]
    return Words.swedish.sentence(
      Chart(
        kind, title: "", unit: .count, columns: [Chart.Column("2026-10")],
        rows: points.enumerated().map { Chart.Row(names[$0], [$1]) }, target: target))
  }

  @Test func overTime() {
    #expect(
      line(Samples.values([0.5, 0.9]), target: Samples.goal)
        == "2026-10: 90,0\u{A0}%, upp från 50,0\u{A0}% 2026-09. Mål minst 90\u{A0}%: nått.")
    #expect(
      line(Samples.values([0.9, 0.5]), target: Samples.goal)
        == "2026-10: 50,0\u{A0}%, ner från 90,0\u{A0}% 2026-09. Mål minst 90\u{A0}%: inte nått.")
    #expect(line(Samples.values([0.50001, 0.5])) == "2026-10: 50,0\u{A0}%, samma som 2026-09.")
    #expect(line([.few, .value(0.5)]) == "2026-10: 50,0\u{A0}%. 1 värde är dolt för att skydda enskilda.")
    #expect(line([.value(0.5), .noBase]) == "2026-10: –.")
    #expect(
      line([.value(0.5), .few, .missing])
        == "2026-10: saknas. 1 värde är dolt för att skydda enskilda. 1 uppgift saknas.")
    #expect(line([.missing, .missing]) == "Inga värden kan visas. 2 uppgifter saknas.")
    #expect(line([]) == "Inga värden kan visas.")
  }

  @Test func betweenGroups() {
    #expect(bars(Samples.values([3, 12, 7])) == "2026-10: Högst har B, 12. Lägst har A, 3.")
    #expect(bars(Samples.values([3, 12, 3, 12])) == "2026-10: Högst har B och 1 till, 12. Lägst har A och 1 till, 3.")
    #expect(bars(Samples.values([3, 3])) == "2026-10: Alla 2 har 3.")
    #expect(bars(Samples.values([3])) == "2026-10: A har 3.")
    #expect(bars([.few, .withheld]) == "Inga värden kan visas. 2 värden är dolda för att skydda enskilda.")
    #expect(
      bars([.value(5), .few, .value(6)], target: Chart.Target(5, .atMost, label: "Högst 5"))
        == "2026-10: Högst har C, 6. Lägst har A, 5. Bara de som visas är jämförda. Högst 5: 1 av 2 når dit. 1 värde är dolt för att skydda enskilda."
    )
  }

  @Test func aroundZeroAndParts() {
    #expect(
      bars(Samples.values([2, -1, 0]), .divergingBar)
        == "1 över noll, 1 under noll, 1 på noll. 2026-10: Högst har A, +2. Lägst har B, −1.")
    #expect(
      Words.swedish.sentence(Samples.stack(asShares: true))
        == "Lås är störst hos 1 av 2 där alla delar visas. 2 värden är dolda för att skydda enskilda. 5 uppgifter saknas."
    )
  }

  @Test func calendars() {
    #expect(
      Words.swedish.sentence(Samples.strip(months: 3))
        == "Nästa datum är 2027-01-04: Halvårsgenomgång. Klar: 16. Klar för sent: 1.")
    let empty = CalendarStrip(title: "", from: month("2026-01"), monthCount: 1, rows: [])
    #expect(Words.swedish.sentence(empty) == "Inga datum finns i perioden.")
  }

  @Test func cells() {
    let texts = Words.swedish.texts
    #expect(texts.text(of: .value(1234), .count) == "1\u{A0}234")
    #expect(texts.text(of: .value(0.934), .ratio) == "93,4\u{A0}%")
    #expect(texts.text(of: .value(2.666), .average(decimals: 2)) == "2,67")
    #expect(texts.text(of: .few, .ratio) == "färre än 5")
    #expect(texts.text(of: .withheld, .count) == "–\u{A0}dold")
    #expect(texts.text(of: .noBase, .ratio) == "–")
    #expect(texts.note(of: .withheld) == "dold för att skydda andra värden")
    #expect(texts.note(of: .few) == nil)
    #expect(Words.english.texts.text(of: .few, .ratio) == "fewer than 5")
  }

  @Test func whatAValueSaysIsNotReadAsAVariable() {
    let chart = Chart(
      .bar, title: "", unit: .count, columns: [Chart.Column("")], rows: [Chart.Row("{{value}} {x}", [.value(3)])])
    #expect(Words.swedish.sentence(chart) == "{{value}} {x} har 3.")
  }

  @Test(arguments: ["sv", "en"])
  func everyTextIsThere(language: String) {
    let lines = Words.lines(language)
    #expect(Set(lines.keys) == Set(ChartText.allCases.map(\.rawValue)))
    #expect(lines.values.allSatisfy { !$0.isEmpty })
  }
}
