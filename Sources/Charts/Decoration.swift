/// Lines and grounds that all kinds of charts share.
enum Decoration {
  static func target(_ path: String, in drawing: inout Drawing) {
    drawing.element(
      "path",
      [
        "class": "chart-target", "d": path, "fill": "none", "stroke": "#a01c24", "stroke-width": "1.5",
        "stroke-dasharray": "5 3",
      ])
  }

  /// The target across bars, from which it is set off.
  static func targets(acrossBars path: String, in drawing: inout Drawing) {
    drawing.element("path", ["class": "chart-paper-line", "d": path, "stroke": "#fff", "stroke-width": "5"])
    drawing.element("path", ["class": "chart-target", "d": path, "stroke": "#a01c24", "stroke-width": "2"])
  }

  static func axis(_ path: String, in drawing: inout Drawing) {
    drawing.element("path", ["class": "chart-axis", "d": path, "fill": "none", "stroke": "#70808a"])
  }

  static func grid(_ path: String, in drawing: inout Drawing) {
    drawing.element("path", ["class": "chart-grid", "d": path, "fill": "none", "stroke": "#d3dce0"])
  }

  static func mark(_ path: String, in drawing: inout Drawing) {
    drawing.element(
      "path",
      ["class": "chart-mark", "d": path, "fill": "none", "stroke": "#4b5b65", "stroke-dasharray": "1 2"])
  }

  /// A ground of thin slanting lines, drawn as one path so that no pattern is needed.
  static func incomplete(_ x: Double, _ y: Double, _ width: Double, _ height: Double, in drawing: inout Drawing) {
    var path = "M\(x.svg) \(y.svg)h\(width.svg)v\(height.svg)h\((-width).svg)z"
    var offset = 5.0
    while offset < width + height {
      let startX = min(offset, width)
      let startY = max(0, offset - width)
      let endY = min(offset, height)
      let endX = max(0, offset - height)
      path += "M\((x + startX).svg) \((y + startY).svg)L\((x + endX).svg) \((y + endY).svg)"
      offset += 5
    }
    drawing.element(
      "path", ["class": "chart-incomplete", "d": path, "fill": "none", "stroke": "#a9b8c0", "stroke-width": "0.7"])
  }
}
