/// Pipe tables as GFM 4.10 defines them, on lines without their containers' prefixes.
struct PipeTable: Equatable {
  enum Alignment: Equatable {
    case none, left, center, right
  }

  var alignments: [Alignment]
  var header: [[UInt8]]
  /// Each row has as many cells as the header: missing ones empty, surplus ones dropped.
  var rows: [[[UInt8]]]
  /// How many lines the header, delimiter row and rows take.
  var lineCount: Int

  /// The table that begins on the first of `lines`, nil when none does.
  init?(_ lines: some Collection<ArraySlice<UInt8>>) {
    var rest = lines.makeIterator()
    guard let first = rest.next(), let second = rest.next(), let alignments = Self.delimiterRow(second) else { return nil }
    let header = Self.cells(of: first)
    guard header.count == alignments.count, Self.indentation(first) < 4 else { return nil }
    self.alignments = alignments
    self.header = header
    rows = []
    lineCount = 2
    while let line = rest.next(), !Self.opensAnotherBlock(line) {
      var cells = Array(Self.cells(of: line).prefix(header.count))
      while cells.count < header.count { cells.append([]) }
      rows.append(cells)
      lineCount += 1
    }
  }

  /// Whether `line` could be a delimiter row: a cheap test before anything is split.
  static func looksLikeDelimiterRow(_ line: ArraySlice<UInt8>) -> Bool {
    var dashes = false
    for byte in line {
      switch byte {
      case UInt8(ascii: "-"): dashes = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"): continue
      default: return false
      }
    }
    return dashes
  }

  static func delimiterRow(_ line: ArraySlice<UInt8>) -> [Alignment]? {
    guard indentation(line) < 4, looksLikeDelimiterRow(line) else { return nil }
    var alignments: [Alignment] = []
    for cell in cells(of: line) {
      let left = cell.first == UInt8(ascii: ":")
      let right = cell.last == UInt8(ascii: ":") && cell.count > 1
      let dashes = cell.dropFirst(left ? 1 : 0).dropLast(right ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(left ? (right ? .center : .left) : (right ? .right : .none))
    }
    return alignments.isEmpty ? nil : alignments
  }

  /// Cell contents without surrounding space; `\|` is a pipe within a cell.
  static func cells(of line: ArraySlice<UInt8>) -> [[UInt8]] {
    var line = trimmed(line)
    if line.first == UInt8(ascii: "|") { line = line.dropFirst() }
    var cells: [[UInt8]] = []
    var cell: [UInt8] = []
    var endsWithPipe = false
    for byte in line {
      endsWithPipe = false
      if byte != UInt8(ascii: "|") {
        cell.append(byte)
      } else if cell.last == UInt8(ascii: "\\") {
        cell[cell.count - 1] = byte
      } else {
        cells.append(Array(trimmed(cell[...])))
        cell.removeAll(keepingCapacity: true)
        endsWithPipe = true
      }
    }
    if !endsWithPipe { cells.append(Array(trimmed(cell[...]))) }
    return cells
  }

  /// What ends a table without a blank line: an indented block, a thematic break, a quote, heading, fence or list item.
  private static func opensAnotherBlock(_ line: ArraySlice<UInt8>) -> Bool {
    let content = trimmed(line)
    guard let first = content.first else { return true }
    if indentation(line) >= 4 { return true }
    let rest = content.dropFirst()
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "+"):
      let isBreak =
        first != UInt8(ascii: "+") && content.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }.count >= 3
        && content.allSatisfy { $0 == first || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      return isBreak || first != UInt8(ascii: "_") && (rest.isEmpty || rest.first == UInt8(ascii: " "))
    case UInt8(ascii: ">"): return true
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = content.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      let after = content.dropFirst(digits.count)
      guard digits.count <= 9, let mark = after.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else {
        return false
      }
      return after.count == 1 || after.dropFirst().first == UInt8(ascii: " ")
    default: return false
    }
  }

  private static func indentation(_ line: ArraySlice<UInt8>) -> Int {
    var columns = 0
    for byte in line {
      if byte == UInt8(ascii: " ") {
        columns += 1
      } else if byte == UInt8(ascii: "\t") {
        columns += 4 - columns % 4
      } else {
        break
      }
    }
    return columns
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    var line = line
    while let first = line.first, isSpace(first) { line.removeFirst() }
    while let last = line.last, isSpace(last) { line.removeLast() }
    return line
  }
}
