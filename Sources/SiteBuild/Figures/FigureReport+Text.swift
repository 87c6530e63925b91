public import Diagnostics
public import JSON
internal import Statistics
internal import Swedish

extension FigureReport {
  /// Comma-separated, with headings; as `measures.md` 10 and the column `suppressed`.
  public func csv() -> String {
    ([FigureLine.columns.joined(separator: ",")] + rows.map(\.csv)).joined(separator: "\n") + "\n"
  }

  public func json() -> JSONValue {
    .object([("workingMaterial", .bool(isRaw)), ("figures", .array(rows.map(\.json)))])
  }

  /// Of raw figures, wherever they are shown.
  public static let mark = Message(
    sv: "ARBETSMATERIAL utan röjandekontroll. Sprid det inte.",
    en: "WORKING MATERIAL without disclosure control. Do not spread it.")

  /// A table for each measure, for a person at a terminal or on paper; raw figures between two marks.
  public func table(in language: Language) -> String {
    let tables = rows.isEmpty ? Self.nothing.text(in: language) + "\n" : self.tables(in: language)
    guard isRaw else { return tables }
    let mark = Self.mark.text(in: language)
    return "\(mark)\n\n\(tables)\n\(mark)\n"
  }

  private static let nothing = Message(
    sv: "Det finns inga siffror för det som efterfrågas.", en: "There are no figures for what is asked.")

  private func tables(in language: Language) -> String {
    let isSwedish = language == .swedish
    let numbers = NumberFormat(language)
    var out: [String] = []
    var start = rows.startIndex
    while start < rows.endIndex {
      let measure = rows[start].measure
      let end = rows[start...].firstIndex { $0.measure != measure } ?? rows.endIndex
      let known = measures[measure]
      let title = known?.title.text(in: language)
      out.append(title.map { "\(measure)  \($0)" } ?? measure)
      let head =
        isSwedish
        ? ["Grupp", "Period", "Täljare", "Nämnare", "Värde"] : ["Group", "Period", "Numerator", "Denominator", "Value"]
      let isShare = known?.unit == .share
      let cells = rows[start..<end].map { row in
        [
          name(of: row), row.period, shown(row.numerator, row, numbers), shown(row.denominator, row, numbers),
          row.suppressed.isEmpty ? value(row, isShare, numbers) : hidden(row, isSwedish),
        ]
      }
      out += TextTable.aligned([head] + cells, leftColumns: 2).map { "  " + $0 }
      out.append("")
      start = end
    }
    return out.joined(separator: "\n")
  }

  private func name(of row: FigureLine) -> String {
    switch row.groupKind {
    case .total: row.group
    case .unitChain, .providerChain: "\(names[row.group] ?? row.group) (\(row.group), kedja)"
    default: names[row.group].map { "\($0) (\(row.group))" } ?? row.group
    }
  }

  private func shown(_ number: String, _ row: FigureLine, _ numbers: NumberFormat) -> String {
    if let number = Int(number) { return numbers.text(number) }
    return row.suppressed.isEmpty ? "" : "…"
  }

  private func hidden(_ row: FigureLine, _ isSwedish: Bool) -> String {
    if row.suppressed != "few" { return isSwedish ? "dold" : "hidden" }
    return isSwedish ? "färre än \(row.threshold)" : "fewer than \(row.threshold)"
  }

  /// Shares in per cent with one decimal; "–" for no value.
  private func value(_ row: FigureLine, _ isShare: Bool, _ numbers: NumberFormat) -> String {
    guard let number = Double(row.value) else { return "–" }
    if isShare { return numbers.percent(number) }
    return numbers.text(number, decimals: number == number.rounded() ? 0 : 1)
  }
}
