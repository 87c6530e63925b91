/// What a figure is counted for.
public enum GroupKind: String, Sendable, Hashable, CaseIterable {
  case file
  case provider
  case providerChain = "provider_chain"
  case total
  case unit
  case unitChain = "unit_chain"
}

/// One figure, before disclosure control.
public struct ResultRow: Sendable, Hashable {
  public var measure: String
  public var groupKind: GroupKind
  /// `ALLA`, a provider's or unit's id, or `file:reason`.
  public var group: String
  /// A day, `YYYY-MM`, `YYYY-H1`, `ALLA` for all months, or empty.
  public var period: String
  public var numerator: Int?
  public var denominator: Int?
  /// nil is no value, never zero.
  public var value: Double?

  public init(
    measure: String, groupKind: GroupKind, group: String, period: String, numerator: Int?, denominator: Int?,
    value: Double?
  ) {
    self.measure = measure
    self.groupKind = groupKind
    self.group = group
    self.period = period
    self.numerator = numerator
    self.denominator = denominator
    self.value = value
  }
}

extension ResultRow: Comparable {
  /// By measure, kind of group, group and period, in byte order.
  public static func < (left: ResultRow, right: ResultRow) -> Bool {
    if left.measure != right.measure { return left.measure.utf8.lexicographicallyPrecedes(right.measure.utf8) }
    if left.groupKind != right.groupKind {
      return left.groupKind.rawValue.utf8.lexicographicallyPrecedes(right.groupKind.rawValue.utf8)
    }
    if left.group != right.group { return left.group.utf8.lexicographicallyPrecedes(right.group.utf8) }
    return left.period.utf8.lexicographicallyPrecedes(right.period.utf8)
  }
}
