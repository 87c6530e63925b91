import CivilTime
import Documents
import Testing

@testable import Handbook

/// The timeline that browsers get says on every day what the rules say of that day.
@Suite struct ValidityTimelineTests {
  static let cases: [String] = {
    let statuses = ["", "status: utkast\n", "status: upphävd\n"]
    let decided = ["", "beslutad: 2024-02-29\n", "beslutad: i våras\n", "beslutad: 2025-11\n"]
    let ends = [
      "", "gäller till: 2026-12-01\n", "gäller till: 2026-11\n", "gäller till: tillsvidare\n", "gäller till: snart\n",
      "gäller till: 2031-01-01\n", "gäller till: 2023-01-01\n",
    ]
    let others = ["", "gäller från: 2026-03-01\n", "granskas senast: 2026-10-25\n", "uppdaterad: 2025-03-30\n"]
    return statuses.flatMap { status in
      decided.flatMap { decided in ends.flatMap { end in others.map { status + decided + end + $0 } } }
    }
  }()

  private func document(_ keys: String) -> Document {
    DocumentReader.read(Array(tidy("Lås", keys).utf8), file: "a.md", rules: ReadingRules())
  }

  @Test func saysWhatTheRulesSayOnEveryDay() throws {
    let first = try #require(CivilDate(iso: "2022-12-01")).dayNumber
    let last = try #require(CivilDate(iso: "2031-03-01")).dayNumber
    #expect(Self.cases.count == 336)
    var changing = 0
    for keys in Self.cases {
      let document = document(keys)
      let timeline = ValidityTimeline(of: document, endsSoonDays: 90, limitInYears: 5)
      changing += timeline.changes.isEmpty ? 0 : 1
      for number in first...last {
        let day = CivilDate(dayNumber: number)
        let rule = ValidityState(of: document, on: day, endsSoonDays: 90, limitInYears: 5)
        #expect(timeline.state(on: day) == rule, "\(keys) on \(day.iso)")
        if timeline.state(on: day) != rule { return }
      }
    }
    #expect(changing >= 50)
  }

  @Test(arguments: [
    (
      "beslutad: 2026-01-01\ngäller från: 2026-04-01\ngäller till: 2030-12-31",
      "notYet 2026-04-01 inForce 2030-10-02 endsSoon 2031-01-01 expired"
    ),
    ("beslutad: 2026-01-01\ngäller till: tillsvidare", "inForce 2031-01-02 overdueReview"),
    ("beslutad: 2026-01-01", "inForceUndated 2031-01-02 overdueReview"),
    ("status: upphävd\ngäller till: 2030-12-31", nil),
    ("", nil),
  ])
  func isWrittenForBrowsers(keys: String, text: String?) {
    let timeline = ValidityTimeline(of: document(keys), endsSoonDays: 90, limitInYears: 5)
    #expect(timeline.text == text)
  }

  @Test func findsTheNextDayThatAnythingChanges() throws {
    let library = try Handbook([
      "routines/a.md": tidy("A", "beslutad: 2026-01-01\ngäller till: 2030-12-31"),
      "routines/b.md": tidy("B", "beslutad: 2026-01-01\ngäller från: 2026-12-24\ngäller till: 2030-12-31"),
      "routines/c.md": tidy("C", "beslutad: 2023-01-01\ngäller till: 2026-12-23"),
      "routines/d.md": tidy("D", "status: upphävd"),
    ]).library
    let next = library.nextChanges
    #expect(next.map { library.routines[$0.routine].title } == ["B", "C"])
    #expect(next.map(\.change.state) == [.inForce, .expired])
    #expect(Set(next.map(\.change.day.iso)) == ["2026-12-24"])
  }
}
