extension [ResultRow] {
  /// The rows as comma-separated text with headings, sorted; UTF-8, line feeds.
  public func csv() -> String {
    var out = "measure,group_kind,group,period,numerator,denominator,value\n"
    for row in sorted() {
      out += row.csv
      out += "\n"
    }
    return out
  }
}

extension ResultRow {
  /// The row as comma-separated text, without a line break; no value is an empty field.
  public var csv: String {
    [
      Self.quoted(measure), groupKind.rawValue, Self.quoted(group), Self.quoted(period),
      numerator.map { String($0) } ?? "", denominator.map { String($0) } ?? "", value.map(Self.text) ?? "",
    ].joined(separator: ",")
  }

  /// Whole numbers without decimals, others with ten.
  public static func text(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    guard value.isFinite, abs(value) < 1e8 else { return "\(value)" }
    let scaled = Int((abs(value) * 1e10).rounded())
    let (whole, part) = scaled.quotientAndRemainder(dividingBy: 10_000_000_000)
    let digits = String(part)
    return (value < 0 ? "-" : "") + "\(whole)." + String(repeating: "0", count: 10 - digits.count) + digits
  }

  private static func quoted(_ text: String) -> String {
    let mustQuote = text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    if !mustQuote { return text }
    var out = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { out += "\"" }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }
}
