internal import CGit
internal import Glibc

/// All that a folder's files have been, as its git repository tells.
public struct FolderHistory: Sendable, Hashable {
  /// The commit that was checked out.
  public let head: String
  /// The folder's place in the repository, with a slash at its end; empty for the repository itself.
  public let folder: String
  /// Oldest first.
  public let versions: [FileVersion]

  init(head: String, folder: String, versions: [FileVersion]) {
    (self.head, self.folder, self.versions) = (head, folder, versions)
  }

  /// Reads the commits before the one that is checked out, whatever lies in the working folder.
  ///
  /// Nil where there is nothing to read: no repository around the folder, no commit in it, a clone that lacks the older
  /// commits, a repository of somebody else that git itself would refuse.
  ///
  /// - Parameters:
  ///   - known: what was read before; only later commits are read then.
  ///   - isWanted: whether a file's versions are wanted, by its path below the folder; a folder's ends with a slash.
  public static func read(_ folder: String, knowing known: FolderHistory?, isWanted: @escaping (String) -> Bool)
    -> FolderHistory?
  {
    git_libgit2_init()
    defer { git_libgit2_shutdown() }
    var opened: OpaquePointer?
    guard git_repository_open_ext(&opened, folder, 0, nil) == 0, let repository = opened else { return nil }
    defer { git_repository_free(repository) }
    var head = git_oid()
    guard git_repository_is_shallow(repository) == 0, let place = place(of: folder, in: repository),
      git_reference_name_to_id(&head, repository, "HEAD") == 0
    else { return nil }
    let name = hex(head)
    if let known, known.folder == place {
      if known.head == name { return known }
      if let later = CommitWalk(repository, place, isWanted).versions(to: head, after: known.head) {
        return FolderHistory(head: name, folder: place, versions: known.versions + later)
      }
    }
    return CommitWalk(repository, place, isWanted).versions(to: head, after: nil).map {
      FolderHistory(head: name, folder: place, versions: $0)
    }
  }

  private static func place(of folder: String, in repository: OpaquePointer) -> String? {
    guard let root = git_repository_workdir(repository).map({ String(cString: $0) }),
      let resolved = realpath(folder, nil)
    else { return nil }
    defer { free(resolved) }
    let path = String(cString: resolved) + "/"
    return path.hasPrefix(root) ? String(path.dropFirst(root.count)) : nil
  }

  static func hex(_ id: git_oid) -> String {
    var id = id
    return git_oid_tostr_s(&id).map { String(cString: $0) } ?? ""
  }
}
