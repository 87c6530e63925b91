internal import Glibc

extension UInt8 {
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isDigitOrHyphen: Bool { isDigit || self == UInt8(ascii: "-") }
  var isASCIILetter: Bool { (0x41...0x5A).contains(self & 0xDF) }
  /// An ASCII letter or any byte of a character beyond ASCII.
  var isLetter: Bool { isASCIILetter || self >= 0x80 }
  var isUppercaseASCII: Bool { (0x41...0x5A).contains(self) }
  var isSpace: Bool { self == 0x20 || self == 0x09 }
  /// Whether it is one of some characters of ASCII.
  func isOne(of marks: StaticString) -> Bool { marks.withUTF8Buffer { $0.contains(self) } }
}

extension [UInt8] {
  /// Where a byte first stands from `start` on; the C library looks at many at once.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let hit = memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(hit) - base
    }
  }
}

extension ArraySlice<UInt8> {
  /// Without spaces and tabs at either end.
  var trimmed: ArraySlice<UInt8> {
    var start = startIndex
    var end = endIndex
    while start < end, self[start].isSpace { start += 1 }
    while end > start, self[end - 1].isSpace { end -= 1 }
    return self[start..<end]
  }

  var string: String { String(decoding: self, as: UTF8.self) }

  func starts(with text: StaticString) -> Bool {
    guard count >= text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { starts(with: $0) }
  }

  func ends(with text: StaticString) -> Bool {
    guard count >= text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
  }

  /// Number of characters (Unicode scalars).
  var scalarCount: Int { count { $0 & 0xC0 != 0x80 } }

  /// Whether the first letter is a capital one; å ä ö and their like included.
  var startsUppercase: Bool {
    guard let first else { return false }
    if first < 0x80 { return first.isUppercaseASCII }
    return string.unicodeScalars.first?.properties.isUppercase ?? false
  }

  var startsLowercase: Bool {
    guard let first else { return false }
    if first < 0x80 { return (0x61...0x7A).contains(first) }
    return string.unicodeScalars.first?.properties.isLowercase ?? false
  }
}
