/// A small plot for each line, between its name and its latest value, all with one scale.
struct LineRowsDrawing {
  let chart: Chart
  let texts: ChartTexts

  private static let nameWidth = 124.0
  private static let plotHeight = 32.0

  func draw(in drawing: inout Drawing) {
    let target = chart.drawnTarget
    let points = chart.rows.flatMap { row in chart.columns.indices.map { row[$0] } }
    let scale = Scale(
      covering: points.compactMap(\.number) + (target.map { [$0.value] } ?? []), unit: chart.unit,
      startsAtZero: points.allSatisfy { $0.number == nil }, parts: 8)
    let values = chart.rows.map { row in
      let text = texts.text(of: row[chart.focus], chart.unit)
      return Label.wrapped(text, width: 74, maxLines: 2, isBold: row[chart.focus].number != nil)
    }
    let valueWidth = values.map(\.width).max() ?? 0
    let left = Self.nameWidth + 8
    var plot = Plot(
      left: left, top: 0, width: drawing.width - left - valueWidth - 8, height: Self.plotHeight, scale: scale,
      columns: chart.columns)
    var y = drawing.height + MarkLabels(chart.marks, plot).draw(at: drawing.height, in: &drawing) + 4
    let hasStates = points.contains { Glyph($0) != nil }
    for (row, value) in zip(chart.rows, values) {
      let name = Label.wrapped(row.name, width: Self.nameWidth, maxLines: 5, size: Drawing.smallSize)
      let height = max(Self.plotHeight + (hasStates ? 10 : 0), name.height, value.height)
      plot.top = y
      drawing.label(name.at(0, middle(plot, name)))
      plot.drawGround(chart.marks, in: &drawing)
      Decoration.axis("M\(left.svg) \(plot.bottom.svg)h\(plot.width.svg)", in: &drawing)
      if let target { Decoration.target("M\(left.svg) \(plot.y(target.value).svg)h\(plot.width.svg)", in: &drawing) }
      drawing.element("g", Palette.group(0)) { drawing in
        plot.drawLine(row, part: 0, hasDots: false, in: &drawing)
        if let number = row[chart.focus].number {
          Glyph.disc.draw(plot.x(chart.focus), plot.y(number), in: &drawing)
        }
      }
      if hasStates {
        drawing.element("g", ["class": "chart-soft", "color": "#4b5b65"]) {
          plot.drawStates(row, laneAt: plot.bottom + 6, in: &$0)
        }
      }
      drawing.label(value.at(drawing.width, middle(plot, value), .end))
      y += height + 8
    }
    drawFoot(plot, at: y, points, in: &drawing)
  }

  /// Beside the plot's middle, or from its top when there is more text than plot.
  private func middle(_ plot: Plot, _ label: Label) -> Double { plot.top + max(0, (plot.height - label.height) / 2) }

  private func drawFoot(_ plot: Plot, at y: Double, _ points: [ChartPoint], in drawing: inout Drawing) {
    plot.drawPeriods(at: y + 1, in: &drawing)
    drawing.height = y + Drawing.smallSize + 4
    var key = Key(states: points, texts: texts, drawsGlyphs: true)
    if let target = chart.drawnTarget { key.entries.insert((.target, target.label), at: 0) }
    if chart.columns.contains(where: \.isIncomplete) { key.entries.append((.incomplete, texts[.keyIncomplete])) }
    key.entries.append(
      (
        .none,
        texts.fill(
          .sharedScale,
          [
            "low": texts.tick(plot.scale.low, step: plot.scale.step, chart.unit),
            "high": texts.tick(plot.scale.high, step: plot.scale.step, chart.unit),
          ])
      ))
    key.draw(in: &drawing)
  }
}
