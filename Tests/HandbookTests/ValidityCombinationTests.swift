import CivilTime
import Documents
import Testing

@testable import Handbook

/// Every decided date with every end: five times thirteen documents on 2026-11-20, and what each is.
@Suite struct ValidityCombinationTests {
  private static let decided = [
    ("missing", ""), ("unreadable", "beslutad: i våras\n"), ("2026-01-01", "beslutad: 2026-01-01\n"),
    ("2021-11-19", "beslutad: 2021-11-19\n"), ("month", "beslutad: 2024-02\n"),
  ]

  private static let ends = [
    ("missing", "", ["missing", "unreadable", "inForceUndated", "overdueReview", "inForceUndated"]),
    ("empty", "gäller till:", ["missing", "unreadable", "inForceUndated", "overdueReview", "inForceUndated"]),
    ("unreadable", "gäller till: snart", ["unreadable", "unreadable", "unreadable", "unreadable", "unreadable"]),
    (
      "prompt", "gäller till: \"[ÅÅÅÅ-MM-DD]\"", ["unreadable", "unreadable", "unreadable", "unreadable", "unreadable"]
    ),
    ("impossible", "gäller till: 2026-02-30", ["unreadable", "unreadable", "unreadable", "unreadable", "unreadable"]),
    ("openEnded", "gäller till: tillsvidare", ["inForce", "unreadable", "inForce", "overdueReview", "inForce"]),
    (
      "before", "gäller till: 2015-01-01", ["expired", "unreadable", "contradictory", "contradictory", "contradictory"]
    ),
    ("yesterday", "gäller till: 2026-11-19", ["expired", "unreadable", "expired", "expired", "expired"]),
    ("today", "gäller till: 2026-11-20", ["endsSoon", "unreadable", "endsSoon", "contradictory", "endsSoon"]),
    ("year", "gäller till: 2027-11-20", ["inForce", "unreadable", "inForce", "contradictory", "inForce"]),
    ("five years", "gäller till: 2031-01-01", ["inForce", "unreadable", "inForce", "contradictory", "contradictory"]),
    ("more", "gäller till: 2031-01-02", ["inForce", "unreadable", "contradictory", "contradictory", "contradictory"]),
    (
      "ends before it begins", "gäller från: 2028-01-01\ngäller till: 2027-01-01",
      ["contradictory", "unreadable", "contradictory", "contradictory", "contradictory"]
    ),
  ]

  struct Case: CustomTestStringConvertible {
    var name: String
    var keys: String
    var state: String
    var testDescription: String { name }
  }

  static let cases = ends.flatMap { end in
    zip(decided, end.2).map { Case(name: "decided \($0.0), ends \(end.0)", keys: $0.1 + end.1, state: $1) }
  }

  @Test func areAtLeastSixty() { #expect(Self.cases.count == 65) }

  @Test(arguments: cases) func isJudged(row: Case) throws {
    let document = DocumentReader.read(Array(tidy("Lås", row.keys).utf8), file: "a.md")
    let state = ValidityState(
      of: document, on: try #require(CivilDate(iso: "2026-11-20")), endsSoonDays: 90, limitInYears: 5)
    #expect(state.rawValue == row.state)
  }
}
