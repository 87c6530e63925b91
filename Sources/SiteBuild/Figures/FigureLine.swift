internal import JSON
public import Statistics
internal import Swedish

/// One row of figures as text, after disclosure control or raw; a hidden number is not in it.
public struct FigureLine: Sendable {
  public var measure: String
  public var groupKind: GroupKind
  public var group: String
  public var period: String
  /// Empty when hidden or absent.
  public var numerator: String
  public var denominator: String
  public var value: String
  /// `few`, `withheld` or empty.
  public var suppressed: String
  /// What is written for a hidden value.
  public var threshold: Int

  init(raw row: ResultRow) {
    (measure, groupKind, group, period) = (row.measure, row.groupKind, row.group, row.period)
    numerator = row.numerator.map { String($0) } ?? ""
    denominator = row.denominator.map { String($0) } ?? ""
    value = row.value.map(ResultRow.text) ?? ""
    (suppressed, threshold) = ("", 0)
  }

  init(published row: PublishedRow, threshold: Int) {
    (measure, groupKind, group, period) = (row.measure, row.groupKind, row.group, row.period)
    func text(_ count: PublishedCount) -> String {
      if case .shown(let number) = count { return String(number) }
      return ""
    }
    numerator = text(row.numerator)
    denominator = text(row.denominator)
    if case .shown(let number) = row.value { value = ResultRow.text(number) } else { value = "" }
    suppressed = row.suppressed
    self.threshold = threshold
  }

  private var fields: [String] {
    [measure, groupKind.rawValue, group, period, numerator, denominator, value, suppressed]
  }

  static let columns = ["measure", "group_kind", "group", "period", "numerator", "denominator", "value", "suppressed"]

  var csv: String { fields.map { SpreadsheetFile.field($0, separator: ",") }.joined(separator: ",") }

  var json: JSONValue {
    .object(
      zip(Self.columns, fields).map { column, field in
        let isNumber = ["numerator", "denominator", "value"].contains(column)
        return (column, field.isEmpty && isNumber ? .null : isNumber ? .literal(field) : .string(field))
      })
  }
}
