/// Local time in Sweden by the Union's rule: one hour before UTC, two from the last Sunday of March to the last Sunday of October, both at 01:00 UTC.
public enum StockholmTime {
  /// The day in Sweden at a moment given in seconds since 1970-01-01 00:00 UTC.
  public static func date(atUnixSeconds seconds: Int) -> CivilDate {
    let utc = CivilDate(dayNumber: floorDivide(seconds, 86_400))
    let offset = isSummer(seconds, year: utc.year) ? 7200 : 3600
    return CivilDate(dayNumber: floorDivide(seconds + offset, 86_400))
  }

  private static func isSummer(_ seconds: Int, year: Int) -> Bool {
    let start = lastSunday(CivilMonth(year: year, month: 3)).dayNumber * 86_400 + 3600
    let end = lastSunday(CivilMonth(year: year, month: 10)).dayNumber * 86_400 + 3600
    return (start..<end).contains(seconds)
  }

  private static func lastSunday(_ month: CivilMonth) -> CivilDate {
    let last = month.lastDay
    // 1970-01-01 was a Thursday: day number 3 a Sunday.
    return last.adding(days: -((last.dayNumber - 3) % 7 + 7) % 7)
  }

  private static func floorDivide(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
  }
}
