internal import CGit

/// What differs between two trees: only folders that differ are opened.
struct TreeChange {
  private(set) var written: [(path: String, id: git_oid)] = []
  /// Paths of files that are gone, by what they held.
  private(set) var removed: [String: String] = [:]
  private let trees: TreeShelf
  private let isWanted: (String) -> Bool

  init(_ trees: TreeShelf, _ isWanted: @escaping (String) -> Bool) {
    (self.trees, self.isWanted) = (trees, isWanted)
  }

  mutating func compare(_ old: OpaquePointer?, _ new: OpaquePointer?, path: String) {
    let (oldCount, newCount) = (old.map(git_tree_entrycount) ?? 0, new.map(git_tree_entrycount) ?? 0)
    var (left, right) = (0, 0)
    while left < oldCount || right < newCount {
      let before = left < oldCount ? git_tree_entry_byindex(old, left) : nil
      let after = right < newCount ? git_tree_entry_byindex(new, right) : nil
      let order = before == nil ? 1 : after == nil ? -1 : git_tree_entry_cmp(before, after)
      if order <= 0 { left += 1 }
      if order >= 0 { right += 1 }
      if order == 0, git_oid_equal(git_tree_entry_id(before), git_tree_entry_id(after)) == 1 { continue }
      take(order <= 0 ? before : nil, order >= 0 ? after : nil, path)
    }
  }

  /// Two entries of one name that differ, or one that the other tree lacks.
  private mutating func take(_ before: OpaquePointer?, _ after: OpaquePointer?, _ path: String) {
    guard let name = git_tree_entry_name(after ?? before).map({ path + String(cString: $0) }) else { return }
    let (old, new) = (kind(before), kind(after))
    if old == GIT_OBJECT_TREE || new == GIT_OBJECT_TREE, isWanted(name + "/") {
      compare(
        old == GIT_OBJECT_TREE ? trees.tree(git_tree_entry_id(before)) : nil,
        new == GIT_OBJECT_TREE ? trees.tree(git_tree_entry_id(after)) : nil, path: name + "/")
    }
    guard isWanted(name) else { return }
    if new == GIT_OBJECT_BLOB, let id = git_tree_entry_id(after)?.pointee { written.append((name, id)) }
    if old == GIT_OBJECT_BLOB, new == nil, let id = git_tree_entry_id(before)?.pointee {
      removed[FolderHistory.hex(id)] = name
    }
  }

  /// A symbolic link is no file.
  private func kind(_ entry: OpaquePointer?) -> git_object_t? {
    guard let entry, git_tree_entry_filemode(entry) != GIT_FILEMODE_LINK else { return nil }
    return git_tree_entry_type(entry)
  }
}

/// Trees that were opened: a commit's are its child's parent's.
final class TreeShelf {
  private let repository: OpaquePointer
  private var trees: [String: OpaquePointer] = [:]
  private static let limit = 256

  init(_ repository: OpaquePointer) { self.repository = repository }

  deinit { clear() }

  /// Between two commits, when no tree is being read.
  func makeRoom() { if trees.count > Self.limit { clear() } }

  private func clear() {
    for tree in trees.values { git_tree_free(tree) }
    trees = [:]
  }

  /// A root tree's subtree at a path that ends with a slash.
  func tree(below folder: String, of root: UnsafePointer<git_oid>?) -> OpaquePointer? {
    var tree = tree(root)
    for name in folder.split(separator: "/") {
      let entry = tree.flatMap { git_tree_entry_byname($0, String(name)) }
      tree = entry.flatMap { git_tree_entry_type($0) == GIT_OBJECT_TREE ? self.tree(git_tree_entry_id($0)) : nil }
    }
    return tree
  }

  /// Good until `makeRoom`.
  func tree(_ id: UnsafePointer<git_oid>?) -> OpaquePointer? {
    guard let id else { return nil }
    let name = FolderHistory.hex(id.pointee)
    if let known = trees[name] { return known }
    var tree: OpaquePointer?
    guard git_tree_lookup(&tree, repository, id) == 0, let tree else { return nil }
    trees[name] = tree
    return tree
  }
}
