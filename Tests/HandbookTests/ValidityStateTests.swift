import CivilTime
import Documents
import Testing

@testable import Handbook

/// `measures.md` 20, row by row and at each limit; the day is 2026-11-20 unless said.
@Suite struct ValidityStateTests {
  struct Case: CustomTestStringConvertible {
    var keys: String
    var state: ValidityState
    var day = "2026-11-20"

    init(_ keys: String, _ state: ValidityState, on day: String = "2026-11-20") {
      self.keys = keys
      self.state = state
      self.day = day
    }

    var testDescription: String { "\(keys.replacing("\n", with: ", ")) on \(day)" }
  }

  private func state(_ keys: String, on day: String, endsSoonDays: Int = 90, limitInYears: Int = 5) throws
    -> ValidityState
  {
    var rules = ReadingRules()
    rules.limitInYears = limitInYears
    let document = DocumentReader.read(Array(tidy("Lås", keys).utf8), file: "a.md", rules: rules)
    return ValidityState(
      of: document, on: try #require(CivilDate(iso: day)), endsSoonDays: endsSoonDays, limitInYears: limitInYears)
  }

  // MARK: What the status says

  @Test(arguments: [
    Case("status: utkast", .draft),
    Case("status: ersatt", .replaced),
    Case("status: upphävd", .withdrawn),
    Case("status: Upphävd", .withdrawn),
    // Before everything that the dates say.
    Case("status: utkast\nbeslutad: i våras\ngäller till: 2020-01-01", .draft),
    Case("status: ersatt\nbeslutad: 2026-01-01\ngäller till: 2030-01-01", .replaced),
    Case("status: upphävd\nbeslutad: 2026-01-01\ngäller till: 2025-01-01", .withdrawn),
    // "Gällande" is judged by the dates all the same.
    Case("status: gällande\nbeslutad: 2021-01-01\ngäller till: 2025-01-01", .expired),
    Case("status: gällande\nbeslutad: 2026-01-01\ngäller till: 2030-01-01", .inForce),
    Case("status: gällande", .missing),
  ])
  func goesByTheStatusFirst(row: Case) throws { #expect(try state(row.keys, on: row.day) == row.state) }

  // MARK: Unreadable

  @Test(arguments: [
    Case("beslutad: i våras", .unreadable),
    Case("beslutad: 2026-02-30", .unreadable),
    Case("upprättad: förra året\nbeslutad: 2026-01-01\ngäller till: 2030-01-01", .unreadable),
    Case("uppdaterad: \"YYYY-XX-XX\"\nbeslutad: 2026-01-01\ngäller till: 2030-01-01", .unreadable),
    Case("gäller från: snart\nbeslutad: 2026-01-01\ngäller till: 2030-01-01", .unreadable),
    Case("beslutad: 2026-01-01\ngäller till: nästa år", .unreadable),
    Case("beslutad: 2026-01-01\ngäller till: 2021–09--13", .unreadable),
    // Before contradictions and before expiry.
    Case("beslutad: 2026-01-01\nuppdaterad: nyss\ngäller till: 2020-01-01", .unreadable),
  ])
  func saysThatADateCannotBeRead(row: Case) throws { #expect(try state(row.keys, on: row.day) == row.state) }

  // MARK: Contradictory

  @Test(arguments: [
    Case("beslutad: 2026-05-01\ngäller till: 2026-04-30", .contradictory),
    Case("beslutad: 2026-05-01\ngäller till: 2026-05-01", .inForce, on: "2026-01-01"),
    Case("beslutad: 2021-11-20\ngäller till: 2026-11-20", .endsSoon),
    Case("beslutad: 2021-11-20\ngäller till: 2026-11-21", .contradictory),
    // 29 February and five years is 28 February.
    Case("beslutad: 2024-02-29\ngäller till: 2029-02-28", .inForce),
    Case("beslutad: 2024-02-29\ngäller till: 2029-03-01", .contradictory),
    Case("beslutad: 2023-02-28\ngäller till: 2028-02-29", .contradictory),
    Case("beslutad: 2026-01-01\ngäller från: 2027-01-02\ngäller till: 2027-01-01", .contradictory),
    Case("beslutad: 2026-01-01\ngäller från: 2027-01-01\ngäller till: 2027-01-01", .notYet),
    Case("gäller från: 2027-01-02\ngäller till: 2027-01-01", .contradictory),
    // Before expired and before notYet.
    Case("beslutad: 2015-01-01\ngäller till: 2014-01-01", .contradictory),
    Case("beslutad: 2026-01-01\ngäller från: 2028-01-01\ngäller till: 2032-01-01", .contradictory),
  ])
  func saysThatTheDatesContradict(row: Case) throws { #expect(try state(row.keys, on: row.day) == row.state) }

  // MARK: From and to

  @Test(arguments: [
    Case("beslutad: 2026-01-01\ngäller från: 2026-11-21\ngäller till: 2030-01-01", .notYet),
    Case("beslutad: 2026-01-01\ngäller från: 2026-11-20\ngäller till: 2030-01-01", .inForce),
    Case("beslutad: 2026-01-01\ngäller från: 2026-11-19\ngäller till: 2030-01-01", .inForce),
    Case("gäller från: 2026-11-21", .notYet),
    Case("beslutad: 2026-01-01\ngäller från: 2026-11-21\ngäller till: tillsvidare", .notYet),
    // A month begins with its first day.
    Case("beslutad: 2026-01-01\ngäller från: 2026-12\ngäller till: 2030-01-01", .notYet),
    Case("beslutad: 2026-01-01\ngäller från: 2026-11\ngäller till: 2030-01-01", .inForce),
    // The last day is still in force.
    Case("beslutad: 2022-01-01\ngäller till: 2026-11-19", .expired),
    Case("beslutad: 2022-01-01\ngäller till: 2026-11-20", .endsSoon),
    Case("beslutad: 2022-01-01\ngäller till: 2026-11-21", .endsSoon),
    // A month ends with its last day.
    Case("beslutad: 2022-01-01\ngäller till: 2026-10", .expired),
    Case("beslutad: 2022-01-01\ngäller till: 2026-11", .endsSoon),
    Case("gäller till: 2026-11-19", .expired),
    Case("gäller till: 2099-01-01", .inForce),
    // 90 days on: 2027-02-18.
    Case("beslutad: 2026-01-01\ngäller till: 2027-02-17", .endsSoon),
    Case("beslutad: 2026-01-01\ngäller till: 2027-02-18", .endsSoon),
    Case("beslutad: 2026-01-01\ngäller till: 2027-02-19", .inForce),
    // Over a leap day: 2027-12-01 and 90 days is 2028-02-29.
    Case("beslutad: 2026-01-01\ngäller till: 2028-02-29", .endsSoon, on: "2027-12-01"),
    Case("beslutad: 2026-01-01\ngäller till: 2028-03-01", .inForce, on: "2027-12-01"),
    // A given end makes a late review no matter.
    Case("beslutad: 2022-01-01\ngäller till: 2027-12-01\ngranskas senast: 2024-01-01", .contradictory),
    Case("beslutad: 2023-01-01\ngäller till: 2027-12-01\ngranskas senast: 2024-01-01", .inForce),
  ])
  func goesByFromAndTo(row: Case) throws { #expect(try state(row.keys, on: row.day) == row.state) }

  // MARK: Without an end

  @Test(arguments: [
    Case("beslutad: 2021-11-20\ngäller till: tillsvidare", .inForce),
    Case("beslutad: 2021-11-19\ngäller till: tillsvidare", .overdueReview),
    Case("beslutad: 2021-11-19", .overdueReview),
    Case("beslutad: 2021-11-20", .inForceUndated),
    Case("beslutad: 2020-02-29\ngäller till: tillsvidare", .inForce, on: "2025-02-28"),
    Case("beslutad: 2020-02-29\ngäller till: tillsvidare", .overdueReview, on: "2025-03-01"),
    // The latest of decided, updated and reviewed counts.
    Case("beslutad: 2015-01-01\nuppdaterad: 2024-01-01\ngäller till: tillsvidare", .inForce),
    Case("beslutad: 2015-01-01\ngranskad: 2024-01-01\ngäller till: tillsvidare", .inForce),
    Case("beslutad: 2024-01-01\nuppdaterad: 2015-01-01\ngäller till: tillsvidare", .inForce),
    Case(
      "beslutad: 2015-01-01\nuppdaterad: 2016-01-01\ngranskad: 2017-01-01\ngäller till: tillsvidare", .overdueReview),
    Case("uppdaterad: 2016-06-15", .overdueReview),
    // A month lasts until its last day.
    Case("beslutad: 2021-11\ngäller till: tillsvidare", .inForce),
    Case("beslutad: 2021-10\ngäller till: tillsvidare", .overdueReview),
    // `granskas senast`: the day itself is in time.
    Case("beslutad: 2026-01-01\ngäller till: tillsvidare\ngranskas senast: 2026-11-20", .inForce),
    Case("beslutad: 2026-01-01\ngäller till: tillsvidare\ngranskas senast: 2026-11-19", .overdueReview),
    Case("beslutad: 2026-01-01\ngranskas senast: 2026-11-19", .overdueReview),
    Case("granskas senast: 2026-11-19", .overdueReview),
    Case("granskas senast: 2026-11-20", .missing),
    Case("gäller till: tillsvidare", .inForce),
    Case("gäller till: tills vidare", .inForce),
  ])
  func goesByTheLastReview(row: Case) throws { #expect(try state(row.keys, on: row.day) == row.state) }

  @Test(arguments: [
    Case("", .missing),
    Case("beslutad av: Kvalitetschef", .missing),
    Case("gäller från: 2026-01-01", .missing),
    Case("uppdaterad: 2026-01-01", .missing),
    Case("granskad: 2026-01-01", .missing),
    Case("beslutad: 2026-01-01", .inForceUndated),
    Case("beslutad: 2026-01-01\ngäller från: 2026-02-01", .inForceUndated),
    Case("beslutad: 2026-12-01", .inForceUndated),
  ])
  func saysWhatIsMissing(row: Case) throws { #expect(try state(row.keys, on: row.day) == row.state) }

  // MARK: Limits are configuration

  @Test(arguments: [(10, ValidityState.inForce), (11, .endsSoon), (0, .inForce), (3650, .endsSoon)])
  func takesTheDaysFromTheConfiguration(days: Int, expected: ValidityState) throws {
    let found = try state("beslutad: 2026-01-01\ngäller till: 2026-12-01", on: "2026-11-20", endsSoonDays: days)
    #expect(found == expected)
  }

  @Test(arguments: [(2, ValidityState.contradictory), (3, .inForce), (100, .inForce)])
  func takesTheYearsFromTheConfiguration(years: Int, expected: ValidityState) throws {
    let found = try state("beslutad: 2025-01-01\ngäller till: 2028-01-01", on: "2026-11-20", limitInYears: years)
    #expect(found == expected)
    let review = try state("beslutad: 2024-11-19\ngäller till: tillsvidare", on: "2026-11-20", limitInYears: years)
    #expect(review == (years == 2 ? .overdueReview : .inForce))
  }

  @Test func knowsWhatMayBeFollowed() {
    let inForce: Set<ValidityState> = [.inForce, .endsSoon, .overdueReview, .inForceUndated]
    let setAside: Set<ValidityState> = [.draft, .replaced, .withdrawn]
    for state in ValidityState.allCases {
      #expect(state.isInForce == inForce.contains(state))
      #expect(state.isSetAside == setAside.contains(state))
    }
  }

  @Test(arguments: [
    ("beslutad: 2026-01-01\ngäller till: 2027-12-01", "2027-12-01"),
    ("beslutad: 2026-01-01\ngäller till: tillsvidare", "2031-01-01"),
    ("beslutad: 2026-01-01\ngäller till: tillsvidare\ngranskas senast: 2027-05-05", "2027-05-05"),
    ("beslutad: 2026-01-01\ngranskas senast: 2040-05-05", "2031-01-01"),
    ("granskas senast: 2040-05-05", "2040-05-05"),
  ])
  func tellsWhenADocumentFallsDue(keys: String, day: String) throws {
    let library = try Handbook(["routines/a.md": tidy("Lås", keys)]).library
    #expect(library.routines[0].dueOn(limitInYears: 5)?.iso == day)
  }
}
