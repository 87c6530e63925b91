public import Diagnostics
public import JSON
internal import Statistics

extension FigureReport {
  /// Comma-separated, with headings; as `measures.md` 10 and the column `suppressed`.
  public func csv() -> String {
    ([FigureLine.columns.joined(separator: ",")] + rows.map(\.csv)).joined(separator: "\n") + "\n"
  }

  public func json() -> JSONValue {
    .object([("workingMaterial", .bool(isRaw)), ("figures", .array(rows.map(\.json)))])
  }

  /// A table for each measure, for a person at a terminal.
  public func table(in language: Language) -> String {
    let isSwedish = language == .swedish
    var out: [String] = []
    var start = rows.startIndex
    while start < rows.endIndex {
      let measure = rows[start].measure
      let end = rows[start...].firstIndex { $0.measure != measure } ?? rows.endIndex
      let title = Measure.builtIn.first { $0.id == measure }?.title.text(in: language)
      out.append(title.map { "\(measure)  \($0)" } ?? measure)
      let head =
        isSwedish
        ? ["Grupp", "Period", "Täljare", "Nämnare", "Värde"] : ["Group", "Period", "Numerator", "Denominator", "Value"]
      let isShare = Measure.builtIn.first { $0.id == measure }?.unit == .share
      let cells = rows[start..<end].map { row in
        [
          name(of: row), row.period, shown(row.numerator, row, isSwedish), shown(row.denominator, row, isSwedish),
          value(row, isShare, isSwedish),
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

  private func shown(_ number: String, _ row: FigureLine, _ isSwedish: Bool) -> String {
    if !number.isEmpty { return number }
    return row.suppressed.isEmpty ? "" : "…"
  }

  /// Shares in per cent with one decimal; "–" for no value, the words for hidden ones.
  private func value(_ row: FigureLine, _ isShare: Bool, _ isSwedish: Bool) -> String {
    switch row.suppressed {
    case "few": return isSwedish ? "färre än \(row.threshold)" : "fewer than \(row.threshold)"
    case "withheld": return isSwedish ? "dold" : "hidden"
    default: break
    }
    guard let number = Double(row.value) else { return "–" }
    if !isShare, number == number.rounded() { return String(Int(number)) }
    let tenths = Int((number * (isShare ? 1000 : 10)).rounded())
    let text = "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10)\(isSwedish ? "," : ".")\(abs(tenths) % 10)"
    return isShare ? text + "\u{A0}%" : text
  }
}
