/// The public holidays of the Swedish law (1989:253), other than the Sundays of the year.
public enum PublicHoliday: Sendable, Hashable, CaseIterable {
  case newYearsDay
  case epiphany
  case goodFriday
  case easterSunday
  case easterMonday
  case mayDay
  case ascensionDay
  case whitSunday
  case whitMonday
  case nationalDay
  case midsummerDay
  case allSaintsDay
  case christmasDay
  case boxingDay

  /// The holiday's day in a year; nil when the law did not have it that year.
  ///
  /// The national day took the place of Whit Monday in 2005.
  public func date(in year: Int) -> CivilDate? {
    switch self {
    case .newYearsDay: day(1, of: 1, in: year)
    case .epiphany: day(6, of: 1, in: year)
    case .goodFriday: Easter.sunday(of: year).adding(days: -2)
    case .easterSunday: Easter.sunday(of: year)
    case .easterMonday: Easter.sunday(of: year).adding(days: 1)
    case .mayDay: day(1, of: 5, in: year)
    case .ascensionDay: Easter.sunday(of: year).adding(days: 39)
    case .whitSunday: Easter.sunday(of: year).adding(days: 49)
    case .whitMonday: year < 2005 ? Easter.sunday(of: year).adding(days: 50) : nil
    case .nationalDay: year >= 2005 ? day(6, of: 6, in: year) : nil
    case .midsummerDay: saturday(onOrAfter: day(20, of: 6, in: year))
    case .allSaintsDay: saturday(onOrAfter: day(31, of: 10, in: year))
    case .christmasDay: day(25, of: 12, in: year)
    case .boxingDay: day(26, of: 12, in: year)
    }
  }

  /// The holiday on a day; of two on one day, such as 1 May and Ascension Day in 2008, the one first in the list.
  public static func on(_ date: CivilDate) -> PublicHoliday? {
    allCases.first { $0.date(in: date.year) == date }
  }

  private func day(_ day: Int, of month: Int, in year: Int) -> CivilDate {
    CivilMonth(year: year, month: month).day(day)
  }

  private func saturday(onOrAfter date: CivilDate) -> CivilDate {
    date.adding(days: (Weekday.saturday.rawValue - date.weekday.rawValue).modulo(7))
  }
}

extension PublicHoliday {
  public var swedishName: String {
    switch self {
    case .newYearsDay: "nyårsdagen"
    case .epiphany: "trettondedag jul"
    case .goodFriday: "långfredagen"
    case .easterSunday: "påskdagen"
    case .easterMonday: "annandag påsk"
    case .mayDay: "första maj"
    case .ascensionDay: "Kristi himmelsfärdsdag"
    case .whitSunday: "pingstdagen"
    case .whitMonday: "annandag pingst"
    case .nationalDay: "nationaldagen"
    case .midsummerDay: "midsommardagen"
    case .allSaintsDay: "alla helgons dag"
    case .christmasDay: "juldagen"
    case .boxingDay: "annandag jul"
    }
  }
}

extension CivilDate {
  /// A Sunday or another public holiday ("allmän helgdag").
  public var isPublicHoliday: Bool { weekday == .sunday || PublicHoliday.on(self) != nil }
}
