/// The contents of tables' cells: plain ones as they are, the others as libcmark reads them, a paragraph each.
struct TableCells {
  /// A paragraph and a blank line for each cell that is not plain.
  private(set) var source: [UInt8] = []
  /// How many they are.
  private(set) var count = 0
  private var paragraphs: ArraySlice<SyntaxNode> = []

  var lineCount: Int { 2 * count }

  mutating func add(_ table: PipeTable) {
    for row in [table.header] + table.rows {
      for cell in row where !Self.isPlain(cell) {
        // The letter keeps a cell from being any other block.
        source += "x ".utf8
        source += cell
        source += "\n\n".utf8
        count += 1
      }
    }
  }

  /// No byte that means anything within a line of CommonMark.
  private static func isPlain(_ cell: ArraySlice<UInt8>) -> Bool {
    !cell.contains { byte in
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "!"), 0:
        true
      default: false
      }
    }
  }

  /// The paragraphs of `source`, read on their own.
  func parsed() -> [SyntaxNode] {
    if count == 0 { return [] }
    let root = SyntaxNode.parse(source)
    defer { root.endTree() }
    let paragraphs = root.children
    for paragraph in paragraphs { paragraph.unlink() }
    return paragraphs
  }

  /// Takes over the paragraphs of all cells that were added, in order.
  mutating func read(paragraphs: [SyntaxNode]) { self.paragraphs = paragraphs[...] }

  /// Puts a cell's content into its node; cells are asked for in the order in which they were added.
  mutating func put(_ cell: ArraySlice<UInt8>, into node: SyntaxNode) {
    if Self.isPlain(cell) {
      if !cell.isEmpty { node.append(.text(cell)) }
      return
    }
    guard let paragraph = paragraphs.popFirst() else { return }
    if let text = paragraph.firstChild, text.kind == .text {
      let rest = Array(text.literal.dropFirst(2))
      if rest.isEmpty { text.unlink() } else { text.setLiteral(rest) }
    }
    paragraph.moveChildren(to: node)
  }
}
