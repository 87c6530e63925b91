extension UInt8 {
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isDigitOrHyphen: Bool { isDigit || self == UInt8(ascii: "-") }
  /// An ASCII letter or any byte of a character beyond ASCII.
  var isLetter: Bool { (0x41...0x5A).contains(self & 0xDF) || self >= 0x80 }
  var isSpace: Bool { self == 0x20 || self == 0x09 }
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

  var isBlank: Bool { allSatisfy { $0.isSpace } }

  /// Leading columns of white space; a tab goes to the next multiple of four.
  var indentation: Int {
    var columns = 0
    for byte in self {
      if byte == 0x20 {
        columns += 1
      } else if byte == 0x09 {
        columns += 4 - columns % 4
      } else {
        break
      }
    }
    return columns
  }

  var string: String { String(decoding: self, as: UTF8.self) }

  func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { starts(with: $0) }
  }

  func ends(with text: StaticString) -> Bool {
    text.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
  }

  /// Number of characters (Unicode scalars).
  var scalarCount: Int { count { $0 & 0xC0 != 0x80 } }
}
