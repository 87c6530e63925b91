public import Swedish

/// The words of charts in one language, and how numbers stand in them.
public struct ChartTexts: Sendable {
  public let numbers: NumberFormat
  private let patterns: [ChartText: String]
  private let threshold: Int

  /// `threshold` is what hidden small counts are less than.
  public init(numbers: NumberFormat, threshold: Int, text: (ChartText) -> String) {
    self.numbers = numbers
    self.threshold = threshold
    patterns = Dictionary(uniqueKeysWithValues: ChartText.allCases.map { ($0, text($0)) })
  }

  /// What a reader sees of a figure; the same in tables.
  public func text(of point: ChartPoint, _ unit: ChartUnit) -> String {
    switch point {
    case .value: point.number.map { text(of: $0, unit) } ?? self[.noBase]
    case .few: self[.few]
    case .withheld: self[.withheld]
    case .noBase: self[.noBase]
    case .missing: self[.missing]
    }
  }

  /// Why there is no number, at more length than in the cell; nil when the cell says it all.
  public func note(of point: ChartPoint) -> String? {
    switch point {
    case .withheld: self[.keyWithheld]
    case .noBase: self[.keyNoBase]
    case .value, .few, .missing: nil
    }
  }

  func text(of number: Double, _ unit: ChartUnit) -> String {
    switch unit {
    case .count: numbers.text(number, decimals: 0)
    case .ratio: numbers.percent(number)
    case .average(let decimals): numbers.text(number, decimals: decimals)
    }
  }

  func text(count: Int) -> String { numbers.text(count) }

  /// With + before what is more than nothing.
  func signedText(of number: Double, _ unit: ChartUnit) -> String {
    let text = text(of: number, unit)
    return number > 0 && text != self.text(of: 0, unit) ? "+" + text : text
  }

  /// On an axis, whose numbers are round.
  func tick(_ number: Double, step: Double, _ unit: ChartUnit) -> String {
    let shown = unit == .ratio ? step * 100 : step
    let decimals = shown >= 1 ? 0 : shown >= 0.1 ? 1 : shown >= 0.01 ? 2 : 3
    return unit == .ratio
      ? numbers.percent(number, decimals: decimals) : numbers.text(number, decimals: decimals)
  }

  subscript(_ text: ChartText) -> String { fill(text, [:]) }

  /// The text with its variables filled in, once: what a value says is not read again.
  func fill(_ text: ChartText, _ values: KeyValuePairs<String, String>) -> String {
    var rest = (patterns[text] ?? "")[...]
    var out = ""
    while let open = rest.firstIndex(of: "{") {
      out += rest[..<open]
      rest = rest[open...]
      guard rest.hasPrefix("{{"), let close = rest.firstIndex(of: "}"), rest[close...].hasPrefix("}}") else {
        out.append(rest.removeFirst())
        continue
      }
      let name = rest[rest.index(open, offsetBy: 2)..<close].filter { $0 != " " }
      out += name == "threshold" ? numbers.text(threshold) : values.first { $0.key == name }?.value ?? ""
      rest = rest[rest.index(close, offsetBy: 2)...]
    }
    return out + rest
  }

  func count(_ number: Int, one: ChartText, several: ChartText) -> String? {
    switch number {
    case ..<1: nil
    case 1: self[one]
    default: fill(several, ["count": numbers.text(number)])
    }
  }
}
