/// What became of a site's files since the site that stands.
struct SiteChange {
  /// New, or with other bytes; written already.
  let written: [String]
  let removed: [String]
  /// As before, and not written.
  let kept: [String]
  private let added: Set<String>
  private let before: Set<String>

  /// So few that moving them in one by one is quicker than making a whole site anew.
  private static let limit = 1_000
  /// A change of more than one file in so many is a new site, which readers should meet all at once.
  private static let part = 4

  init(from before: Manifest, to after: Manifest, written: Set<String>) {
    let old = Set(before.files.lazy.map(\.path))
    let new = Set(after.files.lazy.map(\.path))
    self.before = old
    self.written = after.files.lazy.map(\.path).filter { written.contains($0) }
    kept = after.files.lazy.map(\.path).filter { !written.contains($0) }
    removed = before.files.lazy.map(\.path).filter { !new.contains($0) }
    added = written.subtracting(old)
  }

  var isEmpty: Bool { written.isEmpty && removed.isEmpty }

  /// Whether the files can be moved in one by one: they are few, and none of them takes a folder's place or lies in what
  /// was a file.
  var isSmall: Bool {
    let count = written.count + removed.count
    return count <= Self.limit && count * Self.part <= before.count
      && !added.contains { Self.folders(of: $0).contains { before.contains($0) } }
      && !removed.contains { Self.folders(of: $0).contains { added.contains($0) } }
  }

  private static func folders(of path: String) -> [String] {
    zip(path.utf8.indices, path.utf8).filter { $0.1 == UInt8(ascii: "/") }.map { String(path[..<$0.0]) }
  }
}
