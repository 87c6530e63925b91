public import CivilTime
public import Documents

/// A document's state on one day; `measures.md` 20, first line that fits.
public enum ValidityState: String, Sendable, Hashable, CaseIterable {
  case draft, replaced, withdrawn, unreadable, contradictory, notYet, expired, endsSoon, inForce, overdueReview, missing, inForceUndated

  /// Whether staff may follow the document on that day.
  public var isInForce: Bool {
    switch self {
    case .inForce, .endsSoon, .overdueReview, .inForceUndated: true
    default: false
    }
  }

  public init(of document: Document, on day: CivilDate, endsSoonDays: Int, limitInYears: Int) {
    let facts = document.facts
    let front = document.frontMatter
    switch front.status {
    case .draft: self = .draft
    case .replaced: self = .replaced
    case .withdrawn: self = .withdrawn
    case .inForce, nil:
      self = Self.dated(facts, front, document.validity, on: day, endsSoonDays: endsSoonDays, limitInYears: limitInYears)
    }
  }

  private static func dated(
    _ facts: HeaderFacts, _ front: FrontMatter, _ validity: DeclaredValidity, on day: CivilDate, endsSoonDays: Int, limitInYears: Int
  ) -> ValidityState {
    let dates = [facts.decidedOn, facts.createdOn, facts.updatedOn, facts.validFrom]
    if dates.contains(where: { $0.outcome == .unreadable }) { return .unreadable }
    if case .unreadable = validity { return .unreadable }
    if case .contradictory = validity { return .contradictory }
    if let start = facts.validFrom.value, start.firstDay > day { return .notYet }
    if case .until(let end) = validity {
      if end < day { return .expired }
      return end.dayNumber - day.dayNumber <= endsSoonDays ? .endsSoon : .inForce
    }
    if let reviewBy = front.reviewBy, reviewBy < day { return .overdueReview }
    let looked = [facts.decidedOn.value?.lastDay, facts.updatedOn.value?.lastDay, front.reviewedOn].compactMap { $0 }.max()
    if let looked, looked.adding(years: limitInYears) < day { return .overdueReview }
    if case .openEnded = validity { return .inForce }
    return looked == nil ? .missing : .inForceUndated
  }
}
