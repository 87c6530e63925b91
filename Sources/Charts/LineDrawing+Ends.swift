extension LineDrawing {
  /// Words at the right, and the value that they belong to; the target's have no row.
  struct End {
    var row: Int?
    var value: Double?
    /// The name, where there are several, and the value.
    var labels: [Label]

    var width: Double { labels.map(\.width).max() ?? 0 }
    var height: Double { labels.map(\.height).reduce(4, +) }
  }

  func endLabels() -> [End] {
    var labels = chart.rows.enumerated().map { index, row in
      let point = row[chart.focus]
      let isNumber = point.number != nil
      var value = Label.wrapped(
        texts.text(of: point, chart.unit), width: Self.nameWidth, maxLines: 2, isBold: isNumber)
      value.isSoft = !isNumber
      guard chart.rows.count > 1 else { return End(row: index, value: lastNumber(of: row), labels: [value]) }
      let name = Label.wrapped(row.name, width: Self.nameWidth, maxLines: 2)
      return End(row: index, value: lastNumber(of: row), labels: [name, value])
    }
    if let target = chart.drawnTarget {
      var label = Label.wrapped(target.label, width: Self.nameWidth, maxLines: 3, size: Drawing.smallSize)
      label.isSoft = true
      labels.append(End(row: nil, value: target.value, labels: [label]))
    }
    return labels
  }

  private func lastNumber(of row: Chart.Row) -> Double? {
    chart.columns.indices.reversed().lazy.compactMap { row[$0].number }.first
  }

  /// False when the target's words would stand too far from its line, and are left to the key.
  func draw(_ ends: [End], beside plot: Plot, in drawing: inout Drawing) -> Bool {
    func tops(_ ends: [End]) -> [Double] {
      let heights = ends.map(\.height)
      let wanted = ends.map { ($0.value.map(plot.y) ?? plot.bottom) - $0.height / 2 }
      return Spread.starts(wanted: wanted, lengths: heights, within: plot.top - 8...plot.bottom + 8)
    }
    var placed = zip(ends, tops(ends)).map { $0 }
    let isFar = placed.contains { end, top in
      end.row == nil && abs(top + end.height / 2 - plot.y(end.value ?? 0)) > 16
    }
    if isFar {
      let rest = ends.filter { $0.row != nil }
      placed = zip(rest, tops(rest)).map { $0 }
    }
    for (end, top) in placed {
      if let value = end.value { drawLeader(of: end.row, from: value, to: top + end.height / 2, plot, in: &drawing) }
      var y = top + 2
      for label in end.labels {
        drawing.label(label.at(plot.right + 20, y))
        y += label.height
      }
    }
    return !isFar
  }

  /// From the line's end to its words, where the line's mark stands once more; nothing when the line ends before.
  private func drawLeader(of row: Int?, from value: Double, to y: Double, _ plot: Plot, in drawing: inout Drawing) {
    guard let row else {
      let path = "M\((plot.right + 2).svg) \(plot.y(value).svg)L\((plot.right + 17).svg) \(y.svg)"
      if abs(y - plot.y(value)) > 1 { Decoration.target(path, in: &drawing) }
      return
    }
    guard chart.rows[row][chart.focus].number != nil else { return }
    let hasGlyphs = chart.rows.count > 1
    let x = plot.x(chart.focus) + 4
    let end = plot.right + (hasGlyphs ? 13 : 17)
    drawing.element("g", Palette.group(row)) { drawing in
      drawing.element(
        "path",
        [
          "d": "M\(x.svg) \(plot.y(value).svg)L\(end.svg) \(y.svg)", "fill": "none", "stroke": "currentColor",
          "stroke-width": "0.8",
        ])
      guard hasGlyphs else { return }
      let glyph = Glyph.ends[row % Glyph.ends.count]
      glyph.draw(plot.x(chart.focus), plot.y(value), in: &drawing)
      glyph.draw(plot.right + 14, y, in: &drawing)
    }
  }
}
