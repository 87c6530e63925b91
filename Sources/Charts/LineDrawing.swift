/// Lines over periods: one plot with labels at the lines' ends, or a row for each line.
///
/// One plot holds at most four lines, with short names and no figure hidden; more could not be told apart.
struct LineDrawing {
  let chart: Chart
  let texts: ChartTexts

  private static let mostLines = 4
  static let nameWidth = 100.0

  func draw(in drawing: inout Drawing) {
    if sharesPlot { drawPlot(in: &drawing) } else { LineRowsDrawing(chart: chart, texts: texts).draw(in: &drawing) }
  }

  private var sharesPlot: Bool {
    guard chart.rows.count > 1 else { return true }
    return chart.rows.count <= Self.mostLines
      && chart.rows.allSatisfy { row in
        let name = TextMeasure.wrap(row.name, width: Self.nameWidth, size: Drawing.textSize, maxLines: 2)
        return !name.isShortened && !name.isBroken
      }
      && chart.columns.indices.allSatisfy { column in
        chart.rows.allSatisfy { $0[column].number != nil } || chart.rows.allSatisfy { $0[column] == .missing }
      }
  }

  private func drawPlot(in drawing: inout Drawing) {
    let target = chart.drawnTarget
    let numbers = chart.rows.flatMap { row in chart.columns.indices.compactMap { row[$0].number } }
    let scale = Scale(
      covering: numbers + (target.map { [$0.value] } ?? []),
      unit: chart.unit, startsAtZero: numbers.isEmpty)
    let ends = endLabels()
    let ticks = scale.ticks.map { tick in
      var label = Label(lines: [texts.tick(tick, step: scale.step, chart.unit)], size: Drawing.smallSize)
      label.isSoft = true
      return (tick, label)
    }
    let left = (ticks.map(\.1.width).max() ?? 0) + 6
    let right = (ends.map(\.width).max() ?? 0) + 21
    let room = ends.map(\.height).reduce(0, +)
    var plot = Plot(
      left: left, top: 0, width: max(60, drawing.width - left - right), height: max(140, room), scale: scale,
      columns: chart.columns)
    plot.top = drawing.height + MarkLabels(chart.marks, plot).draw(at: drawing.height, in: &drawing) + 8
    Decoration.grid(
      ticks.map { "M\(left.svg) \(plot.y($0.0).svg)h\(plot.width.svg)" }.joined(), in: &drawing)
    for (tick, label) in ticks {
      drawing.label(label.at(left - 6, plot.y(tick) - Drawing.smallSize / 2, .end))
    }
    plot.drawGround(chart.marks, in: &drawing)
    if let target { Decoration.target("M\(left.svg) \(plot.y(target.value).svg)h\(plot.width.svg)", in: &drawing) }
    for (part, row) in chart.rows.enumerated() {
      drawing.element("g", Palette.group(part)) { drawing in
        plot.drawLine(row, part: part, hasDots: chart.rows.count == 1, in: &drawing)
      }
    }
    let isTargetBeside = draw(ends, beside: plot, in: &drawing)
    drawFoot(below: plot, target: isTargetBeside ? nil : target, in: &drawing)
  }

  private func drawFoot(below plot: Plot, target: Chart.Target?, in drawing: inout Drawing) {
    let points = chart.rows.flatMap { row in chart.columns.indices.map { row[$0] } }
    var y = plot.bottom + 7
    // Rows that share a plot lack the same months, so that one lane serves them all.
    if let row = chart.rows.first, points.contains(where: { Glyph($0) != nil }) {
      drawing.element("g", ["class": "chart-soft", "color": "#4b5b65"]) { plot.drawStates(row, laneAt: y + 1, in: &$0) }
      y += 10
    }
    plot.drawPeriods(at: y + 2, in: &drawing)
    drawing.height = y + 2 + Drawing.smallSize + 3
    var key = Key(states: points, texts: texts, drawsGlyphs: true)
    if let target { key.entries.insert((.target, target.label), at: 0) }
    if chart.columns.contains(where: \.isIncomplete) { key.entries.append((.incomplete, texts[.keyIncomplete])) }
    key.draw(in: &drawing)
  }
}
