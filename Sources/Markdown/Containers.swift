/// A place on a line, in bytes and in columns; a tab goes to the next multiple of four.
struct LineCursor {
  var index: Int
  var column = 0

  /// Columns of white space from here to the first other character.
  func indentation(in line: ArraySlice<UInt8>) -> Int {
    var column = column
    var index = index
    while index < line.endIndex {
      if line[index] == UInt8(ascii: " ") {
        column += 1
      } else if line[index] == UInt8(ascii: "\t") {
        column += 4 - column % 4
      } else {
        break
      }
      index += 1
    }
    return column - self.column
  }

  /// Goes `count` columns on; it may end within a tab, which then still stands before it.
  mutating func advance(_ count: Int, in line: ArraySlice<UInt8>) {
    var left = count
    while left > 0, index < line.endIndex {
      let width = line[index] == UInt8(ascii: "\t") ? 4 - column % 4 : 1
      column += min(width, left)
      if width <= left { index += 1 }
      left -= width
    }
  }

  func byte(in line: ArraySlice<UInt8>) -> UInt8? { index < line.endIndex ? line[index] : nil }
}

/// The block quotes and list items around a block, and what they take of each of its lines; CommonMark 5.1 and 5.2.
struct Containers {
  private enum Kind {
    case quote
    /// Columns that an item's further lines are indented.
    case item(width: Int)
  }

  private struct Container {
    var kind: Kind
    /// Where it begins: line from 0, byte within it.
    var line: Int
    var offset: Int
  }

  static let depthLimit = 100
  private var containers: [Container] = []

  /// nil when they are more than `depthLimit`, or do not stand in the lines as libcmark says.
  init?(around node: SyntaxNode, in lines: [ArraySlice<UInt8>], lineOffset: Int) {
    var path: [SyntaxNode] = []
    var parent = node.parent
    while let container = parent {
      if container.kind == .blockQuote || container.kind == .item { path.append(container) }
      if path.count > Self.depthLimit { return nil }
      parent = container.parent
    }
    for node in path.reversed() {
      let line = node.startLine - 1 - lineOffset
      guard lines.indices.contains(line), let cursor = contentStart(of: line, in: lines) else { return nil }
      var container = Container(kind: .quote, line: line, offset: node.startColumn - 1)
      if node.kind == .item {
        container.kind = .item(width: cursor.indentation(in: lines[line]) + Self.itemPadding(cursor, lines[line]))
      }
      containers.append(container)
    }
  }

  /// Where the content begins on a line; nil for a line that does not go on in all of them.
  func contentStart(of line: Int, in lines: [ArraySlice<UInt8>]) -> LineCursor? {
    let (cursor, isWithinAll) = start(of: line, in: lines)
    return isWithinAll ? cursor : nil
  }

  /// Where the content begins on a line that may continue a paragraph without its containers' marks.
  func lazyStart(of line: Int, in lines: [ArraySlice<UInt8>]) -> LineCursor { start(of: line, in: lines).cursor }

  private func start(of line: Int, in lines: [ArraySlice<UInt8>]) -> (cursor: LineCursor, isWithinAll: Bool) {
    let text = lines[line]
    var cursor = LineCursor(index: text.startIndex)
    for container in containers {
      let before = cursor
      let indentation = cursor.indentation(in: text)
      switch container.kind {
      case .quote:
        cursor.advance(indentation, in: text)
        guard indentation < 4, cursor.byte(in: text) == UInt8(ascii: ">") else { return (before, false) }
        cursor.advance(1, in: text)
        if let next = cursor.byte(in: text), next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") {
          cursor.advance(1, in: text)
        }
      case .item(let width):
        guard container.line == line || indentation >= width else { return (before, false) }
        cursor.advance(width, in: text)
      }
    }
    return (cursor, true)
  }

  /// Columns that a list mark and the white space after it take.
  private static func itemPadding(_ start: LineCursor, _ line: ArraySlice<UInt8>) -> Int {
    var cursor = start
    cursor.advance(cursor.indentation(in: line), in: line)
    var mark = 1
    while let byte = cursor.byte(in: line), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      cursor.advance(1, in: line)
      mark += 1
    }
    cursor.advance(1, in: line)
    let gap = cursor.indentation(in: line)
    cursor.advance(gap, in: line)
    return gap >= 5 || gap < 1 || cursor.byte(in: line) == nil ? mark + 1 : mark + gap
  }
}
