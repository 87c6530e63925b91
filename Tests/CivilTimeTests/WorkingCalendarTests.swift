import CivilTime
import Testing

@Suite struct WorkingCalendarTests {
  @Test(arguments: [
    ("2026-08", "2026-08-17"), ("2026-11", "2026-11-16"), ("2027-05", "2027-05-17"),
    ("2022-04", "2022-04-19"), ("2028-04", "2028-04-18"), ("2033-04", "2033-04-19"),
    ("2042-05", "2042-05-16"), ("2047-04", "2047-04-16"), ("2026-10", "2026-10-15"), ("2026-01", "2026-01-15"),
  ])
  func findsReviewDate(month: String, expected: String) throws {
    let month = try #require(CivilMonth(iso: month))
    #expect(WorkingCalendar().reviewDate(of: month).iso == expected)
  }

  /// Midsummer's Saturday, Christmas to New Year's Day, and Easter, with the switches off and on.
  @Test(arguments: [
    ("2026-06-19", "2026-06-19", "2026-06-22", "2026-06-19", "2026-06-22"),
    ("2026-06-20", "2026-06-22", "2026-06-22", "2026-06-22", "2026-06-22"),
    ("2026-12-24", "2026-12-24", "2026-12-28", "2026-12-24", "2026-12-28"),
    ("2026-12-25", "2026-12-28", "2026-12-28", "2026-12-28", "2026-12-28"),
    ("2026-12-31", "2026-12-31", "2027-01-04", "2026-12-31", "2027-01-02"),
    ("2026-04-03", "2026-04-07", "2026-04-07", "2026-04-04", "2026-04-04"),
    ("2026-08-15", "2026-08-17", "2026-08-17", "2026-08-15", "2026-08-15"),
  ])
  func movesToTheNearestFollowingWorkingDay(
    day: String, plain: String, eves: String, saturdays: String, both: String
  ) throws {
    let date = try #require(CivilDate(iso: day))
    let found = Self.calendars.map { $0.workingDay(onOrAfter: date).iso }
    #expect(found == [plain, eves, saturdays, both])
  }

  @Test(arguments: [
    ("2026-10-31", "2026-10-30"), ("2027-01-31", "2027-01-29"), ("2026-04-06", "2026-04-02"),
    ("2026-09-30", "2026-09-30"),
  ])
  func movesToTheNearestWorkingDayBefore(day: String, expected: String) throws {
    let date = try #require(CivilDate(iso: day))
    #expect(WorkingCalendar().workingDay(onOrBefore: date).iso == expected)
  }

  /// The numbers are those of Python's `holidays` for Sweden; the switches' by a loop over its days.
  @Test(arguments: zip(calendars, workingDays)) func countsTheWorkingDaysOfYears(
    calendar: WorkingCalendar, expected: [Int]
  ) throws {
    let found = try (1990...2050).map { year in
      let first = try #require(CivilDate(year: year, month: 1, day: 1))
      return (0..<366).count { offset in
        let day = first.adding(days: offset)
        return day.year == year && calendar.isWorkingDay(day)
      }
    }
    #expect(found == expected)
  }

  @Test func staysWithinTheCalendar() throws {
    let last = try #require(CivilDate(iso: "9999-12-31"))
    let calendar = WorkingCalendar(freesEves: true)
    #expect(calendar.workingDay(onOrAfter: last) == last)
  }

  private static let calendars = [
    WorkingCalendar(), WorkingCalendar(freesEves: true), WorkingCalendar(countsSaturdays: true),
    WorkingCalendar(countsSaturdays: true, freesEves: true),
  ]

  /// Of the years 1990–2050, by the calendars above.
  private static let workingDays = [
    [
      253, 253, 254, 255, 254, 252, 254, 252, 253, 255, 252, 253, 253, 252, 256, 254, 252, 253, 255, 254, 256,
      254, 253, 253, 252, 254, 254, 252, 253, 253, 255, 256, 254, 252, 254, 252, 254, 256, 252, 253, 253, 252,
      257, 254, 252, 253, 254, 254, 256, 254, 253, 253, 252, 254, 254, 252, 253, 253, 255, 256, 254,
    ],
    [
      250, 250, 251, 252, 253, 251, 251, 249, 250, 252, 251, 250, 250, 249, 253, 253, 251, 250, 252, 251, 253,
      253, 250, 250, 249, 251, 253, 251, 250, 250, 252, 253, 253, 251, 251, 249, 251, 253, 251, 250, 250, 249,
      254, 253, 251, 250, 251, 251, 253, 253, 250, 250, 249, 251, 253, 251, 250, 250, 252, 253, 253,
    ],
    [
      302, 303, 303, 303, 304, 302, 303, 302, 302, 303, 302, 302, 303, 302, 304, 304, 302, 302, 305, 302, 304,
      304, 303, 303, 302, 302, 305, 302, 302, 303, 303, 304, 304, 302, 303, 302, 302, 304, 302, 302, 303, 302,
      305, 304, 302, 302, 304, 302, 304, 304, 303, 303, 302, 302, 305, 302, 302, 303, 303, 304, 304,
    ],
    [
      299, 300, 300, 300, 301, 301, 300, 299, 299, 300, 301, 299, 300, 299, 301, 301, 301, 299, 302, 299, 301,
      301, 300, 300, 299, 299, 302, 301, 299, 300, 300, 301, 301, 301, 300, 299, 299, 301, 301, 299, 300, 299,
      302, 301, 301, 299, 301, 299, 301, 301, 300, 300, 299, 299, 302, 301, 299, 300, 300, 301, 301,
    ],
  ]
}
