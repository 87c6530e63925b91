public import CivilTime

/// Which figures are wanted.
public struct FigureRequest: Sendable {
  /// The last day of which the data may tell; never taken from the clock.
  public var asOf: CivilDate
  public var periods: Set<PeriodKind> = [.month]
  /// Only these months; nil for all that the data have.
  public var months: ClosedRange<CivilMonth>?
  public var measures: [Measure] = Measure.builtIn
  /// The month of which each visit is wanted beside the figures; nil for none.
  public var visitsOf: CivilMonth?
  /// How many threads may count.
  public var jobs = 1

  public init(asOf: CivilDate) {
    self.asOf = asOf
  }
}
