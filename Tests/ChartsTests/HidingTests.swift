import Charts
import HTML
import Testing

/// What is hidden leaves no trace in form, scale, order or words.
@Suite struct HidingTests {
  static let states: [ChartPoint] = [.few, .withheld, .missing, .noBase]

  /// What stands for numbers: whole rectangles, and those in the paths of bars.
  private func shapes(_ chart: Chart) -> [String] {
    let svg = Words.swedish.svg(chart, id: "c").string
    let whole = svg.matches(of: /<rect [^>]*fill="(?:currentColor|url[^"]*)"[^>]*>/).map { String($0.0) }
    let paths = svg.matches(of: /<path d="([^"]*)" fill="(?:currentColor|url[^"]*)"/).map { $0.1 }
    return whole + paths.flatMap { $0.split(separator: "M").map(String.init) }.filter { $0 != "0 0h6v6H0z" }
  }

  private func bars(_ points: [ChartPoint], _ kind: Chart.Kind = .bar) -> Chart {
    Chart(
      kind, title: "", unit: .count, columns: [Chart.Column("")],
      rows: points.enumerated().map { Chart.Row(Samples.name($0), [$1]) })
  }

  @Test(arguments: states)
  func barsOfOthersAreAsIfItWereNotThere(state: ChartPoint) {
    #expect(shapes(bars([.value(40), .value(12), state])).count == 2)
    #expect(
      shapes(bars([.value(40), .value(120), state])).first != shapes(bars([.value(40), .value(12), state])).first)
    #expect(shapes(bars([state, .value(40)])).count == 1)
    #expect(shapes(bars([state, state])).isEmpty)
    #expect(shapes(bars([.value(-3), state], .divergingBar)).count == 1)
  }

  @Test func aLineStopsBeforeAndBeginsAfter() {
    func paths(_ state: ChartPoint) -> [String] {
      let chart = Chart(
        .line, title: "", unit: .count, columns: Samples.months(5),
        rows: [Chart.Row("", [.value(9), .value(8), state, .value(30), .value(20)])])
      return Words.swedish.svg(chart, id: "c").string.matches(
        of: /d="(M[^"]*)" fill="none" stroke="currentColor" stroke-width="2"/
      )
      .map { String($0.1) }
    }
    let path = paths(.few)
    #expect(path.count == 1)
    #expect(path[0].matches(of: /M/).count == 2 && path[0].matches(of: /L/).count == 2)
    for state in Self.states { #expect(paths(state) == path) }
  }

  @Test func aStackWithAHiddenPartHasNoSumAndNoShares() {
    let parts = [Chart.Column("Lås"), Chart.Column("NFC"), Chart.Column("App")]
    func chart(_ asShares: Bool, _ state: ChartPoint) -> Chart {
      Chart(
        .stackedBar(asShares: asShares), title: "", unit: .count, columns: parts,
        rows: [Chart.Row("A", [.value(30), state, .value(10)]), Chart.Row("B", [.value(50), .value(20), .value(5)])])
    }
    for state in [ChartPoint.few, .withheld] {
      // Three signs in the key, and three parts of B.
      #expect(shapes(chart(true, state)).count == 6)
      #expect(shapes(chart(false, state)).count == 8)
      #expect(!Words.swedish.svg(chart(false, state), id: "c").string.contains(">40<"))
    }
    #expect(shapes(chart(false, .few)) == shapes(chart(false, .withheld)))
  }

  @Test func noHiddenGroupIsNamed() {
    let hidden = "Hemliga gruppen"
    for kind in [Chart.Kind.bar, .divergingBar, .line, .stackedBar(asShares: false)] {
      for state in [ChartPoint.few, .withheld] {
        let chart = Chart(
          kind, title: "", unit: .count, columns: [Chart.Column("2026-10")],
          rows: [
            Chart.Row("A", [.value(5)]), Chart.Row(hidden, [state]), Chart.Row("B", [.value(7)]),
          ], target: Chart.Target(6, .atLeast, label: "Mål 6"))
        let sentence = Words.swedish.sentence(chart)
        #expect(!sentence.contains(hidden))
        #expect(sentence.contains("1 värde är dolt"))
      }
    }
  }

  @Test func theOrderOfWhatIsHiddenIsTheOneGiven() {
    let chart = bars([.few, .value(1), .withheld, .value(9), .value(9), .missing]).sortedByValue()
    #expect(chart.rows.map(\.points) == [[.value(9)], [.value(9)], [.value(1)], [.few], [.withheld], [.missing]])
    #expect(chart.rows.map(\.name).prefix(2) == [Samples.name(3), Samples.name(4)])
    #expect(chart.rows.map(\.name)[3] == Samples.name(0))
  }
}
