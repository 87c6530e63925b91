internal import JSON
internal import Statistics
internal import Swedish

extension FigureTable {
  /// `headings` are ten; `hidden` are the words for a figure that is not shown.
  public func csv(names: ChartNames, hidden: (_ isFew: Bool) -> String, headings: [String]) -> [UInt8] {
    SpreadsheetFile.bytes(
      [headings]
        + cells.joined().map { cell in
          let suppressed = cell.row?.suppressed ?? ""
          return [
            cell.measure.id, names.title(cell.measure), cell.group.kind.rawValue, cell.group.id,
            names.name(of: .group(cell.group)), cell.period, Self.text(cell.row?.numerator),
            Self.text(cell.row?.denominator), Self.value(cell), suppressed.isEmpty ? "" : hidden(suppressed == "few"),
          ]
        })
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
}
