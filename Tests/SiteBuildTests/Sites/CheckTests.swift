import CivilTime
import Diagnostics
import Foundation
import SiteBuild
import Testing

@Suite struct CheckTests {
  private static let theme = FixtureSite.fixtures.appendingPathComponent("themes/minimal").path

  /// Neither what is read of the history nor of exports is kept, nor a key for it.
  @Test func writesNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write("content/routines/a.md", "---\ntitel: Nycklar\nbeslutad: 2026-01-01\n---\n\nText.\n")
    try folder.write(
      "content/data/enheter.csv",
      "Enhets-ID;Enhet;Utförar-ID;Utförare;Regi;Verksamhet;Gäller från\nE-1;Norra;U-1;Ekvik;Egen;Hemtjänst;2024-01-01\n"
    )
    for command in [["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "Begin"]] {
      let who = ["-C", folder.path, "-c", "user.name=Ekvik", "-c", "user.email=ekvik@example.invalid"]
      #expect(try Child.run("/usr/bin/git", who + command) == 0)
    }
    let asOf = try #require(CivilDate(iso: "2026-11-20"))
    let builder = SiteBuilder(
      SiteFolders(content: folder("content"), theme: Self.theme, work: folder("work")),
      SiteOptions(asOf: asOf, jobs: 1), progress: Progress(isQuiet: true, language: .swedish))
    let before = folder.names()
    #expect(try builder.check().diagnostics.errorCount == 0)
    #expect(folder.names() == before)
    // What a build keeps is read, and left as it is.
    #expect(try builder.build(output: folder("site"), isStrict: false).isPublished)
    let kept = folder.names(in: "work")
    #expect(Set(kept).isSuperset(of: ["history", "key", "exports"]))
    try folder.write("work/history", "damaged")
    #expect(try builder.check().diagnostics.errorCount == 0)
    #expect(folder.names(in: "work") == kept && folder.text("work/history") == "damaged")
  }
}
