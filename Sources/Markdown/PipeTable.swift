/// A pipe table as GFM 4.10 defines it, on lines without their containers' marks.
struct PipeTable: Equatable {
  enum Alignment: Equatable {
    case none, left, center, right
  }

  let alignments: [Alignment]
  let header: [ArraySlice<UInt8>]
  /// Each row has as many cells as the header: missing ones empty, surplus ones dropped.
  private(set) var rows: [[ArraySlice<UInt8>]] = []

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
    var cells = Self.cells(of: line)
    if cells.isEmpty { return false }
    cells.removeLast(max(0, cells.count - header.count))
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
  static func cells(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let line = trimmed(line)
    var cells: [ArraySlice<UInt8>] = []
    cells.reserveCapacity(8)
    var start = line.startIndex + (line.first == UInt8(ascii: "|") ? 1 : 0)
    var index = start
    var hasPipe = false
    while let pipe = line[index...].firstIndex(of: UInt8(ascii: "|")) {
      index = pipe + 1
      if pipe > start, line[pipe - 1] == UInt8(ascii: "\\") {
        hasPipe = true
        continue
      }
      cells.append(cell(line[start..<pipe], hasPipe: hasPipe))
      start = index
      hasPipe = false
    }
    if start < line.endIndex { cells.append(cell(line[start...], hasPipe: hasPipe)) }
    return cells
  }

  private static func cell(_ written: ArraySlice<UInt8>, hasPipe: Bool) -> ArraySlice<UInt8> {
    let cell = trimmed(written)
    guard hasPipe else { return cell }
    let withNext = zip(cell, cell.dropFirst() + [0])
    return ArraySlice(withNext.filter { $0 != (UInt8(ascii: "\\"), UInt8(ascii: "|")) }.map(\.0))
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
