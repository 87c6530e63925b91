internal import Glibc
internal import Synchronization

/// A file without a name that bytes are put aside in; it is gone when the last reference goes.
public final class ScratchFile: ByteSource {
  private let descriptor: Int32
  private let size = Atomic(0)

  /// nil when the folder cannot be written.
  public init?(folder: String) {
    let descriptor = open(folder, 0o20200000 | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  public var count: Int { size.load(ordering: .acquiring) }

  /// Where the bytes were put, nil when the disk is full.
  func append(_ bytes: UnsafeRawBufferPointer) -> Int? {
    let offset = size.wrappingAdd(bytes.count, ordering: .acquiringAndReleasing).oldValue
    var written = 0
    while written < bytes.count, let base = bytes.baseAddress {
      let length = pwrite(descriptor, base + written, bytes.count - written, offset + written)
      if length < 0, errno == EINTR { continue }
      if length <= 0 { return nil }
      written += length
    }
    return offset
  }

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
