import Foundation
import Testing

@testable import SiteBuild

@Suite struct ReadingCacheTests {
  private let work = WorkFolder(NSTemporaryDirectory() + "reading-cache-\(UUID().uuidString)")
  private let name = String(repeating: "a", count: 32)

  private func entry(size: Int = 10, modified: Int = 1, inode: UInt64 = 3, changed: Int = 2) -> FolderReader.Entry {
    FolderReader.Entry(path: "besok.csv", size: size, modified: modified, inode: inode, changed: changed)
  }

  /// A cache in which an earlier run noted the file.
  private func cache(noting noted: FolderReader.Entry) throws -> ReadingCache {
    var first = try ReadingCache(work)
    first.note(work.cachePath(name), of: noted, in: "data", "rules")
    first.finish()
    return try ReadingCache(work)
  }

  @Test func knowsAFileThatWasNotTouchedByItsStamp() throws {
    defer { try? FileManager.default.removeItem(atPath: work.path) }
    let cache = try cache(noting: entry())
    #expect(cache.path(of: entry(), in: "data", "rules") == work.cachePath(name))
    for other in [entry(size: 11), entry(modified: 2), entry(inode: 4), entry(changed: 3)] {
      #expect(cache.path(of: other, in: "data", "rules") == nil, "\(other)")
    }
    #expect(cache.path(of: entry(), in: "other", "rules") == nil)
    #expect(cache.path(of: entry(), in: "data", "other rules") == nil)
  }

  @Test func doesNotTrustAFileThatWasChangedJustNow() throws {
    defer { try? FileManager.default.removeItem(atPath: work.path) }
    let now = Int(Date().timeIntervalSince1970 * 1_000_000_000)
    let cache = try cache(noting: entry(changed: now))
    #expect(cache.path(of: entry(changed: now), in: "data", "rules") == nil)
  }

  @Test func removesReadingsOfFilesThatAreGone() throws {
    defer { try? FileManager.default.removeItem(atPath: work.path) }
    try work.make("exports")
    let old = work.cachePath(String(repeating: "b", count: 32))
    for file in [old, work.cachePath(name)] { try WorkFolder.replace(file, with: [1]) }
    _ = try cache(noting: entry())
    #expect(!FileManager.default.fileExists(atPath: old))
    #expect(FileManager.default.fileExists(atPath: work.cachePath(name)))
  }
}
