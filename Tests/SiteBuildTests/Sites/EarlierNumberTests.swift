import CivilTime
import Diagnostics
import History
import Testing

@testable import SiteBuild

/// What looks like a personal number in an edition that has been: pages of it must not have it either.
@Suite struct EarlierNumberTests {
  private func text(_ edition: Int, _ body: String) -> [UInt8] {
    Array("---\ntitel: Nycklar\nid: EK-1\nutgåva: \(edition)\nbeslutad: 202\(edition)-01-15\n---\n\n\(body)\n".utf8)
  }

  /// The faults of the site whose routine has had these wordings.
  private func faults(_ history: [[UInt8]], also files: [String: [UInt8]] = [:]) throws -> [Diagnostic] {
    let day = try #require(CivilDate(iso: "2026-11-20"))
    let theme = try #require(FixtureSite.all(in: "sites").first).sources().theme
    let content = ["routines/a.md": text(5, "Ring jouren.")].merging(files) { $1 }
    let sources = SiteSources(
      content: content.map { SiteSources.File(path: $0.key, bytes: $0.value) }, theme: theme,
      history: history.map { FileVersion(path: "routines/a.md", bytes: $0, recordedOn: day) })
    let maker = SiteMaker(SiteOptions(asOf: day, jobs: 1))
    let checked = maker.check(sources)
    return maker.render(checked).flatMap { maker.check($0, of: checked) }
  }

  @Test func areFoundInEveryPageThatHasThem() throws {
    // The number is made up.
    let found = try faults([text(3, "Fråga efter 850312-1231."), text(4, "Ring jouren nu.")])
    let files = Set(found.map(\.range.file))
    #expect(files == ["utgavor/ek-1--3.html", "utgavor/ek-1--3--4.html", "utgavor/ek-1--3--5.html"])
    #expect(found.allSatisfy { $0.code == .personalNumber && $0.severity == .error })
    #expect(found.allSatisfy { $0.help?.swedish.contains("`editions/`") == true })
  }

  @Test func areGoneWhenTheEditionIsCorrectedOrKeptByHand() throws {
    #expect(try faults([text(3, "Fråga efter 850312-1231."), text(3, "Fråga."), text(4, "Ring.")]) == [])
    #expect(try faults([text(3, "Fråga efter 850312-1231.")], also: ["editions/EK-1/3.md": text(3, "Fråga.")]) == [])
  }
}
