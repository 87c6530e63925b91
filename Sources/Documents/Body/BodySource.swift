internal import Diagnostics

/// The text that libcmark is given, and how its lines stand in the file.
struct BodySource {
  let file: String
  let bytes: [UInt8]
  /// For each line of `bytes`, where it begins there and its number in the file.
  private var lines: [(start: Int, number: Int)] = []
  private let originals: OriginalLines
  private var cursor = Cursor()

  /// The last place that was found; what stands after it on the same line is looked for from there.
  private struct Cursor {
    var number = 0
    var offset = 0
    var column = 1
  }

  init(_ draft: Draft) {
    file = draft.file
    originals = draft.originals
    var bytes: [UInt8] = []
    bytes.reserveCapacity(draft.buffer.count + draft.lines.count)
    lines.reserveCapacity(draft.lines.count)
    for line in draft.lines {
      lines.append((bytes.count, line.number))
      bytes.append(contentsOf: draft.buffer[line.bytes])
      bytes.append(UInt8(ascii: "\n"))
    }
    self.bytes = bytes
  }

  /// The file's line for a line of the tree, both from 1.
  func line(_ line: Int) -> Int {
    lines.indices.contains(line - 1) ? lines[line - 1].number : lines.last?.number ?? 1
  }

  /// A line of the tree, from 1.
  func lineBytes(_ line: Int) -> ArraySlice<UInt8> {
    guard lines.indices.contains(line - 1) else { return [] }
    let end = line < lines.count ? lines[line].start - 1 : bytes.count - 1
    return bytes[lines[line - 1].start..<end]
  }

  /// The whole of a line of the tree.
  func range(line: Int) -> SourceRange { originals.range(of: self.line(line), file: file) }

  /// The place of `part` on a line of the tree, in the file; the whole line when it does not stand there as it reads.
  mutating func range(line: Int, part: some StringProtocol) -> SourceRange {
    let number = self.line(line)
    let text = originals[number]
    let wanted = Array(part.utf8)
    if cursor.number != number { cursor = Cursor(number: number, offset: text.startIndex, column: 1) }
    guard !wanted.isEmpty, let found = text[cursor.offset...].firstRange(of: wanted) else {
      return originals.range(of: number, file: file)
    }
    let column = cursor.column + text[cursor.offset..<found.lowerBound].scalarCount
    let endColumn = column + wanted[...].scalarCount
    cursor = Cursor(number: number, offset: found.upperBound, column: endColumn)
    return SourceRange(file: file, line: number, column: column, endColumn: endColumn)
  }
}
