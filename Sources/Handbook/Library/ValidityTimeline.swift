public import CivilTime
public import Documents

/// A document's states through time: which one, from which day.
///
/// Browsers get it as text and need no rules of their own, so that page and build cannot disagree.
public struct ValidityTimeline: Sendable, Hashable {
  public struct Change: Sendable, Hashable {
    public var day: CivilDate
    public var state: ValidityState
  }

  /// Before all changes.
  public let first: ValidityState
  /// In order, each to another state than the one before.
  public let changes: [Change]
  /// `notYet 2026-04-01 inForce 2031-01-01 endsSoon`; nil when nothing ever changes.
  public let text: String?

  public init(of document: Document, endsSoonDays: Int, limitInYears: Int) {
    func state(on day: CivilDate) -> ValidityState {
      ValidityState(of: document, on: day, endsSoonDays: endsSoonDays, limitInYears: limitInYears)
    }
    var days: Set<CivilDate> = []
    if let start = document.facts.validFrom.value { days.insert(start.firstDay) }
    if case .until(let end) = document.validity {
      days.formUnion([end.adding(days: -endsSoonDays), end.adding(days: 1)])
    }
    if let due = ValidityState.reviewDue(document, limitInYears: limitInYears) { days.insert(due.adding(days: 1)) }
    let inOrder = days.sorted()
    first = state(on: inOrder.first?.adding(days: -1) ?? CivilDate(dayNumber: 0))
    var latest = first
    var changes: [Change] = []
    for day in inOrder {
      let next = state(on: day)
      if next != latest { changes.append(Change(day: day, state: next)) }
      latest = next
    }
    self.changes = changes
    text = changes.isEmpty ? nil : changes.reduce(first.rawValue) { $0 + " " + $1.day.iso + " " + $1.state.rawValue }
  }

  public func state(on day: CivilDate) -> ValidityState { changes.last { $0.day <= day }?.state ?? first }

  /// All states that the document passes through, each once.
  public var states: [ValidityState] {
    var seen: Set<ValidityState> = []
    return ([first] + changes.map(\.state)).filter { seen.insert($0).inserted }
  }
}

extension Library {
  /// A document that will change state.
  public struct StateChange: Sendable {
    public var routine: Int
    public var change: ValidityTimeline.Change
  }

  /// What changes state on the next day that anything does; empty when nothing ever will.
  public var nextChanges: [StateChange] {
    let next = routines.indices.compactMap { index in
      routines[index].timeline.changes.first { $0.day > asOf }.map { StateChange(routine: index, change: $0) }
    }
    let day = next.map(\.change.day).min()
    return next.filter { $0.change.day == day }
  }
}
