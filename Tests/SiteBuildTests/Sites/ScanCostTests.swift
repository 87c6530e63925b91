import CivilTime
import Foundation
import PersonalNumbers
import SiteBuild
import TestSupport
import Testing

/// What the search for personal numbers costs, of `quality.md` 3: every byte read and every byte written is looked at.
@Suite struct ScanCostTests {
  @Test func takesLessThanATenthOfABuild() throws {
    let asOf = try #require(CivilDate(iso: "2026-11-20"))
    let sources = try #require(FixtureSite.all(in: "sites").first { $0.name == "tidy" }).sources()
    let maker = SiteMaker(SiteOptions(asOf: asOf, jobs: 1))
    let scanner = PersonalNumberScanner(asOf: asOf)
    var files: [SiteFile] = []
    let whole = CPUTime.least {
      let checked = maker.check(sources)
      files = maker.render(checked)
      for file in files { _ = scanner.numbers(in: file.bytes) }
    }
    let scan = CPUTime.least {
      for file in sources.content { _ = scanner.numbers(in: file.bytes) }
      for file in files { _ = scanner.numbers(in: file.bytes) }
    }
    #expect(!files.isEmpty)
    #expect(scan < whole / 10, "\(scan) s of \(whole) s")
  }
}
