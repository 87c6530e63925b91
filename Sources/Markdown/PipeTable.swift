/// A pipe table as GFM 4.10 defines it, on lines without their containers' marks.
struct PipeTable: Equatable {
  enum Alignment: Equatable {
    case none, left, center, right
  }

  let alignments: [Alignment]
  let header: [[UInt8]]
  /// Each row has as many cells as the header: missing ones empty, surplus ones dropped.
  private(set) var rows: [[[UInt8]]] = []

  /// nil unless the second line is a delimiter row with a cell for each of the first line's.
  init?(header: ArraySlice<UInt8>, delimiters: ArraySlice<UInt8>) {
    guard let alignments = Self.delimiterRow(delimiters) else { return nil }
    let cells = Self.cells(of: header)
    guard cells.count == alignments.count else { return nil }
    self.alignments = alignments
    self.header = cells
  }

  /// False for a line that is no row: a lone pipe.
  mutating func add(row line: ArraySlice<UInt8>) -> Bool {
    var cells = Array(Self.cells(of: line).prefix(header.count))
    if cells.isEmpty { return false }
    while cells.count < header.count { cells.append([]) }
    rows.append(cells)
    return true
  }

  static func delimiterRow(_ line: ArraySlice<UInt8>) -> [Alignment]? {
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

  /// Cell contents without surrounding space; `\|` is a pipe within a cell, however many backslashes stand before it.
  static func cells(of line: ArraySlice<UInt8>) -> [[UInt8]] {
    let line = trimmed(line)
    var index = line.startIndex
    if line.first == UInt8(ascii: "|") { index += 1 }
    var cells: [[UInt8]] = []
    var cell: [UInt8] = []
    var isOpen = false
    while index < line.endIndex {
      let byte = line[index]
      index += 1
      isOpen = byte != UInt8(ascii: "|")
      if !isOpen {
        cells.append(Array(trimmed(cell[...])))
        cell.removeAll(keepingCapacity: true)
      } else if byte == UInt8(ascii: "\\"), index < line.endIndex, line[index] == UInt8(ascii: "|") {
        cell.append(UInt8(ascii: "|"))
        index += 1
      } else {
        cell.append(byte)
      }
    }
    if isOpen { cells.append(Array(trimmed(cell[...]))) }
    return cells
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    var start = line.startIndex
    var end = line.endIndex
    while start < end, isSpace(line[start]) { start += 1 }
    while end > start, isSpace(line[end - 1]) { end -= 1 }
    return line[start..<end]
  }
}
