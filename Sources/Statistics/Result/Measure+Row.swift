extension Measure {
  /// A row by the formula: a count has no denominator, a ratio of nothing no value.
  func row(_ numerator: Int, _ denominator: Int, group: Group, period: String) -> ResultRow {
    var row = ResultRow(
      measure: id, groupKind: group.kind, group: group.name, period: period, numerator: numerator,
      denominator: denominator, value: nil)
    switch formula {
    case .count, .proposal:
      row.denominator = nil
      row.value = Double(numerator)
    case .lacking:
      if denominator > 0 { row.value = Double(numerator) }
    case .ratio, .reported, .monthlyMean, .need:
      if denominator > 0 { row.value = Double(numerator) / Double(denominator) }
    }
    return row
  }
}
