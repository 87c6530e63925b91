/// Appends a string, safe both as content and within double quotes; whole runs of harmless bytes at once.
public func escape(_ text: String, into out: inout [UInt8]) {
  let done: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
    var start = 0
    for index in 0..<bytes.count where isSpecial(bytes[index]) {
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      escape(CollectionOfOne(bytes[index]), into: &out)
      start = index + 1
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }
  if done == nil { escape(text.utf8, into: &out) }
}

/// `"`, `&`, `'`, `<`, `>` or a control character: all below 64, so one bit each.
@inline(__always)
private func isSpecial(_ byte: UInt8) -> Bool {
  byte < 64 && (0x5000_00C4_FFFF_D9FF as UInt64) & (1 << UInt64(byte)) != 0
}
