/// One sentence or a few that say what a chart shows.
///
/// Every number in them is one of the chart's or a count of its rows; what is hidden is counted, never compared.
struct ChartSummary {
  let chart: Chart
  let texts: ChartTexts

  var sentence: String {
    var parts: [String?]
    switch chart.kind {
    case .sparkline: parts = chart.rows.first.map(overTime) ?? []
    case .line: parts = chart.rows.count == 1 ? overTime(chart.rows[0]) : betweenGroups()
    case .bar: parts = betweenGroups()
    case .divergingBar: parts = signs() + betweenGroups()
    case .stackedBar: parts = largestPart()
    }
    let points = chart.rows.flatMap { row in chart.columns.indices.map { row[$0] } }
    if points.allSatisfy({ $0.number == nil }) { parts = [texts[.noneShown]] }
    parts.append(
      texts.count(points.count { $0.isHidden }, one: .hiddenOne, several: .hiddenSeveral))
    parts.append(
      texts.count(points.count { $0 == .missing }, one: .missingOne, several: .missingSeveral))
    return parts.compactMap(\.self).joined(separator: " ")
  }

  private func overTime(_ row: Chart.Row) -> [String?] {
    let last = chart.focus
    guard chart.columns.indices.contains(last) else { return [] }
    guard let number = row[last].number else {
      return [during(texts.fill(.latest, ["value": texts.text(of: row[last], chart.unit)]))]
    }
    let value = texts.text(of: number, chart.unit)
    var change = texts.fill(.latest, ["value": value])
    if let start = (0..<last).first(where: { row[$0].number != nil }), let first = row[start].number {
      let before = texts.text(of: first, chart.unit)
      let way: ChartText = before == value ? .unchanged : first < number ? .rose : .fell
      change = texts.fill(way, ["value": value, "first": before, "firstPeriod": chart.columns[start].name])
    }
    let target = chart.drawnTarget.map {
      texts.fill($0.isMet(by: number) ? .targetMet : .targetMissed, ["target": $0.label])
    }
    return [during(change), target]
  }

  private func betweenGroups() -> [String?] {
    let shown = chart.rows.compactMap { row in row[chart.focus].number.map { (name: row.name, number: $0) } }
    guard let first = shown.first else { return [] }
    guard chart.rows.count > 1 else {
      return [
        during(texts.fill(.only, ["group": first.name, "value": text(first.number)])), targets(shown.map(\.number)),
      ]
    }
    let isPartial = chart.rows.contains { $0[chart.focus].isHidden }
    var parts: [String?] = []
    let all = shown.map { text($0.number) }
    if Set(all).count == 1 {
      parts.append(texts.fill(.allEqual, ["count": texts.text(count: shown.count), "value": all[0]]))
    } else {
      parts.append(extreme(shown, >, .highest, .highestOfSeveral))
      parts.append(extreme(shown, <, .lowest, .lowestOfSeveral))
    }
    if isPartial { parts.append(texts[.shownOnly]) }
    let sentence = parts.compactMap(\.self).joined(separator: " ")
    return [during(sentence), targets(shown.map(\.number))]
  }

  /// Ties are judged as readers judge them: by what is written.
  private func extreme(
    _ shown: [(name: String, number: Double)], _ goesBefore: (Double, Double) -> Bool, _ one: ChartText,
    _ several: ChartText
  ) -> String? {
    guard let best = shown.map(\.number).max(by: { goesBefore($1, $0) }) else { return nil }
    let value = text(best)
    let equals = shown.filter { text($0.number) == value }
    return texts.fill(
      equals.count == 1 ? one : several,
      ["group": equals[0].name, "value": value, "count": texts.text(count: equals.count - 1)])
  }

  private func targets(_ numbers: [Double]) -> String? {
    guard let target = chart.drawnTarget else { return nil }
    return texts.fill(
      .targetCount,
      [
        "count": texts.text(count: numbers.count(where: target.isMet)), "total": texts.text(count: numbers.count),
        "target": target.label,
      ])
  }

  private func signs() -> [String?] {
    let numbers = chart.rows.compactMap { $0[0].number }
    guard !numbers.isEmpty else { return [] }
    return [
      texts.fill(
        .signs,
        [
          "positive": texts.text(count: numbers.count { $0 > 0 }),
          "negative": texts.text(count: numbers.count { $0 < 0 }),
          "zero": texts.text(count: numbers.count { $0 == 0 }),
        ])
    ]
  }

  /// Judged only by rows of which all parts are seen.
  private func largestPart() -> [String?] {
    var wins = [Int](repeating: 0, count: chart.columns.count)
    var total = 0
    for row in chart.rows {
      let numbers = chart.columns.indices.compactMap { row[$0].number }
      guard numbers.count == chart.columns.count, let most = numbers.max(), most > 0 else { continue }
      total += 1
      for (column, number) in numbers.enumerated() where number == most { wins[column] += 1 }
    }
    guard let most = wins.max(), most > 0, let part = wins.firstIndex(of: most) else { return [] }
    return [
      texts.fill(
        .largestPart,
        [
          "part": chart.columns[part].name, "count": texts.text(count: most), "total": texts.text(count: total),
        ])
    ]
  }

  private func text(_ number: Double) -> String {
    chart.kind == .divergingBar ? texts.signedText(of: number, chart.unit) : texts.text(of: number, chart.unit)
  }

  private func during(_ sentence: String) -> String {
    guard chart.columns.indices.contains(chart.focus), !chart.columns[chart.focus].name.isEmpty else { return sentence }
    return texts.fill(.during, ["period": chart.columns[chart.focus].name]) + " " + sentence
  }
}
