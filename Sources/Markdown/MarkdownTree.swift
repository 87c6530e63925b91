public import HTML

/// A document parsed by libcmark, with GFM's tables and strikethrough put in on its tree.
///
/// The nodes are read once into plain values (`nodes`, `text`, `targets`); edits name a node by its index there, and libcmark
/// renders what comes of it.
public struct MarkdownTree: ~Copyable {
  let root: SyntaxNode
  var handles: [SyntaxNode] = []
  /// In preorder; the document is the first.
  public internal(set) var nodes: [MarkdownNode] = []
  /// The texts of all nodes one after another: a space for a line break, a line feed after each block with inline content.
  public internal(set) var text: [UInt8] = []
  /// Link addresses and info strings.
  public internal(set) var targets: [UInt8] = []
  /// Where in `text` the lines of a text node end.
  var breaks: [Int] = []
  /// The greatest depth of nesting.
  public internal(set) var depth = 0

  /// `source` must be valid UTF-8.
  public init(_ source: [UInt8]) {
    let hasTildes = source.holds(UInt8(ascii: "~"))
    let escaped = hasTildes ? EscapedTildes(source) : nil
    let (root, lineOffset) = TableSource.parse(escaped?.source ?? source)
    self.root = root
    if hasTildes {
      Strikethrough.put(in: root)
      escaped?.restore(in: root)
    }
    if source.holds(UInt8(ascii: "&")), ControlCharacters.mayStand(in: source) { ControlCharacters.remove(in: root) }
    nodes.reserveCapacity(source.count / 16)
    handles.reserveCapacity(source.count / 16)
    text.reserveCapacity(source.count)
    readNodes(lineOffset: lineOffset)
  }

  deinit { root.endTree() }

  /// The document as HTML: author HTML left out, addresses with unsafe schemes emptied.
  public borrowing func html() -> Markup { Markup(trusted: root.html()) }

  // MARK: Reading

  /// The subtree's text as it reads, without the final line feed.
  public borrowing func plainText(_ index: NodeIndex) -> String {
    var range = textRange(index)
    while let last = range.last, text[last] == UInt8(ascii: "\n") { range.removeLast() }
    return String(decoding: text[range], as: UTF8.self)
  }

  public borrowing func textRange(_ index: NodeIndex) -> Range<Int> {
    Int(nodes[index].textStart)..<Int(nodes[index].textEnd)
  }

  /// The line on which a byte of a text node stands, from 1; 0 when unknown.
  public borrowing func line(of offset: Int, in index: NodeIndex) -> Int {
    let line = Int(nodes[index].line)
    if breaks.isEmpty || line == 0 { return line }
    return line + endsBefore(offset) - endsBefore(Int(nodes[index].textStart))
  }

  /// How many of `breaks` stand before a byte.
  borrowing func endsBefore(_ offset: Int) -> Int {
    var (low, high) = (0, breaks.count)
    while low < high {
      let middle = (low + high) / 2
      if breaks[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// A link's address, a code block's info string.
  public borrowing func target(_ index: NodeIndex) -> String {
    String(decoding: targets[Int(nodes[index].targetStart)..<Int(nodes[index].targetEnd)], as: UTF8.self)
  }

  /// Indices of the direct children.
  public borrowing func children(_ index: NodeIndex) -> [NodeIndex] {
    var children: [NodeIndex] = []
    children.reserveCapacity(8)
    var child = index + 1
    while child < Int(nodes[index].end) {
      children.append(child)
      child = Int(nodes[child].end)
    }
    return children
  }
}
