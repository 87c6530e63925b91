internal import Diagnostics

/// The text that libcmark is given, and how its lines stand in the file.
struct BodySource {
  let file: String
  let bytes: [UInt8]
  /// Line in the file for each line of `bytes`.
  private let lines: [Int]
  fileprivate let texts: [ArraySlice<UInt8>]

  init(_ draft: Draft) {
    file = draft.file
    var bytes: [UInt8] = []
    bytes.reserveCapacity(draft.lines.reduce(0) { $0 + $1.bytes.count + 1 })
    for line in draft.lines {
      bytes.append(contentsOf: line.bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    self.bytes = bytes
    lines = draft.lines.map(\.number)
    texts = draft.lines.map(\.bytes)
  }

  /// The whole of a line of the tree.
  func range(line: Int) -> SourceRange { range(line: line, part: "") }

  /// The file's line for a line of the tree, both from 1.
  func line(_ line: Int) -> Int {
    lines.indices.contains(line - 1) ? lines[line - 1] : lines.last ?? 1
  }

  /// The place of `part` on a line of the tree; the whole line when it does not stand there as it reads.
  func range(line: Int, part: some StringProtocol) -> SourceRange {
    let number = self.line(line)
    guard texts.indices.contains(line - 1) else { return SourceRange(file: file, line: number) }
    let text = texts[line - 1]
    let wanted = Array(part.utf8)
    var start = text.startIndex
    if !wanted.isEmpty {
      while start + wanted.count <= text.endIndex, !text[start...].starts(with: wanted) { start += 1 }
      if start + wanted.count <= text.endIndex {
        let column = text[..<start].scalarCount + 1
        return SourceRange(file: file, line: number, column: column, endColumn: column + wanted[...].scalarCount)
      }
    }
    return SourceRange(file: file, line: number, column: 1, endColumn: text.scalarCount + 1)
  }
}

extension BodySource {
  /// A line of the tree, from 1.
  func lineBytes(_ line: Int) -> ArraySlice<UInt8> {
    texts.indices.contains(line - 1) ? texts[line - 1] : []
  }
}
