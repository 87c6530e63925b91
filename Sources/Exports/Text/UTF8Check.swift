/// Strict UTF-8, and the mark of text that was encoded twice.
enum UTF8Check {
  /// How far the bytes are valid, and where the first letter stands that was encoded twice (`Ã¥`), if one does.
  static func validLength(of bytes: UnsafeBufferPointer<UInt8>) -> (length: Int, doubled: Int?) {
    guard let base = bytes.baseAddress else { return (0, nil) }
    let count = bytes.count
    var doubled: Int?
    var i = 0
    while i < count {
      // Eight ASCII bytes at a time.
      while i &+ 8 <= count,
        UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        i &+= 8
      }
      while i < count, base[i] < 0x80 { i &+= 1 }
      if i >= count { break }
      let first = base[i]
      let length: Int
      switch first {
      case 0xC2...0xDF: length = 2
      case 0xE0...0xEF: length = 3
      case 0xF0...0xF4: length = 4
      default: return (i, doubled)
      }
      guard i &+ length <= count else { return (i, doubled) }
      for offset in 1..<length where base[i &+ offset] & 0xC0 != 0x80 { return (i, doubled) }
      let second = base[i &+ 1]
      switch first {
      case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90, 0xF4 where second > 0x8F:
        return (i, doubled)
      case 0xC3 where second == 0x83 && doubled == nil:
        if i &+ 3 < count, isDoubledTail(base + i + 2) { doubled = i }
      default: break
      }
      i &+= length
    }
    return (min(i, count), doubled)
  }

  /// Whether ¥ ¤ ¶ © or, as å Å ä Ä ö Ö É would leave them, … „ – ‰ stands here, after an Ã.
  private static func isDoubledTail(_ p: UnsafePointer<UInt8>) -> Bool {
    switch (p[0], p[1]) {
    case (0xC2, 0xA5), (0xC2, 0xA4), (0xC2, 0xB6), (0xC2, 0xA9): true
    case (0xC2, 0x85), (0xC2, 0x84), (0xC2, 0x96), (0xC2, 0x89): true
    case (0xE2, 0x80): true
    default: false
    }
  }
}
