import CivilTime
import Testing

@Suite struct EasterTests {
  @Test(arguments: [
    "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21",
    // the earliest, the latest, and the two exceptions of Gauss's rule
    "1818-03-22", "2285-03-22", "1943-04-25", "2038-04-25", "1954-04-18", "1981-04-19", "2049-04-18", "2076-04-19",
  ])
  func findsEasterDay(day: String) throws {
    let date = try #require(CivilDate(iso: day))
    #expect(Easter.sunday(of: date.year) == date)
  }

  /// The Sunday after the ecclesiastical full moon, which a table of the nineteen golden years gives for 1900–2199.
  @Test(arguments: 1990...2100) func agreesWithTheTableOfFullMoons(year: Int) throws {
    let fullMoon = try #require(CivilDate(iso: "\(year)-\(Self.fullMoons[year % 19])"))
    let days = (1...7).map(fullMoon.adding(days:))
    let sunday = try #require(days.first { $0.weekday == .sunday })
    #expect(Easter.sunday(of: year) == sunday)
  }

  /// Gauss's rule with its two exceptions, for 1900–2099: M = 24, N = 5.
  @Test(arguments: 1990...2099) func agreesWithGauss(year: Int) throws {
    let moon = (19 * (year % 19) + 24) % 30
    let weekday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7
    var days = moon + weekday
    if days == 35 { days = 28 }
    if days == 34, moon == 28, year % 19 > 10 { days = 27 }
    let march22 = try #require(CivilDate(year: year, month: 3, day: 22))
    #expect(Easter.sunday(of: year) == march22.adding(days: days))
  }

  private static let fullMoons = [
    "04-14", "04-03", "03-23", "04-11", "03-31", "04-18", "04-08", "03-28", "04-16", "04-05", "03-25", "04-13",
    "04-02", "03-22", "04-10", "03-30", "04-17", "04-07", "03-27",
  ]
}
