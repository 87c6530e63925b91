import CivilTime

@testable import Charts

/// Charts of every kind, with what is seldom seen.
struct RandomCharts {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  /// SplitMix64.
  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }

  private mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }

  mutating func name() -> String {
    let words = [
      "Hemtjänst", "Björkgårdens", "boendestöd", "Ekvik", "natt-", "och", "larmgrupp", "AB", "Norr",
      "omsorgsutförarorganisation", "WWW", "<&\">",
    ]
    var name = (0...below(pick([1, 3, 9]))).map { _ in pick(words) }.joined(separator: " ")
    if below(30) == 0 { name = "" }
    return String(name.prefix(60))
  }

  mutating func chart() -> Chart {
    let kind = pick([
      Chart.Kind.line, .line, .bar, .divergingBar, .stackedBar(asShares: true), .stackedBar(asShares: false),
      .sparkline,
    ])
    let unit = pick([ChartUnit.count, .ratio, .average(decimals: 2)])
    let columnCount =
      switch kind {
      case .line, .sparkline: pick([0, 1, 2, 12, 12, 24])
      case .stackedBar: 1 + below(7)
      case .bar, .divergingBar: 1
      }
    let columns = Samples.months(columnCount, incompleteLast: below(4) == 0)
    let oddity = pick([0, 0, 0, 3, 20, 100])
    let sameNames = below(2) == 0
    let magnitude = pick([0.0, 1, 5, 40, 1000, 9_999_999])
    let rows = (0..<below(pick([3, 8, 41]))).map { index in
      Chart.Row(
        sameNames ? Samples.name(index) : name(),
        (0..<columnCount).map { _ in point(kind, unit, oddity, magnitude) })
    }
    var target: Chart.Target?
    if below(2) == 0 {
      let value = unit == .ratio ? pick([0.9, 0.05, 1.4]) : magnitude * pick([0.1, 0.7, 3])
      target = Chart.Target(value, pick([.atLeast, .atMost]), label: "Mål " + name())
    }
    let marks = (0..<pick([0, 0, 1, 4])).map { _ in
      Chart.Mark(before: below(max(1, columnCount)), label: "Utgåva " + name(), href: "x")
    }
    return Chart(kind, title: name(), unit: unit, columns: columns, rows: rows, target: target, marks: marks)
  }

  private mutating func point(_ kind: Chart.Kind, _ unit: ChartUnit, _ oddity: Int, _ magnitude: Double) -> ChartPoint {
    if below(100) < oddity { return pick([.missing, .noBase, .few, .withheld, .value(.infinity)]) }
    let part = Double(below(1001)) / 1000
    if unit == .ratio { return .value(part) }
    let value = part * magnitude * (kind == .divergingBar && below(2) == 0 ? -1 : 1)
    return .value(unit == .count ? value.rounded() : value)
  }

  mutating func strip() -> CalendarStrip {
    let first = month("2026-01").adding(months: below(12))
    let rows = (0..<below(8)).map { _ in
      CalendarStrip.Row(
        name(),
        (0..<below(pick([2, 40]))).map { _ in
          CalendarStrip.Mark(first.firstDay.adding(days: below(800)), pick(CalendarStrip.Mark.Kind.allCases))
        })
    }
    return CalendarStrip(
      title: name(), from: first, monthCount: 1 + below(26), rows: rows,
      asOf: below(2) == 0 ? first.firstDay.adding(days: below(400)) : nil)
  }
}
