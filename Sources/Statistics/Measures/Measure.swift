public import Diagnostics

/// A figure as data: from what it is counted, how, and why.
public struct Measure: Sendable, Hashable {
  /// What one is in the count.
  public enum Counted: String, Sendable, Hashable {
    case visits, rows, staff, clients, phones, locks, jobs
    /// Staff whose rows stand for visits: how few may be behind them.
    case visitStaff
  }

  public enum Formula: Sendable, Hashable {
    /// How many.
    case count(Filter)
    /// How many of the one in the other.
    case ratio(Filter, of: Filter)
    /// How many have a row that `base` chooses and none that `without` chooses; no value when none has the first.
    case lacking(base: Filter, without: Filter)
    /// Phones of a unit against its need: the difference, or the share.
    case need(isSpare: Bool, isShare: Bool)
    case proposal(PhoneProposal)
    /// Units that have reported, of those that are to.
    case reported
    /// The mean of the complete months of a half-year.
    case monthlyMean(Filter)
  }

  public enum Unit: String, Sendable, Hashable {
    case count
    case share
    case perMonth
  }

  /// What the value should be.
  public enum Target: Sendable, Hashable {
    case atLeast(Double)
    case atMost(Double)
  }

  public var id: String
  public var dataset: Dataset
  public var counted: Counted
  public var formula: Formula
  public var unit: Unit
  public var target: Target?
  public var title: Message
  public var definition: Message
  /// What demands the figure: a routine's clause, or where it is defined.
  public var clause: String
  /// Whether it counts staff or clients, so that small counts are hidden.
  public var countsPersons: Bool

  public init(
    id: String, dataset: Dataset, counted: Counted, formula: Formula, unit: Unit, target: Target? = nil,
    title: Message, definition: Message, clause: String, countsPersons: Bool = false
  ) {
    self.id = id
    self.dataset = dataset
    self.counted = counted
    self.formula = formula
    self.unit = unit
    self.target = target
    self.title = title
    self.definition = definition
    self.clause = clause
    self.countsPersons = countsPersons
  }
}

/// What is proposed for a phone that is not used.
public enum PhoneProposal: String, Sendable, Hashable, CaseIterable {
  /// The unit lacks phones: put it to use there.
  case keep = "behall"
  case reassign = "omplacera"
  case deactivate = "inaktivera"
  /// Counted at the unit that would get the phone.
  case receive = "mottar"
}
