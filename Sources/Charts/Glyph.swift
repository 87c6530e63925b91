/// A small mark whose form tells what it means.
enum Glyph: Hashable {
  case disc
  case square
  case triangle
  case diamond
  case ring
  case frame
  case cross
  case dash

  static let ends: [Glyph] = [.disc, .square, .triangle, .diamond]

  /// For a figure without a number; nil for a number.
  init?(_ point: ChartPoint) {
    switch point {
    case .few: self = .ring
    case .withheld: self = .frame
    case .missing: self = .cross
    case .noBase: self = .dash
    case .value:
      if point.number != nil { return nil }
      self = .dash
    }
  }

  init(_ kind: CalendarStrip.Mark.Kind) {
    switch kind {
    case .planned: self = .ring
    case .done: self = .disc
    case .late: self = .triangle
    case .unreported: self = .cross
    }
  }

  /// Some 6 units wide, around a point.
  func draw(_ x: Double, _ y: Double, in drawing: inout Drawing) {
    switch self {
    case .disc: drawing.element("circle", ["cx": x.svg, "cy": y.svg, "r": "2.8", "fill": "currentColor"])
    case .ring:
      drawing.element(
        "circle",
        ["cx": x.svg, "cy": y.svg, "r": "2.2", "fill": "none", "stroke": "currentColor", "stroke-width": "1.4"])
    case .square: fill("M\((x - 2.8).svg) \((y - 2.8).svg)h5.6v5.6h-5.6z", in: &drawing)
    case .triangle: fill("M\(x.svg) \((y - 3.4).svg)l3.6 6.2h-7.2z", in: &drawing)
    case .diamond: fill("M\(x.svg) \((y - 3.8).svg)l3.8 3.8l-3.8 3.8l-3.8 -3.8z", in: &drawing)
    case .frame: line("M\((x - 2.2).svg) \((y - 2.2).svg)h4.4v4.4h-4.4z", in: &drawing)
    case .cross: line("M\((x - 2.2).svg) \((y - 2.2).svg)l4.4 4.4m0 -4.4l-4.4 4.4", in: &drawing)
    case .dash: line("M\((x - 2.8).svg) \(y.svg)h5.6", in: &drawing)
    }
  }

  private func fill(_ path: String, in drawing: inout Drawing) {
    drawing.element("path", ["d": path, "fill": "currentColor"])
  }

  private func line(_ path: String, in drawing: inout Drawing) {
    drawing.element("path", ["d": path, "fill": "none", "stroke": "currentColor", "stroke-width": "1.4"])
  }
}
