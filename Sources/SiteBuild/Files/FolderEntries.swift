internal import Glibc

/// What stands in one folder, without `.` and `..`, in whatever order the file system gives.
struct FolderEntries {
  enum Kind {
    case file
    case folder
    case link
    case other
  }

  struct Entry {
    /// As the file system has it.
    var name: [CChar]
    var kind: Kind

    var bytes: [UInt8] { name.dropLast().map { UInt8(bitPattern: $0) } }
    /// Nil when the name is not UTF-8.
    var text: String? { String(validating: bytes, as: UTF8.self) }
  }

  var entries: [Entry] = []

  /// Lists an open folder; the descriptor stays the caller's and keeps its place.
  init(of folder: borrowing FileDescriptor) throws(FileDescriptor.Failure) {
    // A second open of the same folder, because `closedir` closes the descriptor that it was given.
    let number = openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw FileDescriptor.Failure(errno) }
    guard let stream = fdopendir(number) else {
      let reason = errno
      close(number)
      throw FileDescriptor.Failure(reason)
    }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let record = readdir(stream) else {
        guard errno == 0 else { throw FileDescriptor.Failure(errno) }
        return
      }
      let name = Self.name(of: record)
      if name == [46, 0] || name == [46, 46, 0] { continue }
      entries.append(Entry(name: name, kind: Self.kind(of: record, name: name, in: number)))
    }
  }

  private static func name(of record: UnsafePointer<dirent>) -> [CChar] {
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let start = (UnsafeRawPointer(record) + offset).assumingMemoryBound(to: CChar.self)
    return Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
  }

  private static func kind(of record: UnsafePointer<dirent>, name: [CChar], in folder: Int32) -> Kind {
    switch Int(record.pointee.d_type) {
    case DT_REG: return .file
    case DT_DIR: return .folder
    case DT_LNK: return .link
    case DT_UNKNOWN:
      var status = stat()
      guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .other }
      return Kind(mode: status.st_mode)
    default: return .other
    }
  }
}

extension FolderEntries.Kind {
  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .other
    }
  }
}
