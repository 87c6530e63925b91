/// Finds what is no UTF-8; most of a Swedish text is ASCII and letters of two bytes.
enum UTF8Check {
  /// Offset of the first byte that cannot stand where it stands; nil when all is well.
  static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index < bytes.count {
        if index + 8 <= bytes.count {
          let eight = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
          // Bytes of ASCII before the first other one; all of them when there is none.
          index += (eight & 0x8080_8080_8080_8080).trailingZeroBitCount / 8
          if eight & 0x8080_8080_8080_8080 == 0 { continue }
        }
        let width = width(at: index, in: bytes)
        if width == 0 { return index }
        index += width
      }
      return nil
    }
  }

  /// Bytes of the character at `index`, 0 when it is none.
  private static func width(at index: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    let width: Int
    /// What the second byte may be.
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[index] {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return index + 1 < bytes.count && bytes[index + 1] & 0xC0 == 0x80 ? 2 : 0
    case 0xE0: (width, second) = (3, 0xA0...0xBF)
    case 0xED: (width, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: width = 3
    case 0xF0: (width, second) = (4, 0x90...0xBF)
    case 0xF4: (width, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: width = 4
    default: return 0
    }
    guard index + width <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
    for offset in 2..<width where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    return width
  }
}
