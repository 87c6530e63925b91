/// How often something is to be done.
public enum Frequency: Sendable, Hashable {
  /// Within each week: due on its last working day.
  case everyWeek
  /// Within a month, and again that many months later: due on the month's last working day.
  case everyMonths(Int)
  /// For each half-year: due on the first working day after 30 June and 31 December.
  case halfYearly
  /// Within the same month each year: due on its last working day.
  case yearly
  /// On a day of each month, or the nearest following working day; the last day where the month is shorter.
  case dayOfMonth(Int)
  /// On a day of each year, or the nearest following working day.
  case dayOfYear(month: Int, day: Int)

  public static let everyMonth = everyMonths(1)
  public static let everySecondMonth = everyMonths(2)
  public static let quarterly = everyMonths(3)
  /// The 15th or the nearest following working day.
  public static let reviewDay = dayOfMonth(15)
}
