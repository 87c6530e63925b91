/// Which days are working days ("vardag"): Monday to Friday without public holidays, but for the municipality's choices.
public struct WorkingCalendar: Sendable, Hashable {
  public var countsSaturdays: Bool
  /// Midsummer Eve, Christmas Eve and New Year's Eve are free.
  public var freesEves: Bool

  public init(countsSaturdays: Bool = false, freesEves: Bool = false) {
    self.countsSaturdays = countsSaturdays
    self.freesEves = freesEves
  }

  public func isWorkingDay(_ date: CivilDate) -> Bool {
    if date.isPublicHoliday || (freesEves && Self.isEve(date)) { return false }
    return countsSaturdays || date.weekday != .saturday
  }

  /// The day itself, or the nearest following working day.
  public func workingDay(onOrAfter date: CivilDate) -> CivilDate { first(from: date, step: 1) }

  /// The day itself, or the nearest working day before it.
  public func workingDay(onOrBefore date: CivilDate) -> CivilDate { first(from: date, step: -1) }

  /// The 15th of a month, or the nearest following working day.
  public func reviewDate(of month: CivilMonth) -> CivilDate { workingDay(onOrAfter: month.day(15)) }

  /// No stretch of free days is longer than a week; at the ends of the calendar the day itself.
  private func first(from date: CivilDate, step: Int) -> CivilDate {
    (0..<10).lazy.map { date.adding(days: $0 * step) }.first(where: isWorkingDay) ?? date
  }

  private static func isEve(_ date: CivilDate) -> Bool {
    if date.month == 12 { return date.day == 24 || date.day == 31 }
    return date.month == 6 && PublicHoliday.midsummerDay.date(in: date.year) == date.adding(days: 1)
  }
}
