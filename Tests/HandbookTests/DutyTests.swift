import CivilTime
import Testing

@testable import Handbook

@Suite struct DutyTests {
  private func duty(_ often: String, from: String = "", keys: String = "beslutad: 2026-01-01", site: String = "")
    throws -> [String]
  {
    let followUp = "uppföljning:\n  - vad: Räkna\n    vem: EC\n    hur ofta: \(often)\n"
    let library = try Handbook(
      ["routines/a.md": tidy("A", keys + "\n" + followUp + (from.isEmpty ? "" : "    från: \(from)"))], site: site
    ).library
    let days = library.asOf...library.asOf.adding(years: 1)
    return library.duties(in: days).flatMap { $0.occurrences.map(\.due.iso) }
  }

  @Test(arguments: [
    ("varannan månad", "2026-01", ["2026-11-30", "2027-01-29"]),
    ("halvårsvis", "2026-01", ["2027-01-04", "2027-07-01"]),
    ("den 15:e eller närmast följande vardag", "2026-02", ["2026-12-15", "2027-01-15"]),
    ("årligen", "2026-04", ["2027-04-30"]),
    ("vid behov", "2026-01", []),
  ])
  func hasDates(often: String, from: String, dates: [String]) throws {
    #expect(try Array(duty(often, from: from).prefix(2)) == dates)
  }

  /// New Year's Eve is a Thursday, the last of January a Sunday.
  @Test(arguments: [
    ("", ["2026-12-31", "2027-01-29"]), ("kalender: {aftnar är lediga: ja}", ["2026-12-30", "2027-01-29"]),
    ("kalender: {lördag är vardag: ja}", ["2026-12-31", "2027-01-30"]),
  ])
  func goesByTheCalendarOfTheSite(site: String, dates: [String]) throws {
    #expect(try Array(duty("varje månad", site: site).dropFirst().prefix(2)) == dates)
  }

  @Test func hasNoDatesWhenTheDocumentDoesNotApply() throws {
    let ending = "beslutad: 2026-01-01\ngäller till: 2027-01-15"
    #expect(try duty("varje månad", keys: ending) == ["2026-11-30", "2026-12-31"])
    #expect(try duty("varje månad", keys: "beslutad: 2020-01-01\ngäller till: 2025-01-01") == [])
    #expect(try duty("varje månad", keys: "status: utkast") == [])
  }

  // MARK: R2

  private func report(_ unit: String, _ period: String, _ done: String, _ duty: String = "Räkna") throws
    -> DutyLog.Report
  {
    DutyLog.Report(duty: duty, unit: unit, period: period, done: try #require(CivilDate(iso: done)))
  }

  private var monthly: [Recurrence.Occurrence] {
    get throws {
      let start = try #require(CivilDate(iso: "2026-01-01"))
      let end = try #require(CivilDate(iso: "2026-04-30"))
      return Recurrence(.everyMonth).occurrences(in: start...end)
    }
  }

  @Test func countsWhatWasDoneOnTimeLateAndNotReported() throws {
    let log = DutyLog([
      try report("E1", "2026-02", "2026-02-27"), try report("E1", "2026-03", "2026-04-01"),
      // The first report of a period counts.
      try report("E2", "2026-02", "2026-03-09"), try report("E2", "2026-02", "2026-02-10"),
    ])
    // January is before the first period that anybody reported.
    #expect(
      log.fulfilment("räkna", of: try monthly)
        == DutyLog.Fulfilment(onTime: 2, late: 1, unreported: 3))
  }

  @Test func knowsNothingOfADutyWithoutALog() throws {
    let log = DutyLog([try report("", "2026-02", "2026-02-27", "Annat")])
    #expect(log.fulfilment("Räkna", of: try monthly) == nil)
  }

  @Test func listsWhatFallsDue() throws {
    let library = try Handbook([
      "routines/a.md": tidy("A", "beslutad: 2022-01-01\ngäller till: 2026-11-19\nansvarig: Utvecklaren"),
      "routines/b.md": tidy("B", "beslutad: 2026-01-01\ngäller till: 2026-12-20"),
      "routines/c.md": tidy("C", "beslutad: 2026-01-01\ngäller till: 2027-12-20"),
      "routines/d.md": tidy("D", "status: ersatt\nbeslutad: 2022-01-01\ngäller till: 2026-11-19"),
      "routines/e.md": tidy(
        "E", "beslutad: 2026-01-01\nuppföljning:\n  - vad: Räkna\n    vem: EC\n    hur ofta: varje månad"),
    ]).library
    let due = library.due(within: 30)
    #expect(due.map(\.what) == ["A", "Räkna", "B"])
    #expect(due.map(\.day.iso) == ["2026-11-19", "2026-11-30", "2026-12-20"])
    #expect(due.map(\.who) == ["Utvecklaren", "EC", ""])
    #expect(due.map(\.period) == [nil, "2026-11", nil])
  }
}
