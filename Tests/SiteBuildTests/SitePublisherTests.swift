import Diagnostics
import Glibc
import Testing

@testable import SiteBuild

struct SitePublisherTests {
  static let first = [SiteFile(path: "index.html", bytes: Array("one".utf8))]
  static let second = [
    SiteFile(path: "a/b/c.html", bytes: []), SiteFile(path: "a/å.html", bytes: Array("å".utf8)),
    SiteFile(path: "index.html", bytes: Array("two".utf8)),
  ]

  @discardableResult
  private func publish(
    _ files: [SiteFile], to output: String, sources: [String] = [], _ durability: SitePublisher.Durability = .crash
  ) throws(EnvironmentFault) -> SitePublisher.Publication {
    let publisher = try SitePublisher(output: output, sources: sources, jobs: 2)
    try publisher.write(files)
    return try publisher.publish(durability)
  }

  @Test(arguments: [SitePublisher.Durability.crash, .powerCut])
  func publishesThenReplacesTheWhole(_ durability: SitePublisher.Durability) throws {
    let folder = try TemporaryFolder()
    let made = try publish(Self.first, to: folder("output"), durability)
    #expect(made == .init(replacedOldSite: false, wasAtomic: true))
    #expect(folder.names() == ["output"])
    #expect(folder.text("output/index.html") == "one")
    let replaced = try publish(Self.second, to: folder("output/"), durability)
    #expect(replaced == .init(replacedOldSite: true, wasAtomic: true))
    #expect(folder.names() == ["output"])
    #expect(folder.names(in: "output") == [".rutin-output", "a", "index.html"])
    #expect(folder.names(in: "output/a") == ["b", "å.html"])
    #expect(folder.text("output/a/b/c.html") == "")
    #expect(folder.text("output/index.html") == "two")
  }

  @Test func removesAnUnpublishedSite() throws {
    let folder = try TemporaryFolder()
    try publish(Self.first, to: folder("output"))
    do {
      let publisher = try SitePublisher(output: folder("output"))
      try publisher.write(Self.second)
      #expect(folder.names() == [".output.lock", ".output.new", "output"])
    }
    #expect(folder.names() == ["output"])
    #expect(folder.text("output/index.html") == "one")
  }

  @Test func takesAnEmptyFolderAndKeepsItsPermissions() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("output")
    chmod(folder("output"), 0o750)
    try publish(Self.first, to: folder("output"))
    #expect(folder.mode(of: "output") == 0o750)
    #expect(folder.text("output/index.html") == "one")
  }

  @Test func replacesTheFolderThatALinkLeadsTo() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("www/site")
    try folder.link("output", to: "www/site")
    try publish(Self.first, to: folder("output"))
    #expect(folder.text("www/site/index.html") == "one")
    #expect(folder.names() == ["output", "www"])
    #expect(folder.names(in: "www") == ["site"])
  }

  @Test func letsOneBuildAtATimeIn() throws {
    let folder = try TemporaryFolder()
    let publisher = try SitePublisher(output: folder("output"))
    #expect { try self.publish(Self.first, to: folder("output")) } throws: { ($0 as? EnvironmentFault)?.kind == .busy }
    try publish(Self.first, to: folder("other"))
    try publisher.write(Self.second)
    _ = try publisher.publish()
    #expect(folder.text("output/index.html") == "two")
    try publish(Self.first, to: folder("output"))
    #expect(folder.names() == ["other", "output"])
  }

  @Test func writesFromManyThreads() throws {
    let folder = try TemporaryFolder()
    let publisher = try SitePublisher(output: folder("output"))
    let files = (0..<500).map { SiteFile(path: "\($0 % 7)/\($0 % 11)/\($0).html", bytes: Array("\($0)".utf8)) }
    _ = try orderedMap(files, jobs: 8) { file throws(EnvironmentFault) in try publisher.write(file.path, file.bytes) }
    _ = try publisher.publish()
    for file in files { #expect(folder.text("output/" + file.path) == String(decoding: file.bytes, as: UTF8.self)) }
  }

  @Test(arguments: [
    "", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/./b", "a\\b", "a\nb", "a\u{0}b", ".rutin-output",
    String(repeating: "a", count: 256),
  ])
  func refusesPathsThatLeadAstray(_ path: String) throws {
    let folder = try TemporaryFolder()
    try publish(Self.first, to: folder("output"))
    #expect {
      try self.publish(Self.second + [SiteFile(path: path, bytes: [])], to: folder("output"))
    } throws: {
      ($0 as? EnvironmentFault)?.kind == .invalidPath
    }
    #expect(folder.names() == ["output"])
    #expect(folder.text("output/index.html") == "one")
  }

  @Test(arguments: ["index.html", "index.html/x", "a"])
  func refusesAPathThatTwoPagesShare(_ path: String) throws {
    let folder = try TemporaryFolder()
    #expect {
      try self.publish(Self.second + [SiteFile(path: path, bytes: [])], to: folder("output"))
    } throws: {
      ($0 as? EnvironmentFault)?.kind == .invalidPath
    }
  }

  @Test func keepsAForeignFolder() throws {
    let folder = try TemporaryFolder()
    for path in ["output/brev.txt", "staged/.site.new/brev.txt", "file"] { try folder.write(path) }
    for output in ["output", "staged/site", "file"] {
      #expect { try self.publish(Self.first, to: folder(output)) } throws: {
        ($0 as? EnvironmentFault)?.kind == .refusedOutput
      }
    }
    #expect(folder.text("output/brev.txt") == "text")
    #expect(folder.text("staged/.site.new/brev.txt") == "text")
    #expect(folder.text("file") == "text")
    #expect(folder.names() == ["file", "output", "staged"])
  }

  @Test(arguments: ["/", "", ".", "..", "/tmp/../", "SOURCE", "SOURCE/", "SOURCE/..", "SOURCE/inner", "HOME"])
  func refusesDangerousOutputs(_ output: String) throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("work/source")
    let source = folder("work/source")
    let home = getenv("HOME").map { String(cString: $0) } ?? "/"
    let named = output.replacing("SOURCE", with: source).replacing("HOME", with: home)
    #expect { try self.publish(Self.first, to: named, sources: [source]) } throws: {
      [.refusedOutput, .missing].contains(($0 as? EnvironmentFault)?.kind)
    }
    #expect(folder.names() == ["work"])
    #expect(folder.names(in: "work") == ["source"])
    #expect(folder.names(in: "work/source").isEmpty)
  }

  @Test func wantsTheFolderAroundTheOutput() throws {
    let folder = try TemporaryFolder()
    try folder.link("dangling", to: "nowhere")
    for output in ["none/output", "dangling"] {
      #expect { try self.publish(Self.first, to: folder(output)) } throws: {
        ($0 as? EnvironmentFault)?.kind == .missing
      }
    }
  }
}
