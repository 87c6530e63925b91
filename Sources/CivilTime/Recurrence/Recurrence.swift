/// A duty's rhythm: how often, and from which month.
public struct Recurrence: Sendable, Hashable {
  /// One time that something is to be done.
  public struct Occurrence: Sendable, Hashable {
    public var period: CivilPeriod
    public var due: CivilDate
  }

  public var frequency: Frequency
  /// Nothing is due for a period before this month; it also says which months `everyMonths` and `yearly` mean.
  ///
  /// Without it they count from January, quarters and years from their last month.
  public var from: CivilMonth?

  public init(_ frequency: Frequency, from: CivilMonth? = nil) {
    self.frequency = frequency
    self.from = from
  }

  /// The occurrences that are due on the day or later, in order.
  public func occurrences(
    from date: CivilDate, in calendar: WorkingCalendar = WorkingCalendar()
  ) -> some Sequence<Occurrence> {
    Occurrences(of: self, from: date, in: calendar)
  }

  /// The occurrences that are due from the first day to the last, both included.
  public func occurrences(
    in days: ClosedRange<CivilDate>, calendar: WorkingCalendar = WorkingCalendar()
  ) -> [Occurrence] {
    Array(occurrences(from: days.lowerBound, in: calendar).prefix { $0.due <= days.upperBound })
  }

  /// The next `count` due dates, on the day or later.
  public func nextDates(
    from date: CivilDate, count: Int, in calendar: WorkingCalendar = WorkingCalendar()
  ) -> [CivilDate] {
    occurrences(from: date, in: calendar).prefix(max(0, count)).map(\.due)
  }
}
