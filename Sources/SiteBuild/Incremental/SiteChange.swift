/// What became of a site's files since the site that stands.
struct SiteChange {
  let removed: [String]
  /// As before, and not written.
  let kept: [String]
  private let before: Set<String>
  private let added: Set<String>
  private let writtenCount: Int

  /// So few that moving them in one by one is quicker than making a whole site anew.
  private static let limit = 1_000
  /// A change of more than one file in so many is a new site, which readers should meet all at once.
  private static let part = 4

  /// `files` are all of the new site; those with other bytes than before have been written.
  init(from before: Manifest, to files: [(file: Manifest.File, isWritten: Bool)]) {
    let old = Set(before.files.lazy.map(\.path))
    let new = Set(files.lazy.map(\.file.path))
    self.before = old
    added = new.subtracting(old)
    removed = before.files.lazy.map(\.path).filter { !new.contains($0) }
    kept = files.lazy.filter { !$0.isWritten }.map(\.file.path)
    writtenCount = files.count - kept.count
  }

  var isEmpty: Bool { count == 0 }

  /// Whether the files can be moved in one by one: they are few, and none of them takes a folder's place or lies in what
  /// was a file.
  var isSmall: Bool {
    count <= Self.limit && count * Self.part <= before.count
      && !added.contains { SitePath.folders(around: $0).contains { before.contains($0) } }
      && !removed.contains { SitePath.folders(around: $0).contains { added.contains($0) } }
  }

  private var count: Int { writtenCount + removed.count }
}
