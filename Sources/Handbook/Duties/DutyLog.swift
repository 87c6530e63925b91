public import CivilTime
internal import Swedish

/// Which duties were done, for which unit and period; R2 of `measures.md` 20.
public struct DutyLog: Sendable {
  public struct Report: Sendable {
    /// What the duty is called, as the document has it.
    public var duty: String
    /// Empty when the duty is not a unit's.
    public var unit: String
    /// `2026-03`, `2026-H1`, `2026-W14`, `2026`.
    public var period: String
    public var done: CivilDate

    public init(duty: String, unit: String, period: String, done: CivilDate) {
      self.duty = duty
      self.unit = unit
      self.period = period
      self.done = done
    }
  }

  public struct Fulfilment: Sendable, Hashable {
    public var onTime = 0
    public var late = 0
    public var unreported = 0
  }

  private struct Key: Hashable {
    var unit: String
    var period: String

    var firstDay: CivilDate? { CivilPeriod(iso: period)?.firstDay }
  }

  /// By the duty's folded name: the first day that it was done for a unit and period.
  private let done: [String: [Key: CivilDate]]

  public init(_ reports: [Report]) {
    var done: [String: [Key: CivilDate]] = [:]
    for report in reports {
      let key = Key(unit: report.unit, period: report.period)
      let name = Folding.words(report.duty)
      done[name, default: [:]][key] = min(done[name]?[key] ?? report.done, report.done)
    }
    self.done = done
  }

  /// What was done of the occurrences, by each unit that the log knows for the duty; nil when it knows nothing of it.
  ///
  /// Periods before the first that was reported are not counted: nobody kept a log then.
  public func fulfilment(_ duty: String, of occurrences: [Recurrence.Occurrence]) -> Fulfilment? {
    guard let known = done[Folding.words(duty)], let first = known.keys.compactMap({ $0.firstDay }).min() else {
      return nil
    }
    var result = Fulfilment()
    let counted = occurrences.filter { $0.period.lastDay >= first }
    for unit in Set(known.keys.map(\.unit)) {
      for occurrence in counted {
        switch known[Key(unit: unit, period: occurrence.period.iso)] {
        case nil: result.unreported += 1
        case let day? where day <= occurrence.due: result.onTime += 1
        default: result.late += 1
        }
      }
    }
    return result
  }
}
