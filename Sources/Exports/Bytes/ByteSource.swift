internal import Glibc

/// The bytes of a file, read a part at a time from several threads.
public protocol ByteSource: Sendable {
  var count: Int { get }

  /// Fills `buffer` from `offset` and says how many bytes it got; fewer than asked for only at the end.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int
}

/// Bytes in memory.
public struct MemoryBytes: ByteSource {
  private let bytes: [UInt8]

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  public var count: Int { bytes.count }

  public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let length = max(0, min(buffer.count, bytes.count - offset))
    guard length > 0 else { return 0 }
    bytes.withUnsafeBytes { source in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[offset..<(offset + length)]))
    }
    return length
  }
}

/// A regular file, open until the last reference goes.
public final class FileBytes: ByteSource {
  private let descriptor: Int32
  public let count: Int

  /// nil when the file cannot be opened or is not a regular file.
  public init?(path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    count = Int(status.st_size)
  }

  deinit { close(descriptor) }

  public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var filled = 0
    while filled < buffer.count, let base = buffer.baseAddress {
      let length = pread(descriptor, base + filled, buffer.count - filled, offset + filled)
      if length < 0, errno == EINTR { continue }
      if length <= 0 { break }
      filled += length
    }
    return filled
  }
}

extension ByteSource {
  /// All bytes from the start, at most `limit`.
  func prefix(_ limit: Int) -> [UInt8] {
    let length = min(limit, count)
    return [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
      filled = read(at: 0, into: UnsafeMutableRawBufferPointer(buffer))
    }
  }
}
