internal import Diagnostics
internal import Glibc

extension FolderReader {
  /// Every usable file below the folder.
  ///
  /// A symbolic link counts as the file it leads to, so long as that file is itself one that could be listed here.
  public func listing() throws(EnvironmentFault) -> Listing {
    let folder = try openRoot()
    var walk = Walk(reader: self, realRoot: (try? realPath(root)) ?? root)
    do throws(FileDescriptor.Failure) {
      try walk.visit(folder, prefix: "", depth: 0)
    } catch {
      throw EnvironmentFault(error.number, .list, root)
    }
    guard walk.listing.entries.count <= limits.files else {
      throw EnvironmentFault(
        .tooLarge, root,
        Message(
          sv: "\(root) har fler än \(limits.files) filer.", en: "\(root) has more than \(limits.files) files."),
        help: Message(sv: "Kontrollera att det är rätt mapp.", en: "Check that it is the right folder."))
    }
    return walk.listing
  }

  /// What editors, office programs and operating systems leave behind, and everything hidden.
  static func isPassedOver(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix("~") || name.hasSuffix(".swp")
      || name.hasSuffix(".swo") || (name.hasPrefix("#") && name.hasSuffix("#")) || name == "Thumbs.db"
      || name == "desktop.ini"
  }
}

private struct Walk {
  let reader: FolderReader
  let realRoot: String
  var listing = FolderReader.Listing()

  mutating func visit(
    _ folder: borrowing FileDescriptor, prefix: String, depth: Int
  ) throws(FileDescriptor.Failure) {
    for (name, kind) in names(in: try FolderEntries(of: folder), prefix: prefix) {
      // One more than allowed is enough to say that there are too many.
      guard listing.entries.count <= reader.limits.files else { return }
      let path = prefix + name
      switch kind {
      case .file: addFile(path, status: Self.status(of: name, in: folder.number))
      case .folder: visitFolder(name, path: path, in: folder, depth: depth + 1)
      case .link: addLink(path)
      case .other: listing.diagnostics.append(.notAFile(path))
      }
    }
  }

  /// So sorted, the walk gives whole paths in byte order: a folder's name counts with the `/` that follows it.
  private mutating func names(
    in found: FolderEntries, prefix: String
  ) -> [(name: String, kind: FolderEntries.Kind)] {
    var names: [(name: String, kind: FolderEntries.Kind, key: [UInt8])] = []
    for entry in found.entries {
      guard let name = entry.text else {
        listing.diagnostics.append(.unreadableName(prefix + String(decoding: entry.bytes, as: UTF8.self)))
        continue
      }
      if FolderReader.isPassedOver(name) { continue }
      names.append((name, entry.kind, entry.kind == .folder ? entry.bytes + [UInt8(ascii: "/")] : entry.bytes))
    }
    return names.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.name, $0.kind) }
  }

  private mutating func visitFolder(
    _ name: String, path: String, in parent: borrowing FileDescriptor, depth: Int
  ) {
    if reader.excluded.contains(path) { return }
    guard depth <= reader.limits.depth else {
      listing.diagnostics.append(.tooDeep(path, limit: reader.limits.depth))
      return
    }
    do throws(FileDescriptor.Failure) {
      let folder = try FileDescriptor.openFolder(name, in: parent.number)
      try visit(folder, prefix: path + "/", depth: depth)
    } catch {
      listing.diagnostics.append(.unreadable(path, error.number))
    }
  }

  private mutating func addFile(_ path: String, status: Result<stat, FileDescriptor.Failure>, target: String? = nil) {
    switch status {
    case .failure(let failure): listing.diagnostics.append(.unreadable(path, failure.number))
    case .success(let status) where Int(status.st_size) > reader.limits.fileBytes:
      listing.diagnostics.append(.tooLarge(path, limit: reader.limits.fileBytes))
    case .success(let status):
      listing.entries.append(
        FolderReader.Entry(
          path: path, size: Int(status.st_size),
          modified: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec,
          inode: UInt64(status.st_ino),
          changed: status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec, target: target))
    }
  }

  private mutating func addLink(_ path: String) {
    do throws(FileDescriptor.Failure) {
      let target = try realPath(realRoot + "/" + path)
      guard isListed(target) else {
        listing.diagnostics.append(.linkOutside(path))
        return
      }
      let status = Self.status(of: target, in: AT_FDCWD)
      switch try FolderEntries.Kind(mode: status.get().st_mode) {
      case .file: addFile(path, status: status, target: target)
      case .folder: listing.diagnostics.append(.folderLink(path))
      case .link, .other: listing.diagnostics.append(.notAFile(path))
      }
    } catch {
      listing.diagnostics.append(.unreadable(path, error.number))
    }
  }

  /// Whether the walk itself comes by this place: below the root, not hidden, not excluded.
  private func isListed(_ target: String) -> Bool {
    let start = realRoot == "/" ? "/" : realRoot + "/"
    // By bytes: as text, two folders whose names differ only in how an å is composed would be the same.
    guard target.utf8.starts(with: start.utf8) else { return false }
    var path = ""
    for part in target.utf8.dropFirst(start.utf8.count).split(separator: UInt8(ascii: "/")).map(Substring.init) {
      path += path.isEmpty ? part : "/" + part
      if FolderReader.isPassedOver(String(part)) || reader.excluded.contains(path) { return false }
    }
    return true
  }

  private static func status(of path: String, in folder: Int32) -> Result<stat, FileDescriptor.Failure> {
    var status = stat()
    guard fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return .failure(FileDescriptor.Failure(errno))
    }
    return .success(status)
  }
}
