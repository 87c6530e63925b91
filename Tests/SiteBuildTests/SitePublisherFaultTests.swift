import Glibc
import Testing

@testable import SiteBuild

/// What a killed build leaves, and file systems that refuse: the old site stands through all of it.
struct SitePublisherFaultTests {
  private func site(_ number: Int) -> [SiteFile] {
    [SiteFile(path: "index.html", bytes: Array("\(number)".utf8))]
  }

  private func publish(_ number: Int, to output: String) throws(EnvironmentFault) {
    let publisher = try SitePublisher(output: output)
    try publisher.write(site(number))
    _ = try publisher.publish()
  }

  @Test func clearsAnUnfinishedSite() throws {
    let folder = try TemporaryFolder()
    try publish(1, to: folder("output"))
    try folder.write(".output.new/.rutin-output")
    try folder.write(".output.new/a/b/c.html")
    try folder.write(".output.lock")
    try publish(2, to: folder("output"))
    #expect(folder.names() == ["output"])
    #expect(folder.text("output/index.html") == "2")
  }

  @Test func clearsAFolderThatWasMadeButNotMarked() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder(".output.new")
    try publish(1, to: folder("output"))
    #expect(folder.names() == ["output"])
  }

  @Test func takesBackASiteLeftAside() throws {
    let folder = try TemporaryFolder()
    try publish(1, to: folder("output"))
    rename(folder("output"), folder(".output.old"))
    do {
      _ = try SitePublisher(output: folder("output"))
    }
    #expect(folder.names() == ["output"])
    #expect(folder.text("output/index.html") == "1")
  }

  @Test func swapsWhereFoldersCannotBeExchanged() throws {
    let folder = try TemporaryFolder()
    try publish(1, to: folder("output"))
    try folder.write(".output.new/.rutin-output")
    try folder.write(".output.new/index.html", "2")
    let place = try OutputPlace(folder("output"), sources: [])
    let parent = try place.openParent()
    #expect(try place.exchange(in: parent.number, canExchange: false) == .init(replacedOldSite: true, wasAtomic: false))
    #expect(folder.names() == [".output.new", "output"])
    #expect(folder.text("output/index.html") == "2")
    #expect(folder.text(".output.new/index.html") == "1")
  }

  @Test func putsTheOldSiteBackWhenASwapFails() throws {
    let folder = try TemporaryFolder()
    try publish(1, to: folder("output"))
    let place = try OutputPlace(folder("output"), sources: [])
    let parent = try place.openParent()
    #expect { try place.exchange(in: parent.number, canExchange: false) } throws: {
      ($0 as? EnvironmentFault)?.kind == .missing
    }
    #expect(folder.names() == ["output"])
    #expect(folder.text("output/index.html") == "1")
  }

  @Test func keepsTheOldSiteWhenAFileCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    let probe = try Child.built("publish-probe")
    #expect(try Child.run(probe, [folder("output"), "1", "40", "100"]) == 0)
    let words = [folder("output"), "2", "40", "9000", "largest-file:8192"]
    #expect(try Child.run(probe, words, output: folder("said")) == 2)
    #expect(folder.text("said")?.contains("the file is too large") == true)
    #expect(NumberedSite.read(folder("output"))?.isWhole(number: 1, files: 40, bytes: 100) == true)
    #expect(folder.names() == ["output", "said"])
  }

  @Test func keepsTheOldSiteWhenTheFolderAroundItIsReadOnly() throws {
    let folder = try TemporaryFolder()
    // Root may write anywhere, so the program is told to be somebody else.
    let user = geteuid() == 0 ? ["as-user:65534"] : []
    let probe = try Child.built("publish-probe")
    #expect(try Child.run(probe, [folder("output"), "1", "40", "100"]) == 0)
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    let said = try TemporaryFolder()
    #expect(try Child.run(probe, [folder("output"), "2", "40", "100"] + user, output: said("said")) == 2)
    #expect(said.text("said")?.contains("permission denied") == true)
    #expect(NumberedSite.read(folder("output"))?.isWhole(number: 1, files: 40, bytes: 100) == true)
    #expect(folder.names() == ["output"])
  }

  @Test(.enabled(if: SmallDisk.isPossible, "needs root and the right to mount"))
  func keepsTheOldSiteWhenTheDiskIsFull() throws {
    let disk = try SmallDisk(kibibytes: 1024)
    let probe = try Child.built("publish-probe")
    #expect(try Child.run(probe, [disk.folder("output"), "1", "40", "9000"]) == 0)
    let said = try TemporaryFolder()
    #expect(try Child.run(probe, [disk.folder("output"), "2", "400", "9000"], output: said("said")) == 2)
    #expect(said.text("said")?.contains("the disk is full") == true)
    #expect(NumberedSite.read(disk.folder("output"))?.isWhole(number: 1, files: 40, bytes: 9000) == true)
    #expect(disk.folder.names() == ["output"])
    #expect(try Child.run(probe, [disk.folder("output"), "3", "40", "9000"]) == 0)
  }

  @Test(.enabled(if: SmallDisk.isPossible, "needs root and the right to mount"))
  func refusesAnOutputThatIsADisk() throws {
    let disk = try SmallDisk(kibibytes: 256)
    #expect { try self.publish(1, to: disk.folder.path) } throws: {
      ($0 as? EnvironmentFault)?.kind == .refusedOutput
    }
  }
}
