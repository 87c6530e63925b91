internal import HTML

/// SVG as it grows downwards, and the boxes of the labels in it.
struct Drawing {
  /// Wide enough for a phone's text at its own size, which is why there is one drawing for all screens.
  static let width = 320.0
  static let textSize = 13.0
  static let smallSize = 12.0
  static let lineHeight = 16.0

  var width = Drawing.width
  /// How far down the drawing reaches.
  var height = 0.0
  /// Begins the names of what is defined for this drawing.
  let id: String
  private(set) var body = Markup()
  /// Boxes of all texts, for tests.
  private(set) var boxes: [Box] = []

  init(id: String) { self.id = id }

  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>,
    _ content: ((inout Drawing) -> Void)? = nil
  ) {
    body.append(literal: "<")
    body.append(literal: name)
    for (attribute, value) in attributes { body.append(attribute: attribute, value) }
    guard let content else {
      body.append(literal: "/>")
      return
    }
    body.append(literal: ">")
    content(&self)
    body.append(literal: "</")
    body.append(literal: name)
    body.append(literal: ">")
  }

  mutating func text(_ text: String) { body.append(text: text) }

  /// A text of one line or more; `y` is its first line's top.
  mutating func label(_ label: Label) {
    boxes.append(contentsOf: label.boxes)
    var y = label.y + label.size * 0.95
    for (index, line) in label.lines.enumerated() {
      open(label, y)
      if index == 0, let full = label.full {
        element("title", [:]) { $0.text(full) }
      }
      text(line)
      body.append(literal: "</text>")
      y += label.pitch
    }
  }

  private mutating func open(_ label: Label, _ y: Double) {
    body.append(literal: "<text")
    if label.x != 0 { body.append(attribute: "x", label.x.svg) }
    body.append(attribute: "y", y.svg)
    if label.size != Self.textSize { body.append(attribute: "font-size", label.size.svg) }
    if label.anchor != .start { body.append(attribute: "text-anchor", label.anchor.rawValue) }
    if label.isBold { body.append(literal: " font-weight=\"600\"") }
    if label.isValue { body.append(literal: " class=\"chart-value\"") }
    if label.isSoft { body.append(literal: " class=\"chart-soft\"") }
    body.append(literal: ">")
  }
}

extension Double {
  /// With at most one decimal, so that equal charts have equal bytes.
  var svg: String {
    let tenths = Int((self * 10).rounded())
    let whole = "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10)"
    return tenths % 10 == 0 ? whole : whole + ".\(abs(tenths) % 10)"
  }
}
