/// Finds pipe tables in what libcmark took for paragraphs, and puts them in.
///
/// A table that is a whole paragraph takes its place. Any other changes what the lines around it mean; then each table is replaced by
/// an HTML comment of as many lines and the text is read anew: libcmark treats a comment as GFM treats a table, which may interrupt a
/// paragraph and is followed by a new block.
struct TableSource {
  private struct Found {
    var table: PipeTable
    /// Line of the header, from 0, and the line after the last row.
    var lines: Range<Int>
    var node: SyntaxNode
    /// First line of the paragraph.
    var first: Int
    /// The table is all of it.
    var isWhole: Bool
    var containers: Containers
  }

  /// What follows a table within what libcmark took for one paragraph shows only when the table has been replaced.
  private static let roundLimit = 50

  private var source: SourceLines
  private var placed: [(table: PipeTable, line: Int)] = []
  private var cells = TableCells()
  /// Lines that stand before the document's own.
  private var offset: Int { placed.isEmpty ? 0 : cells.lineCount + 2 }

  /// Parses `text` with its tables put in.
  static func parse(_ text: [UInt8]) -> (root: SyntaxNode, lineOffset: Int) {
    var root = SyntaxNode.parse(text)
    guard SourceLines.mayHoldTable(text) else { return (root, 0) }
    var source = TableSource(source: SourceLines(text))
    var found = source.findTables(in: root)
    if found.allSatisfy(\.isWhole), !hasDefinitions(text) {
      source.place(found)
      return (root, 0)
    }
    var rounds = 0
    while !found.isEmpty, rounds < roundLimit {
      source.replace(found)
      root.endTree()
      root = SyntaxNode.parse(source.text)
      found = source.findTables(in: root)
      rounds += 1
    }
    if source.putTables(in: root) { return (root, source.offset) }
    // Better no table than a lost one.
    root.endTree()
    return (SyntaxNode.parse(text), 0)
  }

  private init(source: SourceLines) { self.source = source }

  /// Whether there may be link definitions, which apply in cells too.
  private static func hasDefinitions(_ text: [UInt8]) -> Bool {
    var index = 0
    while let hit = text.firstIndex(of: UInt8(ascii: "]"), from: index) {
      if hit + 1 < text.count, text[hit + 1] == UInt8(ascii: ":") { return true }
      index = hit + 1
    }
    return false
  }

  // MARK: Finding

  /// The tables up to the first that ends elsewhere than its paragraph.
  private func findTables(in root: SyntaxNode) -> [Found] {
    let delimiters = source.delimiters
    if delimiters.isEmpty { return [] }
    let lineOffset = offset
    var found: [Found] = []
    var next = 0
    var isSettled = false
    root.visitBlocks { node in
      guard !isSettled, next < delimiters.count, node.kind == .paragraph || node.kind == .heading else { return }
      let (first, last) = (node.startLine - 1 - lineOffset, node.endLine - 1 - lineOffset)
      while next < delimiters.count, delimiters[next] <= first { next += 1 }
      guard next < delimiters.count, delimiters[next] <= last,
        let containers = Containers(around: node, in: source.lines, lineOffset: lineOffset)
      else { return }
      while next < delimiters.count, delimiters[next] <= last {
        let table = table(at: delimiters[next], of: node, first: first, in: containers)
        next += 1
        guard var table else { continue }
        isSettled = table.lines.upperBound != last + 1
        table.isWhole = !isSettled && table.lines.lowerBound == first && node.kind == .paragraph
        found.append(table)
        return
      }
    }
    return found
  }

  /// The table whose delimiter row is the line `index`.
  private func table(at index: Int, of node: SyntaxNode, first: Int, in containers: Containers) -> Found? {
    guard let start = containers.contentStart(of: index, in: source.lines),
      start.indentation(in: source.lines[index]) < 4
    else { return nil }
    let header = source.lines[index - 1][headerStart(of: index - 1, node, first: first, containers).index...]
    guard var table = PipeTable(header: header, delimiters: source.lines[index][start.index...]) else { return nil }
    var end = index + 1
    while end < source.lines.count, let cursor = containers.contentStart(of: end, in: source.lines) {
      let row = source.lines[end][cursor.index...]
      let indentation = cursor.indentation(in: source.lines[end])
      guard !BlockStart.opens(row, indentation: indentation), table.add(row: row) else { break }
      end += 1
    }
    return Found(
      table: table, lines: index - 1..<end, node: node, first: first, isWhole: false, containers: containers)
  }

  private func headerStart(of line: Int, _ node: SyntaxNode, first: Int, _ containers: Containers) -> LineCursor {
    var start = containers.lazyStart(of: line, in: source.lines)
    if line == first { start.index = source.lines[line].startIndex + node.startColumn - 1 }
    return start
  }

  // MARK: Whole paragraphs

  private mutating func place(_ found: [Found]) {
    for table in found { cells.add(table.table) }
    cells.read(paragraphs: cells.parsed())
    for table in found {
      table.node.replace(with: TableNode.make(table.table, line: table.lines.lowerBound, cells: &cells))
    }
  }

  // MARK: Comments

  /// Writes comments over the lines of the tables.
  private mutating func replace(_ found: [Found]) {
    for table in found {
      let marks = marks(of: table)
      for (position, mark) in marks.enumerated() {
        let filling = position == 0 ? "<!--" : position + 1 == marks.count ? "-->" : "x"
        source.lines[table.lines.lowerBound + position] = (mark + Array(filling.utf8))[...]
      }
      cells.add(table.table)
      placed.append((table.table, table.lines.lowerBound))
    }
    source.forgetDelimiters(in: found.map(\.lines))
  }

  /// What each line of a table has before its content.
  private func marks(of found: Found) -> [[UInt8]] {
    let header = found.lines.lowerBound
    let rows = found.lines.dropFirst().compactMap { line in
      found.containers.contentStart(of: line, in: source.lines).map { mark(before: $0, on: line) }
    }
    // A line that continues the paragraph lazily has not all of its containers' marks: the delimiter row's do for it.
    let isLazy = header != found.first && found.containers.contentStart(of: header, in: source.lines) == nil
    let start = headerStart(of: header, found.node, first: found.first, found.containers)
    return [isLazy ? rows[0] : mark(before: start, on: header)] + rows
  }

  /// What a line has before its content; a tab that begins among the marks is kept whole.
  private func mark(before cursor: LineCursor, on line: Int) -> [UInt8] {
    let text = source.lines[line]
    let isInTab = cursor.byte(in: text) == UInt8(ascii: "\t") && cursor.column % 4 != 0
    return Array(text[..<(cursor.index + (isInTab ? 1 : 0))])
  }

  /// The cells, so that one parse reads them with all link definitions of the document; a comment that ends them; the document.
  private var text: [UInt8] {
    var text = cells.source + Array("<!---->\n\n".utf8)
    for (index, line) in source.lines.enumerated() {
      if index > 0 { text.append(UInt8(ascii: "\n")) }
      text += line
    }
    return text
  }

  /// Puts each table where its comment stands; false when one is not found.
  private mutating func putTables(in root: SyntaxNode) -> Bool {
    if placed.isEmpty { return true }
    var paragraphs: [SyntaxNode] = []
    while paragraphs.count < cells.count, let paragraph = root.firstChild {
      paragraph.unlink()
      paragraphs.append(paragraph)
    }
    root.firstChild?.unlink()
    var byLine: [Int: Int] = [:]
    for (index, table) in placed.enumerated() { byLine[table.line + 1 + offset] = index }
    var comments: [Int: SyntaxNode] = [:]
    root.visit { node in
      if node.kind == .htmlBlock, let table = byLine[node.startLine] { comments[table] = node }
    }
    guard comments.count == placed.count else { return false }
    cells.read(paragraphs: paragraphs)
    for (index, table) in placed.enumerated() {
      comments[index]?.replace(with: TableNode.make(table.table, line: table.line, cells: &cells))
    }
    return true
  }
}
