/// Easter by the Gregorian computus.
public enum Easter {
  /// Easter Day, between 22 March and 25 April.
  public static func sunday(of year: Int) -> CivilDate {
    // Meeus, Jones and Butcher: the golden year, the century's corrections, the full moon, then the Sunday after it.
    let golden = year.modulo(19)
    let century = year / 100
    let yearOfCentury = year % 100
    let moonCorrection = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30
    let weekdayOffset = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let lateMoon = (golden + 11 * epact + 22 * weekdayOffset) / 451
    // Days from 22 March
    let days = epact + weekdayOffset - 7 * lateMoon
    return CivilMonth(year: year, month: 3).day(22).adding(days: days)
  }
}
