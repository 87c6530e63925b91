internal import CGit
internal import CivilTime

/// From commit to commit, oldest first, and what each did to the files of a folder.
///
/// A merge says nothing that the commits of its branches have not said.
struct CommitWalk {
  private let repository: OpaquePointer
  private let folder: String
  private let isWanted: (String) -> Bool
  private let trees: TreeShelf

  init(_ repository: OpaquePointer, _ folder: String, _ isWanted: @escaping (String) -> Bool) {
    (self.repository, self.folder, self.isWanted) = (repository, folder, isWanted)
    trees = TreeShelf(repository)
  }

  /// - Parameter known: a commit that, with all before it, is left out; nil when it is no ancestor of `head`, or when
  ///   a branch has been merged since, whose commits may be older than it.
  func versions(to head: git_oid, after known: String?) -> [FileVersion]? {
    var walker: OpaquePointer?
    guard git_revwalk_new(&walker, repository) == 0 else { return nil }
    defer { git_revwalk_free(walker) }
    let order = GIT_SORT_TOPOLOGICAL.rawValue | GIT_SORT_TIME.rawValue | GIT_SORT_REVERSE.rawValue
    var head = head
    guard git_revwalk_sorting(walker, order) == 0, git_revwalk_push(walker, &head) == 0 else { return nil }
    if let known {
      var start = git_oid()
      guard git_oid_fromstr(&start, known) == 0, git_graph_descendant_of(repository, &head, &start) == 1,
        git_revwalk_hide(walker, &start) == 0
      else { return nil }
    }
    var versions: [FileVersion] = []
    var id = git_oid()
    while git_revwalk_next(&id, walker) == 0 {
      var commit: OpaquePointer?
      guard git_commit_lookup(&commit, repository, &id) == 0 else { return nil }
      defer { git_commit_free(commit) }
      if git_commit_parentcount(commit) > 1 {
        if known != nil { return nil }
        continue
      }
      versions += changes(of: commit)
      trees.makeRoom()
    }
    return versions
  }

  /// The files that a commit wrote.
  private func changes(of commit: OpaquePointer?) -> [FileVersion] {
    var parent: OpaquePointer?
    defer { git_commit_free(parent) }
    if git_commit_parentcount(commit) == 1, git_commit_parent(&parent, commit, 0) != 0 { return [] }
    var change = TreeChange(trees, isWanted)
    change.compare(
      parent.flatMap { trees.tree(below: folder, of: git_commit_tree_id($0)) },
      trees.tree(below: folder, of: git_commit_tree_id(commit)), path: "")
    let day = StockholmTime.date(atUnixSeconds: Int(git_commit_time(commit)))
    return change.written.compactMap { path, id in
      // A line break in a name is no name of a document.
      guard !path.utf8.contains(0x0A), let bytes = blob(id) else { return nil }
      let name = FolderHistory.hex(id)
      let isMoved = change.written.count { FolderHistory.hex($0.id) == name } == 1
      return FileVersion(
        path: path, bytes: bytes, recordedOn: day, movedFrom: isMoved ? change.removed[name] : nil)
    }
  }

  private func blob(_ id: git_oid) -> [UInt8]? {
    var (id, blob): (git_oid, OpaquePointer?) = (id, nil)
    guard git_blob_lookup(&blob, repository, &id) == 0 else { return nil }
    defer { git_blob_free(blob) }
    guard let content = git_blob_rawcontent(blob) else { return [] }
    return Array(UnsafeRawBufferPointer(start: content, count: Int(git_blob_rawsize(blob))))
  }
}
