import Testing

@testable import SiteBuild

/// A small change that was decided and not wholly moved in.
struct OutputJournalTests {
  private func file(_ path: String, _ text: String) -> SiteFile { SiteFile(path: path, bytes: Array(text.utf8)) }

  private func publish(_ files: [SiteFile], to output: String) throws(EnvironmentFault) {
    let publisher = try SitePublisher(output: output)
    try publisher.write(files)
    _ = try publisher.publish()
  }

  /// A site of three pages, beside it a change that replaces `a.html`, adds `new/b.html` and removes `old/c.html`.
  private func interrupted() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try publish([file("a.html", "1"), file("same.html", "1"), file("old/c.html", "1")], to: folder("output"))
    for (name, text) in [
      (".rutin-output", "x"), (".rutin-removed", "old/c.html\n"), ("a.html", "2"), ("new/b.html", "2"),
    ] {
      try folder.write(".output.change/" + name, text)
    }
    return folder
  }

  @Test func isFinishedByTheNextBuild() throws {
    let folder = try interrupted()
    do { _ = try SitePublisher(output: folder("output")) }
    #expect(folder.names() == ["output"])
    #expect(folder.names(in: "output") == [".rutin-output", "a.html", "new", "same.html"])
    #expect(folder.text("output/a.html") == "2" && folder.text("output/new/b.html") == "2")
  }

  @Test func isDroppedWhenItsSiteIsGone() throws {
    let folder = try interrupted()
    try Child.run("/bin/rm", ["-rf", folder("output")])
    try publish([file("a.html", "3")], to: folder("output"))
    #expect(folder.names() == ["output"])
    #expect(folder.names(in: "output") == [".rutin-output", "a.html"])
  }

  @Test func leavesAFolderOfSomebodyElse() throws {
    let folder = try TemporaryFolder()
    try publish([file("a.html", "1")], to: folder("output"))
    try folder.write(".output.change/brev.txt")
    #expect {
      try self.publish([file("a.html", "2")], to: folder("output"))
    } throws: {
      ($0 as? EnvironmentFault)?.kind == .refusedOutput
    }
    #expect(folder.text(".output.change/brev.txt") == "text" && folder.text("output/a.html") == "1")
  }
}
