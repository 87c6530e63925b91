/// A text cut into lines as CommonMark has them: after a line feed, a carriage return, or both.
struct SourceLines {
  /// Without their ends.
  var lines: [ArraySlice<UInt8>] = []
  /// Which lines may be a table's delimiter row, in order.
  private(set) var delimiters: [Int] = []

  init(_ source: [UInt8]) {
    lines.reserveCapacity(source.count / 24 + 1)
    let start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    Self.forEachLine(of: source, from: start) { line in
      if !lines.isEmpty, Self.mayBeDelimiterRow(source, line) { delimiters.append(lines.count) }
      lines.append(source[line])
      return true
    }
  }

  /// Whether any line of `source` could be a delimiter row: a cheap test before anything is cut.
  static func mayHoldTable(_ source: [UInt8]) -> Bool {
    var found = false
    forEachLine(of: source, from: 0) { line in
      found = mayBeDelimiterRow(source, line)
      return !found
    }
    return found
  }

  /// Rows that tables have taken are no delimiter rows any more; `taken` is in order.
  mutating func forgetDelimiters(in taken: [Range<Int>]) {
    var next = 0
    delimiters.removeAll { line in
      while next < taken.count, taken[next].upperBound <= line { next += 1 }
      return next < taken.count && taken[next].contains(line)
    }
  }

  /// Calls `body` for each line until it answers false.
  private static func forEachLine(of source: [UInt8], from start: Int, _ body: (Range<Int>) -> Bool) {
    let hasReturns = source.holds(UInt8(ascii: "\r"))
    var start = start
    while true {
      var end = source.count
      if hasReturns {
        end = source[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? end
      } else {
        end = source.firstIndex(of: 0x0A, from: start) ?? end
      }
      guard body(start..<end), end < source.count else { return }
      let isPair = source[end] == UInt8(ascii: "\r") && end + 1 < source.count && source[end + 1] == UInt8(ascii: "\n")
      start = end + (isPair ? 2 : 1)
    }
  }

  private static func mayBeDelimiterRow(_ source: [UInt8], _ line: Range<Int>) -> Bool {
    var dashes = false
    var marks = false
    for index in line {
      switch source[index] {
      case UInt8(ascii: "-"): dashes = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"): marks = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"), 0x0B, 0x0C: continue
      default: return false
      }
    }
    return dashes && marks
  }
}
