/// A bar of parts for each row.
///
/// A part that is hidden has the same small frame whatever it holds; where bars show shares, a row with such a part has
/// no bar, since the parts that are left would tell it. No sum is written anywhere.
struct StackDrawing {
  let chart: Chart
  let texts: ChartTexts
  let asShares: Bool

  private static let thickness = 20.0
  private static let frameWidth = 12.0
  private static let gap = 1.5

  func draw(in drawing: inout Drawing) {
    Palette.define(chart.columns.indices, in: &drawing)
    Key(chart.columns.enumerated().map { (.part($0.offset), $0.element.name) }).draw(in: &drawing)
    let frames = chart.rows.map { row in asShares ? 0 : chart.columns.indices.count { row[$0].isHidden } }.max() ?? 0
    let room = drawing.width - Double(frames) * (Self.frameWidth + Self.gap)
    let most = chart.rows.map { values(of: $0).reduce(0, +) }.max() ?? 0
    var y = drawing.height + 8
    for row in chart.rows {
      let name = Label.wrapped(row.name, width: drawing.width, maxLines: 2)
      if !name.lines.isEmpty {
        drawing.label(name.at(0, y))
        y += name.height + 1
      }
      let sum = values(of: row).reduce(0, +)
      let whole = asShares ? sum : most
      if isDrawn(row), whole > 0, sum > 0 {
        drawBar(row, scale: room / whole, at: y, in: &drawing)
        y += Self.thickness + 2
      }
      let note = note(row, hasBar: isDrawn(row) && sum > 0)
      if !note.isEmpty {
        var label = Label.wrapped(note, width: drawing.width, maxLines: 4, size: Drawing.smallSize)
        label.isSoft = true
        drawing.label(label.at(0, y + 1))
        y += label.height + 1
      }
      y += 8
    }
    drawing.height = y - 4
    let points = chart.rows.flatMap { row in chart.columns.indices.map { row[$0] } }
    Key(states: points, texts: texts, drawsGlyphs: false).draw(in: &drawing)
  }

  private func values(of row: Chart.Row) -> [Double] { chart.columns.indices.map { max(0, row[$0].number ?? 0) } }

  private func isDrawn(_ row: Chart.Row) -> Bool {
    !asShares || chart.columns.indices.allSatisfy { row[$0].number != nil }
  }

  private func drawBar(_ row: Chart.Row, scale: Double, at y: Double, in drawing: inout Drawing) {
    var x = 0.0
    for column in chart.columns.indices {
      if let number = row[column].number, number > 0 {
        let width = number * scale
        drawPart(column, number, Box(left: x, top: y, width: width, height: Self.thickness, text: ""), in: &drawing)
        x += width
      } else if row[column].isHidden {
        drawing.element(
          "rect",
          [
            "class": "chart-axis", "x": (x + 1).svg, "y": (y + 1).svg, "width": (Self.frameWidth - 2).svg,
            "height": (Self.thickness - 2).svg, "fill": "none", "stroke": "#70808a", "stroke-dasharray": "2 2",
          ])
        x += Self.frameWidth + Self.gap
      }
    }
  }

  private func drawPart(_ part: Int, _ number: Double, _ box: Box, in drawing: inout Drawing) {
    drawing.element("g", Palette.group(part)) {
      $0.element(
        "rect",
        [
          "x": box.left.svg, "y": box.top.svg, "width": max(0.5, box.width - Self.gap).svg, "height": box.height.svg,
          "fill": Palette.fill(part, id: $0.id),
        ])
    }
    let label = Label(lines: [texts.text(of: number, chart.unit)], size: Drawing.smallSize, isValue: true)
    guard label.width + 8 <= box.width - Self.gap else { return }
    let middle = box.left + (box.width - Self.gap) / 2
    // A plate of the page's colour, since words on a pattern are hard to read.
    drawing.element(
      "rect",
      [
        "class": "chart-paper", "x": (middle - label.width / 2 - 2).svg, "y": (box.top + 3).svg,
        "width": (label.width + 4).svg, "height": (box.height - 6).svg, "rx": "2", "fill": "#fff",
      ])
    drawing.label(label.at(middle, box.top + 4, .middle))
  }

  /// The parts without a number; all parts when there is no bar.
  private func note(_ row: Chart.Row, hasBar: Bool) -> String {
    if let first = chart.columns.indices.first, chart.columns.indices.allSatisfy({ row[$0] == row[first] }), !hasBar {
      return texts.text(of: row[first], chart.unit)
    }
    return chart.columns.indices.compactMap { column in
      guard row[column].number == nil || !hasBar else { return nil }
      let text = texts.text(of: row[column], chart.unit)
      return chart.columns[column].name.isEmpty ? text : chart.columns[column].name + ": " + text
    }.joined(separator: " · ")
  }
}
