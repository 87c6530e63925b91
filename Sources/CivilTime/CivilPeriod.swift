/// A stretch of the calendar that a duty is done for.
public enum CivilPeriod: Sendable, Hashable {
  case week(ISOWeek)
  case month(CivilMonth)
  case halfYear(HalfYear)
  case year(Int)

  /// Reads `YYYY-Www`, `YYYY-MM`, `YYYY-H1` and `YYYY`.
  public init?(iso text: some StringProtocol) {
    if let week = ISOWeek(iso: text) {
      self = .week(week)
    } else if let month = CivilMonth(iso: text) {
      self = .month(month)
    } else if let halfYear = HalfYear(iso: text) {
      self = .halfYear(halfYear)
    } else if text.utf8.count == 4, let year = decimal(Array(text.utf8)[...]), year >= 1 {
      self = .year(year)
    } else {
      return nil
    }
  }

  public var iso: String {
    switch self {
    case .week(let week): week.iso
    case .month(let month): month.iso
    case .halfYear(let halfYear): halfYear.iso
    case .year(let year): padded(year, 4)
    }
  }

  public var firstDay: CivilDate {
    switch self {
    case .week(let week): week.firstDay
    case .month(let month): month.firstDay
    case .halfYear(let halfYear): halfYear.firstDay
    case .year(let year): CivilMonth(year: year, month: 1).firstDay
    }
  }

  public var lastDay: CivilDate {
    switch self {
    case .week(let week): week.lastDay
    case .month(let month): month.lastDay
    case .halfYear(let halfYear): halfYear.lastDay
    case .year(let year): CivilMonth(year: year, month: 12).lastDay
    }
  }
}
