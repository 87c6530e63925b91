/// A text cut into lines as CommonMark has them: after a line feed, a carriage return, or both.
struct SourceLines {
  /// Without their ends.
  var lines: [ArraySlice<UInt8>] = []
  /// Which lines may be a table's delimiter row, in order.
  private(set) var delimiters: [Int] = []

  init(_ source: [UInt8]) {
    lines.reserveCapacity(source.count / 32 + 1)
    var start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var index = start
    while index <= source.count {
      guard index == source.count || source[index] == UInt8(ascii: "\n") || source[index] == UInt8(ascii: "\r") else {
        index += 1
        continue
      }
      if Self.mayBeDelimiterRow(source[start..<index]) { delimiters.append(lines.count) }
      lines.append(source[start..<index])
      let isPair =
        index + 1 < source.count && source[index] == UInt8(ascii: "\r") && source[index + 1] == UInt8(ascii: "\n")
      index += isPair ? 2 : 1
      start = index
    }
    delimiters.removeAll { $0 == 0 }
  }

  /// Whether any line of `source` could be a delimiter row: a cheap test before anything is cut.
  static func mayHoldTable(_ source: [UInt8]) -> Bool {
    source.withUnsafeBufferPointer { bytes in
      var isFresh = true
      var dashes = false
      var marks = false
      for byte in bytes {
        if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
          if isFresh, dashes, marks { return true }
          (isFresh, dashes, marks) = (true, false, false)
        } else if isFresh {
          switch byte {
          case UInt8(ascii: "-"): dashes = true
          case UInt8(ascii: "|"), UInt8(ascii: ":"): marks = true
          case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"), 0x0B, 0x0C: break
          default: isFresh = false
          }
        }
      }
      return isFresh && dashes && marks
    }
  }

  private static func mayBeDelimiterRow(_ line: ArraySlice<UInt8>) -> Bool {
    var dashes = false
    var marks = false
    for byte in line {
      switch byte {
      case UInt8(ascii: "-"): dashes = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"): marks = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"), 0x0B, 0x0C: continue
      default: return false
      }
    }
    return dashes && marks
  }

  /// Lines that tables have taken are no delimiter rows any more; `taken` is in order.
  mutating func forgetDelimiters(in taken: [Range<Int>]) {
    var next = 0
    delimiters.removeAll { line in
      while next < taken.count, taken[next].upperBound <= line { next += 1 }
      return next < taken.count && taken[next].contains(line)
    }
  }
}
