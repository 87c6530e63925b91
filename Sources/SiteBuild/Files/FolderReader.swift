public import Diagnostics
internal import Glibc

/// Reads the sources below one folder: regular files only, in byte order of their paths, within limits.
///
/// Hidden files, editors' backups and lock files are passed over in silence. Every other thing that cannot be used is a
/// diagnostic, and the rest is read all the same.
public struct FolderReader: Sendable {
  public struct Limits: Sendable {
    public var fileBytes = 16 << 20
    public var files = 200_000
    /// Folders within folders.
    public var depth = 32

    public init() {}
  }

  /// A file as it was listed.
  public struct Entry: Sendable, Hashable {
    /// Relative to the folder, with `/` between its parts.
    public var path: String
    public var size: Int
    /// Nanoseconds since 1970.
    public var modified: Int
    public var inode: UInt64
    /// When the system last changed anything of it, nanoseconds since 1970.
    var changed: Int
    /// Where a symbolic link led.
    var target: String?

    /// When anything of it was last changed, nanoseconds since 1970.
    var touched: Int { max(modified, changed) }
  }

  public struct Listing: Sendable {
    public var entries: [Entry] = []
    public var diagnostics: [Diagnostic] = []
  }

  /// A file's whole content.
  public struct File: Sendable {
    public var path: String
    public var bytes: [UInt8]
  }

  public let root: String
  public let limits: Limits
  /// Folders, relative to the root, that are neither listed nor reached by a link.
  public let excluded: Set<String>

  public init(_ root: String, excluding excluded: Set<String> = [], limits: Limits = Limits()) {
    self.root = root
    self.excluded = excluded
    self.limits = limits
  }

  /// The files of one listing that could be read, in its order, and a diagnostic for each that could not.
  public func read(
    _ entries: [Entry], jobs: Int
  ) throws(EnvironmentFault) -> (files: [File], diagnostics: [Diagnostic]) {
    let folder = try openRoot()
    let outcomes = orderedMap(entries, jobs: jobs) { entry in read(entry, in: folder.number) }
    var files: [File] = []
    files.reserveCapacity(outcomes.count)
    var diagnostics: [Diagnostic] = []
    for outcome in outcomes {
      switch outcome {
      case .file(let file): files.append(file)
      case .refused(let diagnostic): diagnostics.append(diagnostic)
      }
    }
    return (files, diagnostics)
  }

  private enum Outcome: Sendable {
    case file(File)
    case refused(Diagnostic)
  }

  private func read(_ entry: Entry, in folder: Int32) -> Outcome {
    do throws(FileDescriptor.Failure) {
      let file = try FileDescriptor.open(entry.target ?? entry.path, in: folder, O_RDONLY)
      guard let bytes = try file.read(expected: entry.size, limit: limits.fileBytes) else {
        return .refused(.tooLarge(entry.path, limit: limits.fileBytes))
      }
      return .file(File(path: entry.path, bytes: bytes))
    } catch {
      return .refused(.unreadable(entry.path, error.number))
    }
  }

  func openRoot() throws(EnvironmentFault) -> FileDescriptor {
    do throws(FileDescriptor.Failure) {
      return try FileDescriptor.openFolder(try realPath(root))
    } catch {
      throw EnvironmentFault(error.number, .read, root)
    }
  }
}

/// Nanoseconds since 1970, as files' times are.
func wallClock() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_REALTIME, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// The path without links, `.` and `..`; the file must be there.
func realPath(_ path: String) throws(FileDescriptor.Failure) -> String {
  guard let resolved = realpath(path, nil) else { throw FileDescriptor.Failure(errno) }
  defer { free(resolved) }
  return String(cString: resolved)
}
