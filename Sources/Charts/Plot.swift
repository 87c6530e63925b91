/// A rectangle with periods from left to right and a scale upwards.
struct Plot {
  var left: Double
  var top: Double
  var width: Double
  var height: Double
  var scale: Scale
  var columns: [Chart.Column]

  var right: Double { left + width }
  var bottom: Double { top + height }
  private var pitch: Double { width / Double(max(1, columns.count)) }

  func x(_ column: Int) -> Double { left + (Double(column) + 0.5) * pitch }
  func y(_ value: Double) -> Double { bottom - scale.part(of: value) * height }

  /// Periods that are not complete, and marks before periods.
  func drawGround(_ marks: [Chart.Mark], in drawing: inout Drawing) {
    for (index, column) in columns.enumerated() where column.isIncomplete {
      Decoration.incomplete(left + Double(index) * pitch, top, pitch, height, in: &drawing)
    }
    for mark in marks where columns.indices.contains(mark.column) {
      Decoration.mark("M\(x(before: mark).svg) \(top.svg)v\(height.svg)", in: &drawing)
    }
  }

  func x(before mark: Chart.Mark) -> Double { left + Double(mark.column) * pitch }

  /// The line of a row, broken where a number lacks; a dot on a value that stands alone.
  func drawLine(_ row: Chart.Row, part: Int, hasDots: Bool, in drawing: inout Drawing) {
    var path = ""
    var alone: [Int] = []
    var isPen = false
    for column in columns.indices {
      guard let number = row[column].number else {
        isPen = false
        continue
      }
      let follows = column + 1 < columns.count && row[column + 1].number != nil
      if isPen || follows {
        path += "\(isPen ? "L" : "M")\(x(column).svg) \(y(number).svg)"
      } else {
        alone.append(column)
      }
      isPen = true
    }
    let dash = Palette.dashes[Palette.index(part)]
    if !path.isEmpty {
      if dash.isEmpty {
        drawing.element("path", ["d": path, "fill": "none", "stroke": "currentColor", "stroke-width": "2"])
      } else {
        drawing.element(
          "path",
          ["d": path, "fill": "none", "stroke": "currentColor", "stroke-width": "2", "stroke-dasharray": dash])
      }
    }
    let dots = hasDots ? columns.indices.filter { row[$0].number != nil } : alone
    if !dots.isEmpty {
      // A line of no length with round ends is a dot, and shorter than a circle.
      let points = dots.map { "M\(x($0).svg) \(y(row[$0].number ?? 0).svg)h0" }.joined()
      drawing.element(
        "path",
        ["d": points, "fill": "none", "stroke": "currentColor", "stroke-width": "5", "stroke-linecap": "round"])
    }
  }

  /// Marks for figures without a number, in a lane of their own: at no height that could be read as a value.
  func drawStates(_ row: Chart.Row, laneAt y: Double, in drawing: inout Drawing) {
    for column in columns.indices {
      Glyph(row[column])?.draw(x(column), y, in: &drawing)
    }
  }

  /// The names of as many periods as there is room for, the first and the last among them.
  func drawPeriods(at y: Double, in drawing: inout Drawing) {
    guard !columns.isEmpty else { return }
    func label(_ column: Int) -> Label {
      var label = Label.wrapped(columns[column].name, width: width, maxLines: 1, size: Drawing.smallSize)
      label.isSoft = true
      label.full = nil
      let half = label.width / 2
      return label.at(min(max(x(column), half), drawing.width - half), y, .middle)
    }
    let last = columns.count - 1
    let labels = columns.indices.map(label)
    func isFree(_ left: Int, _ right: Int) -> Bool {
      labels[right].x - labels[left].x >= (labels[left].width + labels[right].width) / 2 + 6
    }
    // Counted from the latest; the first too when there is room for it.
    let step = (1...columns.count).first { step in
      stride(from: last, through: step, by: -step).allSatisfy { isFree($0 - step, $0) }
    }
    var shown = Array(stride(from: last, through: 0, by: -(step ?? columns.count)))
    if let least = shown.last, least > 0 {
      while shown.count > 1, let next = shown.last, !isFree(0, next) { shown.removeLast() }
      if let next = shown.last, isFree(0, next) { shown.append(0) }
    }
    for column in shown.reversed() { drawing.label(labels[column]) }
    Decoration.axis(columns.indices.map { "M\(x($0).svg) \((y - 5).svg)v3" }.joined(), in: &drawing)
  }
}
