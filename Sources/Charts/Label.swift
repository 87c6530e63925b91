/// Where text stands.
struct Label {
  enum Anchor: String {
    case start
    case middle
    case end
  }

  var lines: [String]
  var x = 0.0
  /// The top of the first line.
  var y = 0.0
  var anchor = Anchor.start
  var size = Drawing.textSize
  var isBold = false
  var isSoft = false
  /// The words of a figure's number, marked as such for those who read the drawing back.
  var isValue = false
  /// The whole text when `lines` hold less.
  var full: String?

  var pitch: Double { (size * 1.2).rounded() }
  var width: Double { lines.map { TextMeasure.width(of: $0, size: size, isBold: isBold) }.max() ?? 0 }
  var height: Double { Double(lines.count) * pitch }

  var boxes: [Box] {
    lines.enumerated().map { index, line in
      let width = TextMeasure.width(of: line, size: size, isBold: isBold)
      let left =
        switch anchor {
        case .start: x
        case .middle: x - width / 2
        case .end: x - width
        }
      return Box(left: left, top: y + Double(index) * pitch, width: width, height: size, text: line)
    }
  }

  /// `text` in at most `maxLines` lines of `width`.
  static func wrapped(
    _ text: String, width: Double, maxLines: Int, size: Double = Drawing.textSize, isBold: Bool = false
  ) -> Label {
    let wrapped = TextMeasure.wrap(text, width: width, size: size, maxLines: maxLines, isBold: isBold)
    return Label(
      lines: wrapped.lines, size: size, isBold: isBold, isValue: isBold, full: wrapped.isShortened ? text : nil)
  }

  func at(_ x: Double, _ y: Double, _ anchor: Anchor = .start) -> Label {
    var label = self
    label.x = x
    label.y = y
    label.anchor = anchor
    return label
  }
}

/// A rectangle that text may fill.
struct Box {
  var left: Double
  var top: Double
  var width: Double
  var height: Double
  var text: String

  func intersects(_ other: Box) -> Bool {
    left < other.left + other.width && other.left < left + width && top < other.top + other.height
      && other.top < top + height
  }
}
