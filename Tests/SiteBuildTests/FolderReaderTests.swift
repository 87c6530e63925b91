import Diagnostics
import Glibc
import Testing

@testable import SiteBuild

struct FolderReaderTests {
  @Test func listsInByteOrderOfWholePaths() throws {
    let folder = try TemporaryFolder()
    let paths = ["B.md", "a-b.md", "a.md", "a/x.md", "a/z/y.md", "a0.md", "b/1.md", "ä/å.md", "å.md"]
    for path in paths.reversed() { try folder.write(path) }
    let listing = try FolderReader(folder.path).listing()
    #expect(listing.entries.map(\.path) == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(listing.diagnostics.isEmpty)
  }

  @Test func passesOverWhatProgramsLeaveBehind() throws {
    let folder = try TemporaryFolder()
    for name in [".git/config", ".a.md.swp", "a.md~", "#a.md#", "~$brev.docx", "Thumbs.db", "desktop.ini", "a.swo"] {
      try folder.write(name)
    }
    try folder.write("a.md")
    let listing = try FolderReader(folder.path).listing()
    #expect(listing.entries.map(\.path) == ["a.md"])
    #expect(listing.diagnostics.isEmpty)
  }

  @Test func tellsSizeAndTimeOfAFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "1234567")
    let times = [timeval(tv_sec: 1_700_000_000, tv_usec: 5), timeval(tv_sec: 1_700_000_000, tv_usec: 5)]
    #expect(utimes(folder("a.md"), times) == 0)
    let entry = try #require(try FolderReader(folder.path).listing().entries.first)
    #expect(entry.size == 7)
    #expect(entry.modified == 1_700_000_000_000_005_000)
  }

  @Test func followsLinksThatStayInside() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/real.md", "inside")
    try folder.link("link.md", to: "a/real.md")
    let reader = FolderReader(folder.path)
    let listing = try reader.listing()
    #expect(listing.entries.map(\.path) == ["a/real.md", "link.md"])
    #expect(
      try reader.read(listing.entries, jobs: 2).files.map(\.bytes) == [Array("inside".utf8), Array("inside".utf8)])
  }

  @Test(arguments: [
    ("/etc/hostname", Diagnostic.Code.linkOutsideContent), ("../../../etc/hostname", .linkOutsideContent),
    (".hidden/secret", .linkOutsideContent), ("data/export.csv", .linkOutsideContent), ("a", .folderLink),
    ("nowhere.md", .unreadableFile), ("link.md", .unreadableFile), ("pipe", .unreadableFile),
  ])
  func refusesOtherLinks(target: String, code: Diagnostic.Code) throws {
    let folder = try TemporaryFolder()
    try folder.write("c/a/page.md")
    try folder.write("c/.hidden/secret")
    try folder.write("c/data/export.csv")
    #expect(mkfifo(folder("c/pipe"), 0o644) == 0)
    try folder.link("c/link.md", to: target)
    let listing = try FolderReader(folder("c"), excluding: ["data"]).listing()
    #expect(listing.entries.map(\.path) == ["a/page.md"])
    #expect(listing.diagnostics.filter { $0.range.file == "link.md" }.map(\.code) == [code])
  }

  @Test func refusesALinkToAFolderWhoseNameOnlyBeginsAlike() throws {
    let folder = try TemporaryFolder()
    try folder.write("content-secret/a.md")
    try folder.makeFolder("content")
    try folder.link("content/link.md", to: "../content-secret/a.md")
    #expect(try FolderReader(folder("content")).listing().diagnostics.map(\.code) == [.linkOutsideContent])
  }

  @Test func refusesWhatIsNoFile() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo(folder("pipe.md"), 0o644) == 0)
    let listing = try FolderReader(folder.path).listing()
    #expect(listing.diagnostics.map(\.code) == [.unreadableFile])
  }

  @Test func refusesNamesThatAreNotUTF8() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md")
    let name = Array((folder.path + "/x").utf8CString.dropLast()) + [CChar(bitPattern: 0xE5), 0]
    #expect(close(creat(name, 0o644)) == 0)
    let listing = try FolderReader(folder.path).listing()
    #expect(listing.entries.map(\.path) == ["a.md"])
    #expect(listing.diagnostics.map(\.range.file) == ["x\u{FFFD}"])
  }

  @Test func capsSizeDepthAndCount() throws {
    let folder = try TemporaryFolder()
    try folder.write("big.md", "12345")
    try folder.write("fits.md", "1234")
    try folder.write("1/2/deep.md", "1")
    var limits = FolderReader.Limits()
    limits.fileBytes = 4
    limits.depth = 1
    let listing = try FolderReader(folder.path, limits: limits).listing()
    #expect(listing.entries.map(\.path) == ["fits.md"])
    #expect(
      listing.diagnostics.map { "\($0.range.file) \($0.code.rawValue)" } == [
        "1/2 nesting-too-deep", "big.md file-too-large",
      ])
    limits.files = 2
    try folder.write("one.md", "1")
    try folder.write("two.md", "1")
    #expect { try FolderReader(folder.path, limits: limits).listing() } throws: {
      ($0 as? EnvironmentFault)?.kind == .tooLarge
    }
  }

  @Test(arguments: [1, 2, 8])
  func readsEveryByte(jobs: Int) throws {
    let folder = try TemporaryFolder()
    let sizes = [0, 1, 4095, 4096, 4097, 100_000]
    for size in sizes { try folder.write("\(size).md", String(repeating: "x", count: size)) }
    let reader = FolderReader(folder.path)
    let (files, diagnostics) = try reader.read(try reader.listing().entries, jobs: jobs)
    #expect(files.map { "\($0.bytes.count).md" } == files.map(\.path))
    #expect(Set(files.map(\.bytes.count)) == Set(sizes))
    #expect(diagnostics.isEmpty)
  }

  @Test func readsWhatGrewAndReportsWhatWentSinceTheListing() throws {
    let folder = try TemporaryFolder()
    for name in ["gone.md", "grown.md", "huge.md", "shrunk.md"] { try folder.write(name, "12345") }
    var limits = FolderReader.Limits()
    limits.fileBytes = 1000
    let reader = FolderReader(folder.path, limits: limits)
    let listing = try reader.listing()
    unlink(folder("gone.md"))
    try folder.write("grown.md", String(repeating: "y", count: 900))
    try folder.write("huge.md", String(repeating: "y", count: 1001))
    try folder.write("shrunk.md", "1")
    let (files, diagnostics) = try reader.read(listing.entries, jobs: 2)
    #expect(files.map { "\($0.path) \($0.bytes.count)" } == ["grown.md 900", "shrunk.md 1"])
    #expect(
      diagnostics.map { "\($0.range.file) \($0.code.rawValue)" } == [
        "gone.md unreadable-file", "huge.md file-too-large",
      ])
  }

  @Test func faultsWhenThereIsNoFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("file")
    for (name, kind) in [("none", EnvironmentFault.Kind.missing), ("file", .notAFolder)] {
      #expect { try FolderReader(folder(name)).listing() } throws: { ($0 as? EnvironmentFault)?.kind == kind }
    }
  }

  @Test func readsThroughALinkedRoot() throws {
    let folder = try TemporaryFolder()
    try folder.write("real/a.md")
    try folder.link("root", to: "real")
    try folder.link("real/b.md", to: "a.md")
    let reader = FolderReader(folder("root"))
    #expect(try reader.listing().entries.map(\.path) == ["a.md", "b.md"])
  }

  @Test func readsAFileThatWasNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "12345")
    #expect(try bytes(ofFile: folder("a.md")) == Array("12345".utf8))
    #expect { try bytes(ofFile: folder("a.md"), limit: 4) } throws: { ($0 as? EnvironmentFault)?.kind == .tooLarge }
    #expect { try bytes(ofFile: folder("b.md")) } throws: { ($0 as? EnvironmentFault)?.kind == .missing }
  }
}
