public import CivilTime

/// A date as precise as it is written.
public enum PartialDate: Sendable, Hashable {
  case day(CivilDate)
  case month(CivilMonth)

  /// `YYYY-MM-DD` or `YYYY-MM`.
  public var iso: String {
    switch self {
    case .day(let date): date.iso
    case .month(let month): month.iso
    }
  }

  public var firstDay: CivilDate {
    switch self {
    case .day(let date): date
    case .month(let month): month.firstDay
    }
  }

  public var lastDay: CivilDate {
    switch self {
    case .day(let date): date
    case .month(let month): month.lastDay
    }
  }
}
