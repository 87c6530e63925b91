/// Colours with a pattern, a dash and a mark each, so that none is told by colour alone.
///
/// The colours written here are seen only without a style sheet; a theme sets `color` of `.chart-1` and so on.
enum Palette {
  static let count = 6
  static let colors = ["#0b5570", "#b45309", "#2f7d4f", "#6b4a9e", "#a8325e", "#56656e"]
  static let dashes = ["", "7 3", "2 3", "9 3 2 3", "4 2", "12 3"]

  static func index(_ part: Int) -> Int { part % count }

  /// The attributes of what is drawn in the colour of a part.
  static func group(_ part: Int) -> KeyValuePairs<StaticString, String> {
    ["class": "chart-\(index(part) + 1)", "color": colors[index(part)]]
  }

  /// `currentColor` for the first part, else the address of its pattern.
  static func fill(_ part: Int, id: String) -> String {
    index(part) == 0 ? "currentColor" : "url(#\(id)-p\(index(part) + 1))"
  }

  /// Draws the patterns that parts 1 and up to `parts` need; part 0 has none.
  static func define(_ parts: some Sequence<Int>, in drawing: inout Drawing) {
    let needed = Set(parts.map(index)).subtracting([0]).sorted()
    guard !needed.isEmpty else { return }
    let id = drawing.id
    drawing.element("defs", [:]) { drawing in
      for part in needed {
        drawing.element(
          "pattern",
          ["id": "\(id)-p\(part + 1)", "width": "6", "height": "6", "patternUnits": "userSpaceOnUse"]
        ) { drawing in
          drawing.element("g", group(part)) { drawing in
            drawing.element("path", ["d": "M0 0h6v6H0z", "fill": "currentColor"])
            drawing.element(
              "path",
              [
                "class": "chart-paper-line", "d": strokes[part], "fill": "none", "stroke": "#fff",
                "stroke-width": "1.2",
              ])
          }
        }
      }
    }
  }

  /// Rising, dotted, upright, lying and crossed lines.
  private static let strokes = [
    "", "M-1 7L7 -1M-1 1L1 -1M5 7L7 5", "M1 2h1.5M4 5h1.5", "M3 0V6", "M0 3H6", "M0 0L6 6M6 0L0 6",
  ]
}
