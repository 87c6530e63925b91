/// What a reader sees of a count.
///
/// A hidden count is not in it, nor the rule that hid it.
public enum PublishedCount: Sendable, Hashable {
  case shown(Int)
  /// "färre än 5": from 1 to the threshold − 1.
  case few
  /// "–", "dold för att skydda andra värden".
  case withheld
  /// There is no such number.
  case none

  public var isHidden: Bool { self == .few || self == .withheld }
}

/// What a reader sees of a value.
public enum PublishedValue: Sendable, Hashable {
  case shown(Double)
  case few
  case withheld
  case none
}

/// One figure after disclosure control: all that pages, downloads and sentences are made from.
public struct PublishedRow: Sendable, Hashable {
  public let measure: String
  public let groupKind: GroupKind
  public let group: String
  public let period: String
  public let numerator: PublishedCount
  public let denominator: PublishedCount
  public let value: PublishedValue

  /// The column `suppressed`: `few`, `withheld`, or empty.
  ///
  /// It says what the reader sees and no more.
  public var suppressed: String {
    if numerator == .few { return "few" }
    return numerator.isHidden || denominator.isHidden || value == .withheld ? "withheld" : ""
  }
}

/// All that may be published, in the order of the rows given.
public struct Publication: Sendable {
  /// A table of which nothing is shown because no part of it could be; the coarser one is.
  public struct WithdrawnTable: Sendable, Hashable {
    public var family: String
    public var groupKind: GroupKind
    /// nil when withdrawn for every period.
    public var period: String?

    var isOfEveryPeriod: Bool { period == nil }
  }

  public let rows: [PublishedRow]
  public let withdrawn: [WithdrawnTable]
  /// Counts that a `few` is less than.
  public let threshold: Int

  var hasLostATable: Bool { withdrawn.contains(where: \.isOfEveryPeriod) }
}
