internal import CLinux
public import Exports
internal import Glibc

/// A site being written beside the old one, which it replaces whole or not at all.
///
/// Making one takes the output's lock and clears what a killed build left. Files go into a folder next to the output;
/// `publish` exchanges the two in one step. When the value ends, whichever of them is not the site is removed.
public struct SitePublisher: ~Copyable, Sendable {
  /// What the old-or-new promise withstands.
  public enum Durability: Sendable {
    /// A killed process, a full disk, a refused write. A power cut within seconds may still cost the new site's text.
    case crash
    /// Also a power cut: everything is on the disk before the exchange, and the exchange before `publish` returns.
    case powerCut
  }

  public struct Publication: Sendable, Hashable {
    /// False the first time.
    public var replacedOldSite: Bool
    /// False on a file system that cannot exchange folders: the site was away for an instant.
    public var wasAtomic: Bool
  }

  private let place: OutputPlace
  private let jobs: Int
  private let lock: OutputLock
  private let parent: FileDescriptor
  private let staging: FileDescriptor

  /// - Parameters:
  ///   - output: the site's folder; the folder around it must exist.
  ///   - sources: folders that are read to make the site; the output may not be, hold or lie in any of them.
  ///   - jobs: threads for `write(_:)` and for removing the old site.
  public init(output: String, sources: [String] = [], jobs: Int = availableProcessors()) throws(EnvironmentFault) {
    let place = try OutputPlace(output, sources: sources)
    let lock = try OutputLock(place)
    let parent = try place.openParent()
    try place.recover(in: parent.number, jobs: jobs)
    try place.requireReplaceable(in: parent.number)
    staging = try place.makeStaging(in: parent.number)
    self.place = place
    self.jobs = jobs
    self.lock = lock
    self.parent = parent
  }

  deinit {
    // What cannot be removed now is removed, or complained of, when the next build starts.
    try? FolderRemoval.remove(place.stagingName, in: parent.number, jobs: jobs)
  }

  /// Writes one file of the new site and the folders around it; any number of threads may call this at once.
  ///
  /// - Parameter path: relative, `/` between its parts, none of them empty, `.` or `..`; each path once.
  public func write(_ path: String, _ bytes: [UInt8]) throws(EnvironmentFault) {
    try SitePath.require(path)
    do throws(FileDescriptor.Failure) {
      let file = try createFile(path)
      try file.write(bytes)
      try file.closed()
    } catch {
      guard error.number != EEXIST && error.number != ENOTDIR else { throw .sharedPath(path) }
      throw EnvironmentFault(error.number, .write, place.path + "/" + path)
    }
  }

  /// Writes the files on all threads; the first that fails, in the order given, is the one reported.
  public func write(_ files: [SiteFile]) throws(EnvironmentFault) {
    _ = try orderedMap(files, jobs: jobs) { file throws(EnvironmentFault) in
      try write(file.path, file.bytes)
    }
  }

  /// What stands for the files of the site that is there now; nil where none is, or none that is known.
  var mark: ContentHash? { place.mark }

  /// Puts the new site in the old one's place and removes the old one.
  ///
  /// - Parameter site: what stands for its files; nil when nobody will ask.
  public consuming func publish(
    _ durability: Durability = .crash, as site: ContentHash? = nil
  ) throws(EnvironmentFault) -> Publication {
    try place.requireReplaceable(in: parent.number)
    if let site { try place.mark(staging.number, as: site) }
    place.keepPermissions(of: parent.number, on: staging.number)
    if durability == .powerCut, syncfs(staging.number) != 0 {
      throw EnvironmentFault(errno, .write, place.path)
    }
    let publication = try place.exchange(in: parent.number)
    if durability == .powerCut, fsync(parent.number) != 0 {
      throw EnvironmentFault(errno, .write, place.parent)
    }
    return publication
  }

  /// Puts what was written in the place of its namesakes in the site that is there, which keeps all else but `removed`.
  consuming func publishChange(removing removed: [String], as site: ContentHash) throws(EnvironmentFault) {
    try place.mark(staging.number, as: site)
    let journal = OutputJournal(place)
    try journal.decide(removed, staging: staging.number, in: parent.number)
    try journal.finish(in: parent.number, jobs: jobs)
  }

  /// Takes files over from the site that is there, so that what was written becomes a whole site.
  func takeOver(_ paths: [String]) throws(EnvironmentFault) {
    _ = try orderedMap(paths, jobs: jobs) { path throws(EnvironmentFault) in try takeOver(path) }
  }

  private func takeOver(_ path: String) throws(EnvironmentFault) {
    let old = place.name + "/" + path
    if linkat(parent.number, old, staging.number, path, 0) == 0 { return }
    // The folder may be missing, or the file system may know no second names for a file: then it is copied.
    do throws(FileDescriptor.Failure) {
      let source = try FileDescriptor.open(old, in: parent.number, O_RDONLY)
      guard let bytes = try source.read(expected: 1 << 16, limit: .max - 1) else { return }
      let file = try createFile(path)
      try file.write(bytes)
      try file.closed()
    } catch {
      throw EnvironmentFault(error.number, .write, place.path + "/" + path)
    }
  }

  /// Folders are made only when a file turns out to need one, so most files cost one call to open.
  private func createFile(_ path: String) throws(FileDescriptor.Failure) -> FileDescriptor {
    do throws(FileDescriptor.Failure) {
      return try FileDescriptor.open(path, in: staging.number, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666)
    } catch {
      guard error.number == ENOENT else { throw error }
    }
    try SitePath.makeFolders(around: path, in: staging.number)
    return try FileDescriptor.open(path, in: staging.number, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666)
  }
}
