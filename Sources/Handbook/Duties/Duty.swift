public import CivilTime
public import Documents

extension FrontMatter.FollowUp {
  /// nil when no calendar understands how often.
  public var recurrence: Recurrence? {
    Frequency(swedish: frequency).map { frequency in
      Recurrence(frequency, from: from.flatMap { CivilMonth(iso: $0.prefix(7)) })
    }
  }
}

/// A scheduled duty of a document that nobody has set aside.
public struct Duty: Sendable {
  /// Index into `Library.routines`.
  public var routine: Int
  /// Index into the document's follow-ups.
  public var number: Int
  public var followUp: FrontMatter.FollowUp
  /// In the order of their due dates, while the document applies.
  public var occurrences: [Recurrence.Occurrence]
}

extension Library {
  /// All duties, with what falls due in some days.
  public func duties(in days: ClosedRange<CivilDate>) -> [Duty] {
    routines.indices.filter { !routines[$0].state.isSetAside }.flatMap { index in
      routines[index].document.frontMatter.followUps.enumerated().map { number, followUp in
        Duty(
          routine: index, number: number, followUp: followUp, occurrences: occurrences(of: followUp, index, in: days))
      }
    }
  }

  /// What a document asks for within some days; nothing for days on which it does not apply.
  public func occurrences(
    of followUp: FrontMatter.FollowUp, _ routine: Int, in days: ClosedRange<CivilDate>
  ) -> [Recurrence.Occurrence] {
    let timeline = routines[routine].timeline
    let all = followUp.recurrence?.occurrences(in: days, calendar: configuration.calendar) ?? []
    return all.filter { occurrence in
      let state = timeline.state(on: occurrence.due)
      return !state.isSetAside && state != .expired && state != .notYet
    }
  }
}
