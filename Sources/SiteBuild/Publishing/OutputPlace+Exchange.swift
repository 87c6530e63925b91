internal import CLinux
internal import Diagnostics
internal import Exports
internal import Glibc

/// What is done to the folders beside the output; only the holder of its lock may call these.
extension OutputPlace {
  func openParent() throws(EnvironmentFault) -> FileDescriptor {
    do throws(FileDescriptor.Failure) {
      return try FileDescriptor.openFolder(parent)
    } catch {
      throw EnvironmentFault(error.number, .write, parent)
    }
  }

  /// Finishes or clears what a killed build left: a change half moved into the site, an unfinished or replaced site, a site
  /// left aside halfway through a swap.
  func recover(in parent: Int32, jobs: Int) throws(EnvironmentFault) {
    if state(of: name, in: parent) == .nothing, state(of: asideName, in: parent) == .ours {
      guard renameat(parent, asideName, parent, name) == 0 else { throw EnvironmentFault(errno, .exchange, path) }
    }
    try OutputJournal(self).finish(in: parent, jobs: jobs)
    for leftover in [stagingName, asideName] {
      switch state(of: leftover, in: parent) {
      case .nothing: continue
      case .empty, .ours: break
      case .foreign: throw .foreign(beside(leftover))
      }
      do throws(FileDescriptor.Failure) {
        try FolderRemoval.remove(leftover, in: parent, jobs: jobs)
      } catch {
        throw EnvironmentFault(error.number, .remove, beside(leftover))
      }
    }
  }

  /// The output is missing, empty or a site of ours, and on the same disk as the folder around it.
  func requireReplaceable(in parent: Int32) throws(EnvironmentFault) {
    var around = stat()
    var output = stat()
    guard state(of: name, in: parent) != .foreign else { throw .foreign(path) }
    guard fstat(parent, &around) == 0, fstatat(parent, name, &output, AT_SYMLINK_NOFOLLOW) == 0 else { return }
    guard around.st_dev == output.st_dev else {
      throw .refused(
        path,
        Message(
          sv: "\(path) är en egen disk och kan därför inte bytas ut som en mapp.",
          en: "\(path) is a disk of its own, so it cannot be replaced as a folder."))
    }
  }

  /// An empty folder of ours; the marker comes first, so that it is known as ours from then on.
  func makeStaging(in parent: Int32) throws(EnvironmentFault) -> FileDescriptor {
    guard mkdirat(parent, stagingName, 0o777) == 0 else { throw EnvironmentFault(errno, .create, beside(stagingName)) }
    do throws(FileDescriptor.Failure) {
      let folder = try FileDescriptor.openFolder(stagingName, in: parent)
      let file = try FileDescriptor.open(Self.marker, in: folder.number, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666)
      try file.write(Array(Self.markerText(of: nil).utf8))
      try file.closed()
      return folder
    } catch {
      try? FolderRemoval.remove(stagingName, in: parent, jobs: 1)
      throw EnvironmentFault(error.number, .create, beside(stagingName))
    }
  }

  /// The new site gets the old one's permissions, which somebody may have narrowed.
  func keepPermissions(of parent: Int32, on staging: Int32) {
    var old = stat()
    guard fstatat(parent, name, &old, AT_SYMLINK_NOFOLLOW) == 0 else { return }
    fchmod(staging, old.st_mode & 0o7777 | S_IRWXU)
  }

  func exchange(
    in parent: Int32, canExchange: Bool = true
  ) throws(EnvironmentFault) -> SitePublisher.Publication {
    if renameat2(parent, stagingName, parent, name, UInt32(rutin_rename_noreplace)) == 0 {
      return .init(replacedOldSite: false, wasAtomic: true)
    }
    if errno == EEXIST, canExchange,
      renameat2(parent, stagingName, parent, name, UInt32(rutin_rename_exchange)) == 0
    {
      return .init(replacedOldSite: true, wasAtomic: true)
    }
    // Network file systems know neither flag and say EINVAL, old kernels ENOSYS.
    guard errno == EINVAL || errno == ENOSYS || !canExchange else { throw EnvironmentFault(errno, .exchange, path) }
    return try swap(in: parent)
  }

  /// Two plain renames; a kill between them leaves the old site aside, from where `recover` takes it back.
  private func swap(in parent: Int32) throws(EnvironmentFault) -> SitePublisher.Publication {
    let isReplacing = renameat(parent, name, parent, asideName) == 0
    guard isReplacing || errno == ENOENT else { throw EnvironmentFault(errno, .exchange, path) }
    guard renameat(parent, stagingName, parent, name) == 0 else {
      let reason = errno
      if isReplacing { renameat(parent, asideName, parent, name) }
      throw EnvironmentFault(reason, .exchange, path)
    }
    if isReplacing { renameat(parent, asideName, parent, stagingName) }
    return .init(replacedOldSite: isReplacing, wasAtomic: !isReplacing)
  }

  private enum State {
    case nothing
    case empty
    case ours
    case foreign
  }

  private func state(of name: String, in parent: Int32) -> State {
    do throws(FileDescriptor.Failure) {
      let folder = try FileDescriptor.openFolder(name, in: parent)
      var status = stat()
      if fstatat(folder.number, Self.marker, &status, AT_SYMLINK_NOFOLLOW) == 0 { return .ours }
      return try FolderEntries(of: folder).entries.isEmpty ? .empty : .foreign
    } catch {
      return error.number == ENOENT ? .nothing : .foreign
    }
  }

  func beside(_ name: String) -> String { (parent == "/" ? "" : parent) + "/" + name }

  /// Ends with what stands for the site's files, once they are all there.
  private static func markerText(of site: ContentHash?) -> String {
    """
    Den här mappen skrivs av rutin och byts ut som en helhet vid varje bygge. Lägg inget eget här.
    This folder is written by rutin and replaced as a whole by every build. Keep nothing of your own here.

    """ + (site.map { $0.text + "\n" } ?? "")
  }

  func mark(_ folder: Int32, as site: ContentHash) throws(EnvironmentFault) {
    do throws(FileDescriptor.Failure) {
      let file = try FileDescriptor.open(Self.marker, in: folder, O_WRONLY | O_TRUNC)
      try file.write(Array(Self.markerText(of: site).utf8))
      try file.closed()
    } catch {
      throw EnvironmentFault(error.number, .write, path)
    }
  }

  /// What stands for the files of the site in the output; nil where there is none.
  var mark: ContentHash? {
    guard let bytes = try? bytes(ofFile: path + "/" + Self.marker, limit: 4096) else { return nil }
    return bytes.split(separator: UInt8(ascii: "\n")).last.flatMap {
      ContentHash(text: String(decoding: $0, as: UTF8.self))
    }
  }

  /// Whether a build was stopped halfway; the next one mends it.
  var isUnfinished: Bool {
    [stagingName, asideName, journalName].contains { isFolder(beside($0)) }
  }
}

extension EnvironmentFault {
  static func foreign(_ path: String) -> EnvironmentFault {
    .refused(
      path,
      Message(
        sv: "\(path) är ingen tom mapp och inte heller en webbplats som rutin har byggt, så den lämnas i fred.",
        en: "\(path) is neither an empty folder nor a site that rutin built, so it is left alone."))
  }
}
