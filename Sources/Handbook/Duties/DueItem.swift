public import CivilTime
internal import Documents

/// Something that somebody must act on: a document that ends or needs a review, or a duty.
public struct DueItem: Sendable {
  public enum Kind: String, Sendable {
    case document, duty
  }

  public var kind: Kind
  public var day: CivilDate
  /// The document's title or what the duty is.
  public var what: String
  /// The document's owner or who has the duty; empty when nobody is named.
  public var who: String
  /// Index into `Library.routines`.
  public var routine: Int
  /// A duty's period: `2026-11`.
  public var period: String?
}

extension Library {
  /// What falls due within so many days of the as-of date, and documents that fell due before it; in the order of the days.
  public func due(within days: Int) -> [DueItem] {
    let last = asOf.adding(days: days)
    let documents = routines.indices.compactMap { index -> DueItem? in
      let routine = routines[index]
      guard !routine.state.isSetAside, let day = routine.dueOn(limitInYears: configuration.limitInYears), day <= last
      else { return nil }
      return DueItem(
        kind: .document, day: day, what: routine.title, who: routine.document.facts.owner.value ?? "", routine: index)
    }
    let duties = duties(in: asOf...last).flatMap { duty in
      duty.occurrences.map {
        DueItem(
          kind: .duty, day: $0.due, what: duty.followUp.what, who: duty.followUp.who, routine: duty.routine,
          period: $0.period.iso)
      }
    }
    return (documents + duties).enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
  }
}
