public import CivilTime
public import Documents

/// A document's state on one day; `measures.md` 20, first line that fits.
public enum ValidityState: String, Sendable, Hashable, CaseIterable {
  case draft, replaced, withdrawn, unreadable, contradictory, notYet, expired, endsSoon, inForce, overdueReview, missing
  case inForceUndated

  /// Whether staff may follow the document on that day.
  public var isInForce: Bool {
    switch self {
    case .inForce, .endsSoon, .overdueReview, .inForceUndated: true
    default: false
    }
  }

  /// Whether somebody has said that the document does not apply: not yet decided, replaced or withdrawn.
  public var isSetAside: Bool {
    switch self {
    case .draft, .replaced, .withdrawn: true
    default: false
    }
  }

  public init(of document: Document, on day: CivilDate, endsSoonDays: Int, limitInYears: Int) {
    switch document.frontMatter.status {
    case .draft: self = .draft
    case .replaced: self = .replaced
    case .withdrawn: self = .withdrawn
    case .inForce, nil:
      self.init(dated: document, on: day, endsSoonDays: endsSoonDays, limitInYears: limitInYears)
    }
  }

  /// By the dates alone, whatever the status has become since.
  init(dated document: Document, on day: CivilDate, endsSoonDays: Int, limitInYears: Int) {
    self = Self.dated(document, on: day, endsSoonDays: endsSoonDays, limitInYears: limitInYears)
  }

  private static func dated(_ document: Document, on day: CivilDate, endsSoonDays: Int, limitInYears: Int)
    -> ValidityState
  {
    if hasUnreadableDate(document) { return .unreadable }
    if case .contradictory = document.validity { return .contradictory }
    if let start = document.facts.validFrom.value, start.firstDay > day { return .notYet }
    if case .until(let end) = document.validity {
      if end < day { return .expired }
      return end.dayNumber - day.dayNumber <= endsSoonDays ? .endsSoon : .inForce
    }
    if let due = reviewDue(document, limitInYears: limitInYears), due < day { return .overdueReview }
    if case .openEnded = document.validity { return .inForce }
    return document.facts.decidedOn.value == nil ? .missing : .inForceUndated
  }

  /// The last day on which a document without an end needs no review: `granskas senast`, or the limit after it was last looked at.
  static func reviewDue(_ document: Document, limitInYears: Int) -> CivilDate? {
    var looked = document.frontMatter.reviewedOn
    if let decided = document.facts.decidedOn.value?.lastDay { looked = max(looked ?? decided, decided) }
    if let updated = document.facts.updatedOn.value?.lastDay { looked = max(looked ?? updated, updated) }
    guard let limit = looked?.adding(years: limitInYears) else { return document.frontMatter.reviewBy }
    return min(document.frontMatter.reviewBy ?? limit, limit)
  }

  private static func hasUnreadableDate(_ document: Document) -> Bool {
    if case .unreadable = document.validity { return true }
    return document.facts.decidedOn.outcome == .unreadable || document.facts.createdOn.outcome == .unreadable
      || document.facts.updatedOn.outcome == .unreadable || document.facts.validFrom.outcome == .unreadable
  }
}

extension Routine {
  /// The last day before somebody must act: the end, or the review of a document without one.
  public func dueOn(limitInYears: Int) -> CivilDate? {
    if case .until(let end) = document.validity { return end }
    return ValidityState.reviewDue(document, limitInYears: limitInYears)
  }
}
