/// Steps through a recurrence's periods; ends with the calendar.
struct Occurrences: Sequence, IteratorProtocol {
  private let frequency: Frequency
  private let start: CivilDate
  private let calendar: WorkingCalendar
  /// The day from which periods count.
  private let first: CivilDate?
  private let step: Step
  /// The number of the next period to look at: of weeks, months or half-years.
  private var position: Int

  init(of recurrence: Recurrence, from date: CivilDate, in calendar: WorkingCalendar) {
    frequency = recurrence.frequency
    start = date
    self.calendar = calendar
    first = recurrence.from?.firstDay
    step = Step(recurrence)
    let earliest = step.aligned(step.unit.position(of: Swift.max(date, first ?? date)))
    // A due date may lie after its period, so that the period before is looked at too, where the calendar has one.
    let before = earliest - step.length
    position = step.unit.period(at: before) == nil ? earliest : before
  }

  mutating func next() -> Recurrence.Occurrence? {
    while let period = step.unit.period(at: position) {
      position += step.length
      let occurrence = Recurrence.Occurrence(period: named(period), due: due(period))
      if occurrence.due >= start, first.map({ period.lastDay >= $0 }) ?? true { return occurrence }
    }
    return nil
  }

  private func due(_ period: CivilPeriod) -> CivilDate {
    let month = CivilMonth(containing: period.firstDay)
    return switch frequency {
    case .everyWeek, .everyMonths, .yearly: calendar.workingDay(onOrBefore: period.lastDay)
    case .halfYearly: calendar.workingDay(onOrAfter: period.lastDay.adding(days: 1))
    case .dayOfMonth(let day), .dayOfYear(_, let day): calendar.workingDay(onOrAfter: month.day(day))
    }
  }

  /// What is done in one month of the year is done for the year.
  private func named(_ period: CivilPeriod) -> CivilPeriod {
    switch frequency {
    case .yearly, .dayOfYear: .year(period.firstDay.year)
    case .everyWeek, .everyMonths, .halfYearly, .dayOfMonth: period
    }
  }
}

/// The distance between the periods of a recurrence, and one period that belongs to it.
private struct Step {
  enum Unit {
    case week
    case month
    case halfYear
  }

  let unit: Unit
  let length: Int
  private let anchor: Int

  init(_ recurrence: Recurrence) {
    let from = recurrence.from?.number
    switch recurrence.frequency {
    case .everyWeek: (unit, length, anchor) = (.week, 1, 0)
    case .halfYearly: (unit, length, anchor) = (.halfYear, 1, 0)
    case .dayOfMonth: (unit, length, anchor) = (.month, 1, 0)
    case .everyMonths(let months):
      // Months are numbered from a January; a quarter's third month is number 2.
      (unit, length, anchor) = (.month, max(1, months), from ?? (months == 3 ? 2 : 0))
    case .yearly: (unit, length, anchor) = (.month, 12, from ?? 11)
    case .dayOfYear(let month, _): (unit, length, anchor) = (.month, 12, month - 1)
    }
  }

  /// The last position at or before this one that belongs to the recurrence.
  func aligned(_ position: Int) -> Int { position - (position - anchor).modulo(length) }
}

extension Step.Unit {
  func position(of date: CivilDate) -> Int {
    switch self {
    case .week: (date.dayNumber - date.weekday.rawValue + 1 + 3) / 7
    case .month: CivilMonth(containing: date).number
    case .halfYear: CivilMonth(containing: date).number / 6
    }
  }

  /// nil outside the calendar.
  func period(at position: Int) -> CivilPeriod? {
    switch self {
    case .week:
      let monday = CivilDate(dayNumber: position * 7 - 3)
      return monday.dayNumber == position * 7 - 3 ? .week(ISOWeek(containing: monday)) : nil
    case .month:
      let month = CivilMonth(number: position)
      return month.number == position ? .month(month) : nil
    case .halfYear:
      let month = CivilMonth(number: position * 6)
      return month.number == position * 6 ? .halfYear(HalfYear(containing: month)) : nil
    }
  }
}
