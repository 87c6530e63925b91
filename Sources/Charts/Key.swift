/// What marks and patterns mean, in lines below or above a drawing.
struct Key {
  enum Sign {
    case glyph(Glyph)
    /// A filled part of a stack.
    case part(Int)
    case target
    case incomplete
    /// The text as it stands in the drawing, said in full.
    case none
  }

  var entries: [(sign: Sign, text: String)] = []

  /// The signs of figures without a number.
  ///
  /// `drawsGlyphs` when the drawing has marks for them and not their texts.
  init(states points: [ChartPoint], texts: ChartTexts, drawsGlyphs: Bool) {
    let states = Set(points)
    func add(_ point: ChartPoint, _ text: ChartText) {
      guard states.contains(point), let glyph = Glyph(point) else { return }
      if drawsGlyphs {
        entries.append((.glyph(glyph), texts[text]))
      } else if texts.text(of: point, .count) != texts[text] {
        entries.append((.none, texts.text(of: point, .count) + " = " + texts[text]))
      }
    }
    add(.few, .few)
    add(.withheld, .keyWithheld)
    add(.noBase, .keyNoBase)
    if drawsGlyphs { add(.missing, .keyMissing) }
  }

  init(_ entries: [(sign: Sign, text: String)]) { self.entries = entries }

  /// Draws the entries side by side while there is room, and moves the drawing's end below them.
  func draw(in drawing: inout Drawing) {
    guard !entries.isEmpty else { return }
    var x = 0.0
    var y = drawing.height + 6
    var rowHeight = 0.0
    for entry in entries {
      let indent = entry.sign.width
      let label = Label.wrapped(entry.text, width: drawing.width - indent, maxLines: 3, size: Drawing.smallSize)
      if x > 0, x + indent + label.width > drawing.width {
        x = 0
        y += rowHeight
        rowHeight = 0
      }
      entry.sign.draw(x, y, in: &drawing)
      var placed = label.at(x + indent, y)
      placed.isSoft = true
      drawing.label(placed)
      x += indent + label.width + 14
      rowHeight = max(rowHeight, label.height + 3)
    }
    drawing.height = y + rowHeight
  }
}

extension Key.Sign {
  fileprivate var width: Double {
    switch self {
    case .none: 0
    case .glyph: 11
    case .part: 20
    case .target, .incomplete: 24
    }
  }

  fileprivate func draw(_ x: Double, _ y: Double, in drawing: inout Drawing) {
    let middle = y + Drawing.smallSize * 0.52
    switch self {
    case .none: break
    case .glyph(let glyph): glyph.draw(x + 4, middle, in: &drawing)
    case .part(let part):
      let fill = Palette.fill(part, id: drawing.id)
      drawing.element("g", Palette.group(part)) {
        $0.element("rect", ["x": x.svg, "y": (middle - 6).svg, "width": "15", "height": "12", "fill": fill])
      }
    case .target: Decoration.target("M\(x.svg) \(middle.svg)h19", in: &drawing)
    case .incomplete: Decoration.incomplete(x, middle - 6, 19, 12, in: &drawing)
    }
  }
}
