internal import Glibc

/// Every byte of a file that the user named, or of standard input for `-`.
///
/// - Parameter limit: bytes; what is larger is refused.
public func bytes(ofFile path: String, limit: Int = 64 << 20) throws(EnvironmentFault) -> [UInt8] {
  do throws(FileDescriptor.Failure) {
    let isInput = path == "-"
    let file =
      try isInput ? FileDescriptor.duplicate(of: STDIN_FILENO) : FileDescriptor.open(try realPath(path), O_RDONLY)
    if let bytes = try file.read(expected: 1 << 16, limit: limit) { return bytes }
  } catch {
    throw EnvironmentFault(error.number, .read, path)
  }
  throw EnvironmentFault(EFBIG, .read, path)
}
