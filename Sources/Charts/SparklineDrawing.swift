/// A line without words, to stand beside a figure.
struct SparklineDrawing {
  let chart: Chart

  static let width = 96.0
  static let height = 28.0

  func draw(in drawing: inout Drawing) {
    drawing.width = Self.width
    drawing.height = Self.height
    guard let row = chart.rows.first else { return }
    let target = chart.drawnTarget
    let numbers = chart.columns.indices.compactMap { row[$0].number }
    let hasStates = chart.columns.indices.contains { Glyph(row[$0]) != nil }
    let plot = Plot(
      left: 0, top: 4, width: Self.width, height: hasStates ? 15 : 20,
      scale: Scale(
        covering: numbers + (target.map { [$0.value] } ?? []), unit: chart.unit, startsAtZero: false, parts: 8),
      columns: chart.columns)
    if let target { Decoration.target("M0 \(plot.y(target.value).svg)h\(Self.width.svg)", in: &drawing) }
    drawing.element("g", Palette.group(0)) { drawing in
      plot.drawLine(row, part: 0, hasDots: false, in: &drawing)
      if let number = row[chart.focus].number { Glyph.disc.draw(plot.x(chart.focus), plot.y(number), in: &drawing) }
      plot.drawStates(row, laneAt: Self.height - 3.5, in: &drawing)
    }
  }
}
