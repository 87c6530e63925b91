import CivilTime
import Diagnostics
import Foundation
import SiteBuild
import Testing

/// Every kind of fault that content, registers, configuration and themes can have, each where an editor looks for it.
@Suite struct InvalidSitesTests {
  static let sites = FixtureSite.all(in: "invalid-sites")

  private func faults(_ site: FixtureSite) throws -> [Diagnostic] {
    let asOf = try #require(CivilDate(iso: "2026-11-20"))
    return SiteMaker(SiteOptions(asOf: asOf, jobs: 2, language: .swedish)).check(site.sources()).diagnostics
  }

  @Test(arguments: sites) func reportsEveryFaultInOneRun(site: FixtureSite) throws {
    let found = try faults(site).map { "\($0.severity.rawValue) \($0.code.rawValue) \($0.range.place)" }
    let file = site.folder.appendingPathComponent("expected.txt")
    if isRecording { try Data((found.joined(separator: "\n") + "\n").utf8).write(to: file) }
    let expected = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(found == expected)
  }

  /// Not of content: files that cannot be read at all are the folder reader's, exports have tests of their own.
  static let exempt: Set<Diagnostic.Code> = [
    .unreadableFile, .folderLink, .unknownExport, .missingHeading, .missingColumn, .singleColumn, .doubleEncoded,
    .brokenTable, .rejectedRow, .differingTotal, .doubtfulData, .hiddenMeasure,
  ]

  @Test func coversEveryCode() throws {
    let covered = try Set(Self.sites.flatMap { try faults($0).map(\.code) })
    let missing = Set(Diagnostic.Code.allCases).subtracting(covered).subtracting(Self.exempt)
    #expect(missing.isEmpty)
    #expect(covered.isDisjoint(with: Self.exempt))
  }

  @Test(arguments: sites) func saysWhatToDoInBothLanguages(site: FixtureSite) throws {
    for fault in try faults(site) {
      #expect(!fault.message.swedish.isEmpty && !fault.message.english.isEmpty, "\(fault.range.place)")
      // What a value should have been is said by the message itself.
      if fault.code == .invalidValue, fault.help == nil { continue }
      let help = try #require(fault.help, "\(fault.code.rawValue) at \(fault.range.place)")
      #expect(!help.swedish.isEmpty && !help.english.isEmpty && help.swedish != help.english, "\(fault.range.place)")
    }
  }
}
