import JSON
import Statistics

extension SmallWorld {
  /// What a reader has, and beside it the true counts by which the attack is judged, for `Tests/oracle/attack.py`.
  func attackCase(seed: Int, secondary: Bool = true) -> JSONValue {
    let rows = resultRows()
    var control = DisclosureControl()
    if !secondary { control.policy.protectsSecondarily = false }
    let published = control.publish(rows, structure: structure).publication.rows
    func seen(_ count: PublishedCount) -> JSONValue {
      switch count {
      case .shown(let number): .number(number)
      case .few: .string("few")
      case .withheld: .string("withheld")
      case .none: .null
      }
    }
    return .object([
      ("seed", .number(seed)), ("months", .array(months.map(JSONValue.string))),
      ("homes", .array(home.map { .array([.number($0.0), .number($0.1)]) })),
      ("unitChains", .array(unitChains.map { .array($0.map(JSONValue.number)) })),
      ("providerChains", .array(providerChains.map { .array($0.map(JSONValue.number)) })),
      (
        "rows",
        .array(
          zip(rows, published).map { row, shown in
            .array([
              .string(row.measure), .string(row.groupKind.rawValue), .string(row.group), .string(row.period),
              seen(shown.numerator), seen(shown.denominator), .optional(row.numerator), .optional(row.denominator),
            ])
          })
      ),
    ])
  }
}
