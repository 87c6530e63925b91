internal import Glibc

// The C library looks at many bytes at once.
extension [UInt8] {
  /// Whether a byte stands anywhere in them.
  func holds(_ byte: UInt8) -> Bool { firstIndex(of: byte, from: 0) != nil }

  /// Where a byte first stands from `start` on.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let hit = memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(hit) - base
    }
  }
}
