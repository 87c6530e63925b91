import CivilTime
import Foundation
import Testing

@testable import History

@Suite struct FolderHistoryTests {
  private func read(_ folder: String, knowing known: FolderHistory? = nil) -> FolderHistory? {
    FolderHistory.read(folder, knowing: known) { $0.hasSuffix("/") ? $0 != "data/" : $0.hasSuffix(".md") }
  }

  /// `day path text`, with where it was moved from.
  private func lines(_ history: FolderHistory?) -> [String]? {
    history?.versions.map { version in
      "\(version.recordedOn.iso) \(version.path) \(String(decoding: version.bytes, as: UTF8.self))"
        + (version.movedFrom.map { " < \($0)" } ?? "")
    }
  }

  private func repository() throws -> Repository {
    let repository = try Repository()
    try repository.write("routines/a.md", "ett")
    try repository.write("data/b.md", "export")
    try repository.write("bild.png", "bild")
    try repository.commit("2026-01-01T12:00:00Z")
    try repository.write("routines/a.md", "två")
    // Half past eleven at night in London is the next day here.
    try repository.commit("2026-02-01T23:30:00Z")
    return repository
  }

  @Test func tellsWhatFilesWere() throws {
    let repository = try repository()
    try repository.git("mv", "content/routines/a.md", "content/routines/c.md")
    try repository.commit("2026-03-01T12:00:00Z")
    try repository.write("routines/c.md", "tre, inte sparat i git")
    #expect(
      lines(read(repository.content)) == [
        "2026-01-01 routines/a.md ett", "2026-02-02 routines/a.md två",
        "2026-03-01 routines/c.md två < routines/a.md",
      ])
  }

  @Test func readsOnlyWhatIsNewer() throws {
    let repository = try repository()
    let first = try #require(read(repository.content))
    #expect(read(repository.content, knowing: first) == first)
    try repository.write("routines/a.md", "tre")
    try repository.commit("2026-04-01T12:00:00Z")
    let all = read(repository.content)
    #expect(read(repository.content, knowing: first) == all)
    // That the known ones are taken over is seen by changing them.
    let marked = FolderHistory(head: first.head, folder: first.folder, versions: [])
    #expect(lines(read(repository.content, knowing: marked)) == ["2026-04-01 routines/a.md tre"])
    let foreign = FolderHistory(head: String(repeating: "1", count: 40), folder: first.folder, versions: [])
    #expect(read(repository.content, knowing: foreign) == all)
    let elsewhere = FolderHistory(head: first.head, folder: "annat/", versions: [])
    #expect(read(repository.content, knowing: elsewhere) == all)
  }

  @Test func readsAllAnewAfterAMerge() throws {
    let repository = try repository()
    try repository.git("checkout", "-q", "-b", "gren")
    try repository.write("routines/d.md", "gren")
    try repository.commit("2026-02-10T12:00:00Z")
    try repository.git("checkout", "-q", "main")
    try repository.write("routines/a.md", "tre")
    try repository.commit("2026-03-01T12:00:00Z")
    let before = read(repository.content)
    try repository.git("merge", "-q", "--no-edit", "gren", time: "2026-03-02T12:00:00Z")
    let merged = read(repository.content)
    #expect(
      Set(lines(merged) ?? []) == [
        "2026-01-01 routines/a.md ett", "2026-02-02 routines/a.md två", "2026-02-10 routines/d.md gren",
        "2026-03-01 routines/a.md tre",
      ])
    #expect(read(repository.content, knowing: before) == merged)
  }

  @Test func isNothingWithoutARepository() throws {
    let repository = try repository()
    #expect(read("/proc") == nil)
    #expect(read("/nowhere") == nil)
    try FileManager.default.removeItem(at: repository.url.appendingPathComponent(".git"))
    #expect(read(repository.content) == nil)
  }

  @Test func isNothingInAnEmptyRepositoryOrAShallowClone() throws {
    let empty = try Repository()
    try empty.write("routines/a.md", "ett")
    #expect(read(empty.content) == nil)
    let repository = try repository()
    try repository.git("clone", "-q", "--depth", "1", "file://" + repository.url.path, repository.url.path + "/kopia")
    #expect(read(repository.url.path + "/kopia/content") == nil)
    #expect(read(repository.content)?.versions.count == 2)
  }

  @Test func readsAFolderThatIsTheRepository() throws {
    let repository = try repository()
    #expect(
      lines(read(repository.url.path)) == [
        "2026-01-01 content/data/b.md export", "2026-01-01 content/routines/a.md ett",
        "2026-02-02 content/routines/a.md två",
      ])
  }

  @Test func isKeptAsBytes() throws {
    let repository = try repository()
    let history = try #require(read(repository.content))
    let bytes = history.encoded()
    #expect(FolderHistory(bytes) == history)
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var damaged = bytes
      damaged[place] ^= 4
      #expect(FolderHistory(damaged) == nil)
      #expect(FolderHistory(Array(bytes[..<place])) == nil)
    }
  }
}
