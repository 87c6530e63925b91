internal import Glibc

/// An open file or folder, closed when the value ends.
struct FileDescriptor: ~Copyable, Sendable {
  let number: Int32

  /// Follows no link in the last part of the path; waits for nothing.
  static func open(
    _ path: String, in folder: Int32 = AT_FDCWD, _ flags: Int32, mode: mode_t = 0
  ) throws(Failure) -> FileDescriptor {
    while true {
      let number = openat(folder, path, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, mode)
      if number >= 0 { return FileDescriptor(number: number) }
      guard errno == EINTR else { throw Failure(errno) }
    }
  }

  static func openFolder(_ path: String, in folder: Int32 = AT_FDCWD) throws(Failure) -> FileDescriptor {
    try open(path, in: folder, O_RDONLY | O_DIRECTORY)
  }

  /// - Parameter path: with its final zero, for names that need not be UTF-8.
  static func openFolder(bytes path: [CChar], in folder: Int32) throws(Failure) -> FileDescriptor {
    let number = openat(folder, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard number >= 0 else { throw Failure(errno) }
    return FileDescriptor(number: number)
  }

  static func duplicate(of number: Int32) throws(Failure) -> FileDescriptor {
    let copy = dup(number)
    guard copy >= 0 else { throw Failure(errno) }
    return FileDescriptor(number: copy)
  }

  private init(number: Int32) {
    self.number = number
  }

  deinit {
    close(number)
  }

  /// Closes, and says so when the file system only now finds that it cannot keep what was written.
  consuming func closed() throws(Failure) {
    let status = close(number)
    let reason = errno
    discard self
    guard status == 0 || reason == EINTR else { throw Failure(reason) }
  }

  /// Every byte, or the failure of the call that was refused; what was written by then stays.
  func write(_ bytes: [UInt8]) throws(Failure) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(number, $0.baseAddress.map { $0 + written }, $0.count - written) }
      if count < 0, errno != EINTR { throw Failure(errno) }
      written += max(0, count)
    }
  }

  /// The bytes up to the end of the file; nil when there are more than `limit`.
  ///
  /// - Parameter expected: the size as it was listed; a file that has grown since is read all the same.
  func read(expected: Int, limit: Int) throws(Failure) -> [UInt8]? {
    var capacity = max(0, min(expected, limit)) + 1
    var bytes: [UInt8] = []
    while true {
      let filled = bytes.count
      var failure: Int32 = 0
      let longer = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        bytes.withUnsafeBufferPointer { _ = buffer.update(fromContentsOf: $0) }
        count = filled
        while count < buffer.count {
          let got = Glibc.read(number, buffer.baseAddress.map { $0 + count }, buffer.count - count)
          if got > 0 {
            count += got
          } else if got == 0 || errno != EINTR {
            failure = got < 0 ? errno : 0
            return
          }
        }
      }
      guard failure == 0 else { throw Failure(failure) }
      if longer.count > limit { return nil }
      if longer.count < capacity { return longer }
      bytes = longer
      capacity = min(limit, capacity * 2) + 1
    }
  }

  /// What the system answered, before it is known what for.
  struct Failure: Error {
    let number: Int32

    init(_ number: Int32) {
      self.number = number
    }
  }
}
