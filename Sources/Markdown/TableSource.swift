/// A source in which each pipe table is replaced by an HTML comment of as many lines.
///
/// libcmark finds the paragraphs in which tables hide; read anew, it treats a comment as GFM treats a table: it may interrupt a
/// paragraph, and what follows it is a new block. The cells stand first, a paragraph each, so that one parse reads their inline
/// content with all link definitions of the document.
struct TableSource {
  private struct Placed {
    var table: PipeTable
    /// Line of the header, from 0.
    var line: Int
  }

  /// What follows a table within what libcmark took for one paragraph shows only when the table has been replaced.
  private static let roundLimit = 50

  private var source: SourceLines
  private var tables: [Placed] = []
  private var offset: Int { tables.isEmpty ? 0 : 2 * cellCount + 2 }
  private var cellCount = 0

  /// Parses `text` with its tables put in.
  static func parse(_ text: [UInt8]) -> (root: SyntaxNode, lineOffset: Int) {
    var root = SyntaxNode.parse(text)
    guard SourceLines.mayHoldTable(text) else { return (root, 0) }
    var source = TableSource(source: SourceLines(text))
    for _ in 0..<roundLimit {
      guard source.takeTables(from: root) else { break }
      root.free()
      root = SyntaxNode.parse(source.text)
    }
    if source.putTables(in: root) { return (root, source.offset) }
    // Better no table than a lost one.
    root.free()
    return (SyntaxNode.parse(text), 0)
  }

  private init(source: SourceLines) { self.source = source }

  /// The cells, a comment that ends them, the document.
  private var text: [UInt8] {
    var text: [UInt8] = []
    for placed in tables {
      for cell in placed.table.header + placed.table.rows.joined() {
        // The letter keeps a cell from being any other block.
        text += Array("x ".utf8) + cell + Array("\n\n".utf8)
      }
    }
    text += "<!---->\n\n".utf8
    for (index, line) in source.lines.enumerated() {
      if index > 0 { text.append(UInt8(ascii: "\n")) }
      text += line
    }
    return text
  }

  // MARK: Finding

  /// Replaces tables up to the first that ends elsewhere than its paragraph; false when there is none.
  private mutating func takeTables(from root: SyntaxNode) -> Bool {
    let delimiters = source.delimiters
    let (lineOffset, before) = (offset, tables.count)
    var next = 0
    var isSettled = false
    root.forEach { node in
      guard !isSettled, node.kind == .paragraph || node.kind == .heading else { return }
      let (first, last) = (node.startLine - 1 - lineOffset, node.endLine - 1 - lineOffset)
      while next < delimiters.count, delimiters[next] <= first { next += 1 }
      guard next < delimiters.count, delimiters[next] <= last,
        let containers = Containers(around: node, in: source.lines, lineOffset: lineOffset)
      else { return }
      while next < delimiters.count, delimiters[next] <= last {
        let end = takeTable(at: delimiters[next], of: node, first: first, in: containers)
        next += 1
        if let end {
          isSettled = end != last + 1
          return
        }
      }
    }
    source.forgetDelimiters(in: tables[before...].map { $0.line..<$0.line + $0.table.rows.count + 2 })
    return tables.count > before
  }

  /// Replaces the table whose delimiter row is the line `index`, and gives the line after it.
  private mutating func takeTable(
    at index: Int, of node: SyntaxNode, first: Int, in containers: Containers
  ) -> Int? {
    guard let start = containers.contentStart(of: index, in: source.lines),
      start.indentation(in: source.lines[index]) < 4
    else { return nil }
    var headerStart = containers.lazyStart(of: index - 1, in: source.lines)
    if index - 1 == first { headerStart.index = source.lines[first].startIndex + node.startColumn - 1 }
    let header = source.lines[index - 1][headerStart.index...]
    guard var table = PipeTable(header: header, delimiters: source.lines[index][start.index...]) else { return nil }
    // A line that continues the paragraph lazily has not all of its containers' marks: the delimiter row's do for it.
    let isLazy = index - 1 != first && containers.contentStart(of: index - 1, in: source.lines) == nil
    let marked = mark(before: start, on: index)
    var marks = [isLazy ? marked : mark(before: headerStart, on: index - 1), marked]
    var end = index + 1
    while end < source.lines.count, let cursor = containers.contentStart(of: end, in: source.lines) {
      let row = source.lines[end][cursor.index...]
      let indentation = cursor.indentation(in: source.lines[end])
      guard !BlockStart.opens(row, indentation: indentation), table.add(row: row) else { break }
      marks.append(mark(before: cursor, on: end))
      end += 1
    }
    for (position, mark) in marks.enumerated() {
      let filling = position == 0 ? "<!--" : position + 1 == marks.count ? "-->" : "x"
      source.lines[index - 1 + position] = (mark + Array(filling.utf8))[...]
    }
    cellCount += table.header.count * (table.rows.count + 1)
    tables.append(Placed(table: table, line: index - 1))
    return end
  }

  /// What a line has before its content; a tab that begins among the marks is kept whole.
  private func mark(before cursor: LineCursor, on line: Int) -> [UInt8] {
    let text = source.lines[line]
    let isInTab = cursor.byte(in: text) == UInt8(ascii: "\t") && cursor.column % 4 != 0
    return Array(text[..<(cursor.index + (isInTab ? 1 : 0))])
  }

  // MARK: Placing

  /// Puts each table where its comment stands; false when one is not found.
  private func putTables(in root: SyntaxNode) -> Bool {
    if tables.isEmpty { return true }
    var cells: [SyntaxNode] = []
    while cells.count < cellCount, let cell = root.firstChild {
      cell.unlink()
      cells.append(cell)
    }
    root.firstChild?.remove()
    var byLine: [Int: Int] = [:]
    var firstCells: [Int] = []
    var next = 0
    for (index, placed) in tables.enumerated() {
      byLine[placed.line + 1 + offset] = index
      firstCells.append(next)
      next += placed.table.header.count * (placed.table.rows.count + 1)
    }
    var comments: [(node: SyntaxNode, table: Int)] = []
    root.forEach { node in
      if node.kind == .htmlBlock, let table = byLine[node.startLine] { comments.append((node, table)) }
    }
    guard comments.count == tables.count else {
      for cell in cells { cell.free() }
      return false
    }
    for (node, index) in comments {
      let placed = tables[index]
      node.replace(with: TableNode.make(placed.table, line: placed.line, cells: cells[firstCells[index]...]))
    }
    return true
  }
}
