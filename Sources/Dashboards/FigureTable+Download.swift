internal import JSON
internal import Statistics
internal import Swedish

extension FigureTable {
  /// For a Swedish spreadsheet: semicolons, decimal commas, a byte order mark, and no field that it would reckon as a formula.
  public func csv(names: ChartNames, hidden: (_ isFew: Bool) -> String, headings: [String]) -> [UInt8] {
    var out = headings.map(Self.quoted).joined(separator: ";") + "\r\n"
    for cell in cells.joined() {
      let fields = [
        Self.quoted(cell.measure.id), Self.quoted(names.title(cell.measure)), Self.quoted(cell.group.kind.rawValue),
        Self.quoted(cell.group.id), Self.quoted(names.name(of: .group(cell.group))), Self.quoted(cell.period),
        Self.text(cell.row?.numerator), Self.text(cell.row?.denominator), Self.value(cell),
        Self.quoted(
          cell.row.map { $0.suppressed.isEmpty ? "" : hidden($0.suppressed == "few") } ?? ""),
      ]
      out += fields.joined(separator: ";") + "\r\n"
    }
    return [0xEF, 0xBB, 0xBF] + Array(out.utf8)
  }

  /// Columns and names of `rutin stats`.
  public func json() -> [UInt8] {
    let rows = cells.joined().map { cell -> JSONValue in
      .object([
        ("measure", .string(cell.measure.id)), ("group_kind", .string(cell.group.kind.rawValue)),
        ("group", .string(cell.group.id)), ("period", .string(cell.period)),
        ("numerator", Self.number(cell.row?.numerator)), ("denominator", Self.number(cell.row?.denominator)),
        ("value", Self.json(cell)), ("suppressed", .string(cell.row?.suppressed ?? "")),
      ])
    }
    return Array(JSONValue.array(Array(rows)).text().utf8)
  }

  private static func text(_ count: PublishedCount?) -> String {
    if case .shown(let number)? = count { return String(number) }
    return ""
  }

  private static func number(_ count: PublishedCount?) -> JSONValue {
    if case .shown(let number)? = count { return .number(number) }
    return .null
  }

  private static func value(_ cell: Cell) -> String {
    guard case .shown(let value)? = cell.row?.value else { return "" }
    return String(ResultRow.text(value).map { $0 == "." ? "," : $0 })
  }

  private static func json(_ cell: Cell) -> JSONValue {
    guard case .shown(let value)? = cell.row?.value else { return .null }
    return .literal(ResultRow.text(value))
  }

  /// A text that begins as a formula would, spaces aside, gets an apostrophe before it.
  private static func quoted(_ text: String) -> String {
    let isFormula =
      text.unicodeScalars.first.map { "\t\r\n".unicodeScalars.contains($0) } ?? false
      || text.unicodeScalars.first { !$0.properties.isWhitespace }.map { "=+-@".unicodeScalars.contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    guard safe.utf8.contains(where: { [0x22, 0x3B, 0x0A, 0x0D].contains($0) }) else { return safe }
    return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
