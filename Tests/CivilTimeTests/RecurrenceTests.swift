import CivilTime
import Testing

@Suite struct RecurrenceTests {
  @Test(
    arguments: [
      // within each month: its last working day
      (Frequency.everyMonth, "2026-04", "2026-01-01", ["2026-04-30", "2026-05-29", "2026-06-30", "2026-07-31"]),
      (.everyMonth, nil, "2026-10-31", ["2026-11-30", "2026-12-31", "2027-01-29", "2027-02-26"]),
      // every second month counts from its anchor, whatever the day asked for
      (.everySecondMonth, "2026-01", "2026-02-01", ["2026-03-31", "2026-05-29", "2026-07-31", "2026-09-30"]),
      (.everySecondMonth, "2026-02", "2026-02-28", ["2026-04-30", "2026-06-30", "2026-08-31", "2026-10-30"]),
      (.everySecondMonth, "2025-12", "2026-12-31", ["2026-12-31", "2027-02-26", "2027-04-30", "2027-06-30"]),
      (.everySecondMonth, nil, "2026-02-01", ["2026-03-31", "2026-05-29", "2026-07-31", "2026-09-30"]),
      (.quarterly, nil, "2026-02-01", ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"]),
      (.quarterly, "2026-01", "2026-02-01", ["2026-04-30", "2026-07-31", "2026-10-30", "2027-01-29"]),
      // the first working day after 30 June and 31 December
      (.halfYearly, nil, "2026-07-01", ["2026-07-01", "2027-01-04", "2027-07-01", "2028-01-03"]),
      (.halfYearly, "2026-07", "2026-01-01", ["2027-01-04", "2027-07-01", "2028-01-03", "2028-07-03"]),
      (.halfYearly, "2025-07", "2025-07-01", ["2026-01-02", "2026-07-01", "2027-01-04", "2027-07-01"]),
      (.halfYearly, nil, "2027-01-03", ["2027-01-04", "2027-07-01", "2028-01-03", "2028-07-03"]),
      (.yearly, nil, "2026-01-01", ["2026-12-31", "2027-12-31", "2028-12-29", "2029-12-31"]),
      (.yearly, "2026-05", "2026-06-01", ["2027-05-31", "2028-05-31", "2029-05-31", "2030-05-31"]),
      // the 15th or the nearest following working day
      (.reviewDay, nil, "2026-08-16", ["2026-08-17", "2026-09-15", "2026-10-15", "2026-11-16"]),
      (.reviewDay, "2026-02", "2020-01-01", ["2026-02-16", "2026-03-16", "2026-04-15", "2026-05-15"]),
      (.reviewDay, nil, "2022-04-16", ["2022-04-19", "2022-05-16", "2022-06-15", "2022-07-15"]),
      // a day that a month lacks, and one that moves into the next month
      (.dayOfMonth(31), nil, "2026-02-01", ["2026-02-02", "2026-03-02", "2026-03-31", "2026-04-30"]),
      (.dayOfYear(month: 6, day: 6), nil, "2026-01-01", ["2026-06-08", "2027-06-07", "2028-06-07", "2029-06-07"]),
      (.dayOfYear(month: 2, day: 29), nil, "2026-01-01", ["2026-03-02", "2027-03-01", "2028-02-29", "2029-02-28"]),
      (
        .dayOfYear(month: 3, day: 1), "2026-06", "2026-01-01", ["2027-03-01", "2028-03-01", "2029-03-01", "2030-03-01"]
      ),
      (.everyWeek, nil, "2026-03-30", ["2026-04-02", "2026-04-10", "2026-04-17", "2026-04-24"]),
      (.everyWeek, "2027-01", "2026-12-01", ["2026-12-31", "2027-01-08", "2027-01-15", "2027-01-22"]),
    ] as [(Frequency, String?, String, [String])])
  func findsNextDates(frequency: Frequency, from: String?, day: String, expected: [String]) throws {
    let recurrence = Recurrence(frequency, from: from.flatMap { CivilMonth(iso: $0) })
    let start = try #require(CivilDate(iso: day))
    #expect(recurrence.nextDates(from: start, count: 4).map(\.iso) == expected)
  }

  @Test func namesThePeriodOfEachOccurrence() throws {
    let days = try #require(CivilDate(iso: "2026-01-01"))...#require(CivilDate(iso: "2027-01-31"))
    func periods(_ frequency: Frequency) -> [String] {
      Recurrence(frequency).occurrences(in: days).map { "\($0.period.iso) \($0.due.iso)" }
    }
    #expect(periods(.halfYearly) == ["2025-H2 2026-01-02", "2026-H1 2026-07-01", "2026-H2 2027-01-04"])
    #expect(periods(.yearly) == ["2026 2026-12-31"])
    #expect(periods(.everyMonths(6)) == ["2026-01 2026-01-30", "2026-07 2026-07-31", "2027-01 2027-01-29"])
    #expect(periods(.everyWeek).first == "2026-W01 2026-01-02")
    #expect(periods(.dayOfYear(month: 3, day: 1)) == ["2026 2026-03-02"])
  }

  @Test(arguments: [
    Frequency.everyWeek, .everyMonth, .everySecondMonth, .quarterly, .halfYearly, .yearly, .reviewDay, .dayOfMonth(31),
    .dayOfYear(month: 12, day: 24),
  ])
  func givesTheSameDatesFromAnyDay(frequency: Frequency) throws {
    let recurrence = Recurrence(frequency, from: CivilMonth(iso: "2025-11"))
    let calendar = WorkingCalendar(freesEves: true)
    let first = try #require(CivilDate(iso: "2025-10-01"))
    let all = recurrence.nextDates(from: first, count: 400, in: calendar)
    #expect(all == all.sorted() && Set(all).count == all.count)
    #expect(all.allSatisfy(calendar.isWorkingDay))
    for offset in stride(from: 0, to: 1500, by: 1) {
      let day = first.adding(days: offset)
      #expect(recurrence.nextDates(from: day, count: 2, in: calendar) == Array(all.drop { $0 < day }.prefix(2)))
    }
  }

  @Test func endsWithTheCalendar() throws {
    let late = try #require(CivilDate(iso: "9999-10-01"))
    #expect(Recurrence(.everyMonth).nextDates(from: late, count: 9).map(\.iso).last == "9999-12-31")
    #expect(Recurrence(.everyMonth).nextDates(from: late, count: 0).isEmpty)
    #expect(Recurrence(.everyMonth).nextDates(from: late, count: -1).isEmpty)
    let early = try #require(CivilDate(iso: "0001-01-01"))
    #expect(Recurrence(.halfYearly).nextDates(from: early, count: 1).map(\.iso) == ["0001-07-02"])
  }
}
