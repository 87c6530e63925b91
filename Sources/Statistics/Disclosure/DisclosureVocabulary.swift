/// All quantities that are published, and what a reader knows about how they hang together.
///
/// A measure that is not named here is published as it is.
public struct DisclosureVocabulary: Sendable {
  /// whole (a half-year) = Σ part over the months that every member of the group has reported.
  public struct ReportedSum: Sendable, Hashable {
    public var whole: String
    public var part: String
    /// The measure that tells reporting units (numerator) of members (denominator).
    public var reportedMeasure: String
    /// The measure whose denominator is the number of complete months.
    public var countMeasure: String
  }

  public var quantities: [Quantity]
  public var measures: [MeasureTraits]
  public var relations: [CellRelation]
  public var reportedSums: [ReportedSum]
  /// Counts the clients with visits of a group: decides where locks and jobs are treated as persons.
  public var clients: String

  public init(
    quantities: [Quantity], measures: [MeasureTraits], relations: [CellRelation], reportedSums: [ReportedSum] = [],
    clients: String
  ) {
    self.quantities = quantities
    self.measures = measures
    self.relations = relations
    self.reportedSums = reportedSums
    self.clients = clients
  }

  /// The municipality's own measure: a count, or a ratio of two counts of the same kind of thing.
  ///
  /// `combination` is `.union` for distinct ids, `.sum` for events.
  public mutating func add(
    measure: String, counted: CountedThing, combination: Combination, isRatio: Bool
  ) {
    let numerator = measure + ".numerator"
    let denominator = isRatio ? measure + ".denominator" : nil
    for name in [numerator, denominator].compactMap({ $0 }) {
      quantities.append(
        Quantity(name, counted, overGroups: combination, overPeriods: combination, family: measure))
    }
    measures.append(
      MeasureTraits(
        measure, numerator, of: denominator,
        complement: combination == .union && isRatio ? .atMostSum(outer: measure + ".denominator") : .unrelated))
  }
}
