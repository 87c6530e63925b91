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

  /// Where there is one of the first there is one of the second, as visits have clients.
  public struct Presence: Sendable, Hashable {
    public var cause: String
    public var effect: String
  }

  public var quantities: [Quantity]
  public var measures: [MeasureTraits]
  public var relations: [CellRelation]
  public var presences: [Presence]
  public var reportedSums: [ReportedSum]
  /// Counts the clients with visits of a group: decides where locks and jobs are treated as persons.
  public var clients: String
  /// The municipality's own measures that are in it.
  public internal(set) var own: [Measure] = []
  /// Own measures of which nothing is shown, since too much could be concluded from them.
  public internal(set) var unprotected: Set<String> = []

  public init(
    quantities: [Quantity], measures: [MeasureTraits], relations: [CellRelation], presences: [Presence] = [],
    reportedSums: [ReportedSum] = [], clients: String
  ) {
    self.quantities = quantities
    self.measures = measures
    self.relations = relations
    self.presences = presences
    self.reportedSums = reportedSums
    self.clients = clients
  }
}
