import HTML
import Testing

@testable import Charts

@Suite struct ScaleTests {
  @Test(arguments: [
    ([0.0], ChartUnit.count, true, 0.0, 1.0), ([], .ratio, true, 0, 1), ([3, 17], .count, false, 0, 20),
    ([0.71, 0.934, 0.9], .ratio, false, 0.7, 1), ([0.71, 0.934], .ratio, true, 0, 1),
    ([0.9, 0.9], .ratio, false, 0.85, 1),
    ([0.02, 0.04], .ratio, true, 0, 0.04), ([-7, 6], .count, true, -10, 10), ([1.4], .ratio, true, 0, 1.5),
  ])
  func coversWithRoundNumbers(values: [Double], unit: ChartUnit, startsAtZero: Bool, low: Double, high: Double) {
    let scale = Scale(covering: values, unit: unit, startsAtZero: startsAtZero)
    #expect(abs(scale.low - low) < 1e-9 && abs(scale.high - high) < 1e-9, "\(scale)")
    #expect(scale.ticks.first.map { abs($0 - low) < 1e-9 } == true)
    #expect(scale.ticks.count <= 7)
  }

  @Test(arguments: [1e300, 1e-300, 1e-12, -1e300, .greatestFiniteMagnitude])
  func noNumberIsTooLargeOrSmall(value: Double) {
    for unit in [ChartUnit.count, .ratio, .average(decimals: 1)] {
      let chart = Chart(
        .line, title: "", unit: unit, columns: Samples.months(2), rows: [Chart.Row("", [.value(value), .value(0)])])
      #expect(!Words.swedish.svg(chart, id: "c").bytes.isEmpty)
    }
  }

  @Test func aSinglePointAndNoneAreDrawn() {
    for points in [[ChartPoint.value(4)], [.few], []] {
      for kind in [Chart.Kind.line, .bar, .stackedBar(asShares: true), .divergingBar, .sparkline] {
        let chart = Chart(
          kind, title: "T", unit: .count, columns: points.map { _ in Chart.Column("2026-10") },
          rows: [Chart.Row("A", points)])
        #expect(Words.swedish.drawing(chart, id: "c").height >= 0)
      }
    }
  }
}
