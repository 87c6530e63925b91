import CivilTime
import Testing

@Suite struct CalendarTests {
  @Test(arguments: [
    (
      2026,
      [
        "2026-01-01", "2026-01-06", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-24",
        "2026-06-06", "2026-06-20", "2026-10-31", "2026-12-25", "2026-12-26",
      ]
    ),
    (
      2004,
      [
        "2004-01-01", "2004-01-06", "2004-04-09", "2004-04-11", "2004-04-12", "2004-05-01", "2004-05-20", "2004-05-30",
        "2004-05-31", "2004-06-26", "2004-11-06", "2004-12-25", "2004-12-26",
      ]
    ),
    (
      2005,
      [
        "2005-01-01", "2005-01-06", "2005-03-25", "2005-03-27", "2005-03-28", "2005-05-01", "2005-05-05", "2005-05-15",
        "2005-06-06", "2005-06-25", "2005-11-05", "2005-12-25", "2005-12-26",
      ]
    ),
  ])
  func listsPublicHolidays(year: Int, expected: [String]) {
    #expect(PublicHoliday.allCases.compactMap { $0.date(in: year)?.iso } == expected)
  }

  @Test(arguments: [
    ("2004-05-31", "annandag pingst"), ("2005-06-06", "nationaldagen"), ("2026-06-20", "midsommardagen"),
    ("2008-05-01", "första maj"), ("2026-10-31", "alla helgons dag"), ("2026-05-14", "Kristi himmelsfärdsdag"),
  ])
  func namesHolidays(day: String, name: String) throws {
    let date = try #require(CivilDate(iso: day))
    #expect(PublicHoliday.on(date)?.swedishName == name)
    #expect(date.isPublicHoliday)
  }

  @Test(arguments: ["2005-05-16", "2004-06-06", "2026-06-19", "2026-12-24", "2026-12-31", "2026-04-04"])
  func leavesOtherDays(day: String) throws {
    let date = try #require(CivilDate(iso: day))
    #expect(PublicHoliday.on(date) == nil)
  }

  @Test func keepsMidsummerAndAllSaintsOnSaturdaysWithinTheirWeeks() throws {
    for year in 1990...2050 {
      let midsummer = try #require(PublicHoliday.midsummerDay.date(in: year))
      let allSaints = try #require(PublicHoliday.allSaintsDay.date(in: year))
      #expect(midsummer.weekday == .saturday && midsummer.month == 6 && (20...26).contains(midsummer.day))
      #expect(allSaints.weekday == .saturday)
      #expect((allSaints.month, allSaints.day) == (10, 31) || (allSaints.month == 11 && allSaints.day <= 6))
    }
  }

  @Test func everySundayIsPublicHoliday() throws {
    let first = try #require(CivilDate(iso: "2026-01-04"))
    #expect((0..<52).allSatisfy { first.adding(days: $0 * 7).isPublicHoliday })
  }

  @Test(arguments: [
    ("1970-01-01", Weekday.thursday), ("1969-12-31", .wednesday), ("2000-02-29", .tuesday), ("2026-11-01", .sunday),
    ("0001-01-01", .monday), ("9999-12-31", .friday), ("1753-03-01", .thursday),
  ])
  func knowsTheDayOfTheWeek(day: String, weekday: Weekday) throws {
    #expect(try #require(CivilDate(iso: day)).weekday == weekday)
  }

  @Test func addsMonths() throws {
    let month = try #require(CivilMonth(iso: "2026-11"))
    #expect(
      [-23, -11, -10, 0, 1, 2, 14].map { month.adding(months: $0).iso } == [
        "2024-12", "2025-12", "2026-01", "2026-11", "2026-12", "2027-01", "2028-01",
      ])
    #expect(month.adding(months: 1_000_000).iso == "9999-12")
    #expect(month.adding(months: -1_000_000).iso == "0001-01")
    #expect(try #require(CivilMonth(iso: "2026-02")).day(31).iso == "2026-02-28")
  }

  @Test func dividesYearsIntoHalves() throws {
    let first = try #require(HalfYear(iso: "2026-H1"))
    let second = try #require(HalfYear(iso: "2026-H2"))
    #expect(first < second)
    #expect(first.adding(halfYears: 1) == second)
    #expect(first.adding(halfYears: -1).iso == "2025-H2")
    #expect((first.firstDay.iso, first.lastDay.iso) == ("2026-01-01", "2026-06-30"))
    #expect((second.firstDay.iso, second.lastDay.iso) == ("2026-07-01", "2026-12-31"))
    #expect(second.months.map(\.iso) == ["2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12"])
    #expect(try HalfYear(containing: #require(CivilDate(iso: "2026-06-30"))) == first)
    #expect(try HalfYear(containing: #require(CivilDate(iso: "2026-07-01"))) == second)
  }

  @Test(arguments: ["2026-H0", "2026-H3", "2026H1", "2026-h1", "0000-H1", "2026-H", "2026-H12", ""])
  func refusesOtherHalves(text: String) {
    #expect(HalfYear(iso: text) == nil)
  }

  @Test(arguments: [
    ("2026", "2026-01-01", "2026-12-31"), ("2026-H2", "2026-07-01", "2026-12-31"),
    ("2026-02", "2026-02-01", "2026-02-28"), ("2026-W53", "2026-12-28", "2027-01-03"),
  ])
  func readsPeriods(text: String, first: String, last: String) throws {
    let period = try #require(CivilPeriod(iso: text))
    #expect([period.iso, period.firstDay.iso, period.lastDay.iso] == [text, first, last])
  }

  @Test(arguments: ["", "26", "0000", "2026-13", "2026-", "20260", "2026-1"])
  func refusesOtherPeriods(text: String) {
    #expect(CivilPeriod(iso: text) == nil)
  }
}
