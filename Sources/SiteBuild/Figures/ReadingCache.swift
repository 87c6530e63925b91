internal import Exports
internal import Glibc

/// The readings that are kept in the work folder, by the content of their files.
///
/// A file that has not been touched is known by its stamp and not opened: name, size, times and inode stand for its
/// bytes. What no file of this run has brought is removed at the end.
struct ReadingCache {
  private let work: WorkFolder
  /// The content's hash by the stamp's, from before and of this run.
  private let known: [String: String]
  private var current: [String: String] = [:]
  private var used: Set<String> = []
  private let now: Int

  private static let indexName = "index"
  /// A file changed so lately may change again without its times telling.
  private static let unsettled = 2_000_000_000

  init(_ work: WorkFolder) throws(EnvironmentFault) {
    self.work = work
    try work.make("exports")
    now = wallClock()
    var known: [String: String] = [:]
    let index = (try? bytes(ofFile: work.cachePath(Self.indexName))) ?? []
    for line in index.split(separator: UInt8(ascii: "\n")) where line.count == 65 {
      let text = String(decoding: line, as: UTF8.self)
      known[String(text.prefix(32))] = String(text.suffix(32))
    }
    self.known = known
  }

  /// The path under which the reading of a file is kept, by its stamp; nil when its bytes must be hashed.
  func path(of entry: FolderReader.Entry, in folder: String, _ fingerprint: String) -> String? {
    known[Self.stamp(entry, folder, fingerprint)].map { work.cachePath($0) }
  }

  /// The path by the file's bytes.
  func path(of bytes: any ByteSource, _ fingerprint: String) -> String {
    work.cachePath(ContentHash(of: bytes, also: fingerprint).text)
  }

  /// Notes that what lies at the path is the file's reading.
  mutating func note(_ path: String, of entry: FolderReader.Entry, in folder: String, _ fingerprint: String) {
    let name = String(path.suffix(32))
    used.insert(name)
    if entry.touched < now - Self.unsettled {
      current[Self.stamp(entry, folder, fingerprint)] = name
    }
  }

  /// Writes the index and removes what was not used; what fails is done again the next time.
  func finish() {
    if current != known {
      let lines = current.sorted { $0.key < $1.key }.map { $0.key + " " + $0.value + "\n" }
      try? work.keep(Array(lines.joined().utf8), as: work.cachePath(Self.indexName))
    }
    for name in fileNames(in: work.cachePath("")) where name.utf8.count == 32 && !used.contains(name) {
      work.remove(work.cachePath(name))
    }
  }

  private static func stamp(_ entry: FolderReader.Entry, _ folder: String, _ fingerprint: String) -> String {
    let parts = [
      folder, entry.path, entry.target ?? "", String(entry.size), String(entry.modified), String(entry.changed),
      String(entry.inode), fingerprint,
    ]
    return ContentHash(of: MemoryBytes([]), also: parts.joined(separator: "\u{0}")).text
  }
}
