/// Where bars lie, with room for the words at both ends.
struct Track {
  private let scale: Scale
  private let left: Double
  private let width: Double
  private let hasNegative: Bool
  private(set) var target: Double?

  init(chart: Chart, values: [Label], left: Double, right: Double) {
    let numbers = chart.rows.map { $0[0].number }
    let goal = chart.drawnTarget?.value
    scale = Scale(
      covering: numbers.compactMap(\.self) + (goal.map { [$0] } ?? []), unit: chart.unit, startsAtZero: true)
    hasNegative = scale.low < 0
    func room(_ isIncluded: (Double?) -> Bool) -> Double {
      zip(numbers, values).filter { isIncluded($0.0) }.map(\.1.width).max().map { $0 + 12 } ?? 0
    }
    let before = room { ($0 ?? 0) < 0 }
    self.left = left + before
    width = max(40, right - left - before - room { ($0 ?? 0) >= 0 })
    target = nil
    target = goal.map(x)
  }

  func x(_ value: Double) -> Double { left + scale.part(of: value) * width }

  /// Where a value's words begin, or end when it is negative: beyond the bar, and beyond the target's line if that is in the way.
  func labelX(_ number: Double?, _ label: Label) -> Double {
    let end = x(number ?? 0)
    if let number, number < 0 {
      let edge = end - 5
      if let target, target <= edge + 4, target >= edge - label.width - 4 { return target - 5 }
      return edge
    }
    let edge = end + 5
    if let target, target >= edge - 4, target <= edge + label.width + 4 { return target + 5 }
    return edge
  }
}
