/// A bar for each row, its name above or beside it, its value at its end.
struct BarDrawing {
  let chart: Chart
  let texts: ChartTexts

  static let thickness = 16.0

  func draw(in drawing: inout Drawing) {
    let names = chart.rows.map { row in
      let beside = Label.wrapped(row.name, width: 96, maxLines: 1)
      return (beside: beside, above: Label.wrapped(row.name, width: drawing.width, maxLines: 2))
    }
    let isBeside = names.allSatisfy { $0.beside.full == nil }
    let left = isBeside ? (names.map(\.beside.width).max() ?? 0) + 8 : 0
    let values = chart.rows.map { row in value(row[0], width: (drawing.width - left) * 0.6) }
    let track = Track(chart: chart, values: values, left: left, right: drawing.width)
    var y = drawing.height + drawTarget(track, in: &drawing)
    var shapes = Shapes()
    for (index, row) in chart.rows.enumerated() {
      if isBeside {
        drawing.label(names[index].beside.at(0, y + 1))
      } else if !names[index].above.lines.isEmpty {
        drawing.label(names[index].above.at(0, y))
        y += names[index].above.height + 1
      }
      shapes.add(row[0], on: track, at: y)
      let isNegative = (row[0].number ?? 0) < 0
      let value = values[index]
      drawing.label(value.at(track.labelX(row[0].number, value), y + 1, isNegative ? .end : .start))
      y += max(Self.thickness, values[index].height) + (isBeside ? 8 : 10)
    }
    shapes.draw(in: &drawing)
    drawing.height = y - 4
    var key = Key(states: chart.rows.map { $0[0] }, texts: texts, drawsGlyphs: false)
    if chart.columns.first?.isIncomplete == true { key.entries.append((.none, texts[.keyIncomplete])) }
    key.draw(in: &drawing)
  }

  private func value(_ point: ChartPoint, width: Double) -> Label {
    let text = point.number.map {
      chart.kind == .divergingBar ? texts.signedText(of: $0, chart.unit) : texts.text(of: $0, chart.unit)
    }
    var label = Label.wrapped(text ?? texts.text(of: point, chart.unit), width: width, maxLines: 2, isBold: text != nil)
    label.isSoft = text == nil
    return label
  }

  /// The target's words above all bars, and patterns; gives the height taken.
  private func drawTarget(_ track: Track, in drawing: inout Drawing) -> Double {
    if chart.rows.contains(where: { ($0[0].number ?? 0) < 0 }) { Palette.define([1], in: &drawing) }
    guard let target = chart.drawnTarget, let x = track.target else { return 2 }
    var label = Label.wrapped(target.label, width: drawing.width, maxLines: 2, size: Drawing.smallSize)
    label.isSoft = true
    let half = label.width / 2
    drawing.label(label.at(min(max(x, half), drawing.width - half), drawing.height, .middle))
    let tip = drawing.height + label.height + 1
    Decoration.target("M\(x.svg) \(tip.svg)v5", in: &drawing)
    return label.height + 10
  }
}

/// All bars in one path for each sign, and what stands on them, so that forty bars weigh little.
private struct Shapes {
  private var bars = ["", ""]
  private var zeros = ""
  private var targets = ""

  mutating func add(_ point: ChartPoint, on track: Track, at y: Double) {
    let zero = track.x(0)
    zeros += "M\(zero.svg) \((y - 2).svg)v\((BarDrawing.thickness + 4).svg)"
    guard let number = point.number else { return }
    let width = track.x(number) - zero
    if abs(width) >= 0.1 {
      bars[number < 0 ? 1 : 0] += "M\(zero.svg) \(y.svg)h\(width.svg)v\(BarDrawing.thickness.svg)h\((-width).svg)z"
    }
    if let target = track.target { targets += "M\(target.svg) \((y - 3).svg)v\((BarDrawing.thickness + 6).svg)" }
  }

  func draw(in drawing: inout Drawing) {
    for (part, path) in bars.enumerated() where !path.isEmpty {
      drawing.element("g", Palette.group(part)) {
        $0.element("path", ["d": path, "fill": Palette.fill(part, id: $0.id)])
      }
    }
    if !zeros.isEmpty { Decoration.axis(zeros, in: &drawing) }
    if !targets.isEmpty { Decoration.targets(acrossBars: targets, in: &drawing) }
  }
}
