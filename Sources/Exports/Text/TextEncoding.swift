/// How a text file is written.
enum TextEncoding: Sendable, Hashable {
  case utf8
  case windows1252
  case utf16(bigEndian: Bool)

  /// Whether a byte order mark says that the text is UTF-32, which no program exports and which begins as UTF-16 does.
  static func isUTF32(_ prefix: [UInt8]) -> Bool {
    prefix.starts(with: [0xFF, 0xFE, 0, 0]) || prefix.starts(with: [0, 0, 0xFE, 0xFF])
  }

  /// Told from the first bytes, with how many of them are a byte order mark.
  ///
  /// UTF-8 is a first guess when no mark says so; the reader turns to Windows-1252 when a byte does not fit.
  static func detected(in prefix: [UInt8], isWhole: Bool) -> (encoding: TextEncoding, markLength: Int) {
    if prefix.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if prefix.starts(with: [0xFF, 0xFE]) { return (.utf16(bigEndian: false), 2) }
    if prefix.starts(with: [0xFE, 0xFF]) { return (.utf16(bigEndian: true), 2) }
    let pairs = min(prefix.count / 2, 64)
    if pairs >= 2 {
      // Headings are Latin letters: every other byte of UTF-16 is then 0.
      let high = (0..<pairs).count { prefix[$0 * 2] == 0 }
      let low = (0..<pairs).count { prefix[$0 * 2 + 1] == 0 }
      if low > pairs * 3 / 4, high == 0 { return (.utf16(bigEndian: false), 0) }
      if high > pairs * 3 / 4, low == 0 { return (.utf16(bigEndian: true), 0) }
    }
    let valid = prefix.withUnsafeBufferPointer { UTF8Check.validLength(of: $0).length }
    // A character may be cut at the end of the prefix.
    return (valid == prefix.count || !isWhole && prefix.count - valid < 4 ? .utf8 : .windows1252, 0)
  }

  /// Windows-1252 as UTF-8; the five bytes without a character become U+FFFD.
  static func appendWindows1252(_ source: UnsafeBufferPointer<UInt8>, to out: UnsafeMutablePointer<UInt8>) -> Int {
    var written = 0
    for byte in source {
      if byte < 0x80 {
        out[written] = byte
        written &+= 1
      } else if byte >= 0xA0 {
        out[written] = 0xC0 | byte >> 6
        out[written &+ 1] = 0x80 | byte & 0x3F
        written &+= 2
      } else {
        let scalar = windows1252Upper[Int(byte - 0x80)]
        if scalar < 0x800 {
          out[written] = 0xC0 | UInt8(truncatingIfNeeded: scalar >> 6)
          out[written &+ 1] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
          written &+= 2
        } else {
          out[written] = 0xE0 | UInt8(truncatingIfNeeded: scalar >> 12)
          out[written &+ 1] = 0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F)
          out[written &+ 2] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
          written &+= 3
        }
      }
    }
    return written
  }

  /// UTF-16 as UTF-8; unpaired surrogates become U+FFFD.
  static func utf8(fromUTF16 bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let pair = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(bigEndian ? pair.0 << 8 | pair.1 : pair.1 << 8 | pair.0)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}

/// The characters of 0x80–0x9F in Windows-1252.
private let windows1252Upper: [UInt32] = [
  0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
  0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
  0x0153, 0xFFFD, 0x017E, 0x0178,
]
