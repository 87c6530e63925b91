import Dashboards
import Diagnostics
import Statistics
import Testing

struct ComponentReaderTests {
  private func read(
    _ source: String, _ name: String = "chart", pageKind: GroupKind? = nil
  ) -> (spec: FigureSpec?, faults: [Diagnostic]) {
    let (spec, faults) = ComponentReader.read(
      name, source, file: "dashboards/a.md", line: 10, book: SmallBook.book, pageKind: pageKind)
    return (spec, faults)
  }

  struct Fault {
    var source: String
    var code: Diagnostic.Code = .invalidComponent
    var line: Int
    /// What the message or its help must say.
    var says: String
  }

  @Test(arguments: [
    Fault(source: "mått: V11", line: 10, says: "`V1`"),
    Fault(source: "mått:\n  - V1\n  - V9.las", line: 12, says: "`V1.las`"),
    Fault(source: "mått: V1\nper: enheet", line: 11, says: "`enhet`"),
    Fault(source: "mått: V1\nper: Norra hemtjensten", line: 11, says: "`Norra hemtjänsten`"),
    Fault(source: "mått: V1\nperiod: 12 veckor", line: 11, says: "`12 månader`"),
    Fault(source: "mått: V1\nperiod: 2025-01", line: 11, says: "2026-09 – 2026-10"),
    Fault(source: "mått: V1\nperiod: senaste halvåret", line: 11, says: "2026-09 – 2026-10"),
    Fault(source: "mått: V1\nsort: stapplad", line: 11, says: "`staplad`"),
    Fault(source: "mått: V1\nmål: ungefär 90", line: 11, says: "≥ 90 %"),
    Fault(source: "mått: V1\nper: denna", line: 11, says: "sida per: utförare"),
    Fault(source: "mått: V1\nper: egna enheter", line: 11, says: "sida per: utförare"),
    Fault(source: "mått: V1\nfärg: röd", code: .unknownKey, line: 11, says: "färg"),
    Fault(source: "mått: V1\nperoid: 2026-10", code: .unknownKey, line: 11, says: "period"),
    Fault(source: "per: enhet", code: .missingKey, line: 10, says: "mått"),
    Fault(source: "", line: 10, says: "mått: V1"),
    Fault(source: "# bara en kommentar", line: 10, says: "tomt"),
  ])
  func everyFaultHasItsLineAndAWayOut(_ fault: Fault) throws {
    let (spec, faults) = read(fault.source)
    let found = try #require(faults.first)
    #expect(faults.count == 1, "\(faults)")
    #expect(found.code == fault.code)
    #expect(found.range.line == fault.line)
    let help = found.help.map { $0.swedish } ?? ""
    #expect((found.message.swedish + help).contains(fault.says), "\(found)")
    #expect(spec == nil || found.severity != .error)
  }

  @Test func allFaultsOfABlockAreToldAtOnce() {
    #expect(read("mått: V11\nper: enheet\nsort: stapplad").faults.map(\.range.line).sorted() == [10, 11, 12])
  }

  @Test func ownAndOwnUnitsAreForTheirPages() {
    #expect(read("mått: V1\nper: denna", pageKind: .unit).spec?.groups == .own)
    #expect(read("mått: V1\nper: egna enheter", pageKind: .provider).spec?.groups == .ownUnits)
    #expect(read("mått: V1\nper: egna enheter", pageKind: .unit).spec == nil)
    #expect(read("mått: V1", pageKind: .unit).spec?.groups == .own)
    #expect(read("mått: V1").spec?.groups == .total)
  }

  @Test(arguments: [
    ("≥ 90 %", Measure.Target.atLeast(0.9)), ("minst 90%", .atLeast(0.9)), ("minst 0,9", .atLeast(0.9)),
    ("≤ 3", .atMost(3)), ("högst 3", .atMost(3)), (">= 62,5 %", .atLeast(0.625)),
  ])
  func targetsAreReadAsWritten(_ text: String, _ target: Measure.Target) {
    #expect(read("mått: V1\nmål: \"\(text)\"").spec?.target == target)
  }

  @Test(arguments: ["≥", "≥ %", "90 %", "minst nan", "högst inf", "minst 1 000 kr"])
  func otherTargetsAreNot(_ text: String) {
    #expect(read("mått: V1\nmål: \"\(text)\"").spec == nil)
  }

  @Test func groupsAreNamedByNameOrId() {
    #expect(read("mått: V1\nper: [U-1, ankaret]").spec?.groups == .named([SmallBook.north, SmallBook.units[0]]))
    #expect(read("mått: V1\nper: Utförare").spec?.groups == .each(.provider))
    #expect(read("mått: V1\nav: kommunen").spec?.groups == .total)
  }

  @Test(arguments: [
    ("senaste månaden", FigureSpec.Span.latest), ("12 månader", .months(12)), ("2026-10", .one("2026-10")),
    ("2026-09 till 2026-10", .between("2026-09", "2026-10")), ("2026-09–2026-10", .between("2026-09", "2026-10")),
  ])
  func periodsAreReadAsWritten(_ text: String, _ span: FigureSpec.Span) {
    #expect(read("mått: V1\nperiod: \(text)").spec?.span == span)
  }

  @Test(arguments: ["0 månader", "-3 månader", "121 månader", "2026-13", "2026-10 till 2026-09", "x-H1"])
  func otherPeriodsAreNot(_ text: String) {
    #expect(read("mått: V1\nperiod: \(text)").spec == nil)
  }
}
