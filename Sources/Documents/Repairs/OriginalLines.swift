internal import Diagnostics

/// The lines of a file as they were before any repair, so that an editor is sent to the right column.
struct OriginalLines {
  private let buffer: [UInt8]
  private var lines: [Range<Int>] = []

  init(_ buffer: [UInt8]) { self.buffer = buffer }

  mutating func reserveCapacity(_ count: Int) { lines.reserveCapacity(count) }

  mutating func append(_ line: Range<Int>) { lines.append(line) }

  /// A line's bytes; `number` counts from 1.
  subscript(number: Int) -> ArraySlice<UInt8> { lines.indices.contains(number - 1) ? buffer[lines[number - 1]] : [] }

  /// The whole of a line.
  func range(of number: Int, file: String) -> SourceRange {
    SourceRange(file: file, line: number, column: 1, endColumn: self[number].scalarCount + 1)
  }
}

extension ArraySlice<UInt8> {
  /// Where `part` first stands.
  func firstRange(of part: [UInt8]) -> Range<Int>? {
    guard let first = part.first else { return nil }
    var index = startIndex
    while let hit = self[index...].firstIndex(of: first) {
      if self[hit...].starts(with: part) { return hit..<hit + part.count }
      index = hit + 1
    }
    return nil
  }
}
