public import HTML

extension MarkdownTree {
  /// What a text node is replaced by.
  public enum Piece: Sendable {
    /// Bytes of `text`.
    case text(Range<Int>)
    case markup(Markup)
  }

  /// Replaces a text node, with all its lines.
  public mutating func replaceText(_ index: NodeIndex, with pieces: [Piece]) {
    let old = handles[index]
    let range = textRange(index)
    for _ in endsBefore(range.lowerBound)..<endsBefore(range.upperBound) {
      // The soft break and the text of the next line.
      old.next?.unlink()
      old.next?.unlink()
    }
    for piece in pieces {
      switch piece {
      case .text(let range): SyntaxNode.text(text[range]).insert(before: old)
      case .markup(let markup): SyntaxNode.inline(enter: markup.bytes).insert(before: old)
      }
    }
    old.unlink()
  }

  /// Replaces an inline node and all in it.
  public mutating func replaceInline(_ index: NodeIndex, with markup: Markup) {
    replace(index, with: .inline(enter: markup.bytes))
  }

  /// Replaces a block node and all in it.
  public mutating func replaceBlock(_ index: NodeIndex, with markup: Markup) {
    replace(index, with: .block(enter: markup.bytes))
  }

  /// Replaces an inline node's own tags, keeping what is in it.
  public mutating func retagInline(_ index: NodeIndex, enter: Markup, exit: Markup) {
    retag(index, as: .inline(enter: enter.bytes, exit: exit.bytes))
  }

  /// Replaces a block's own tags, keeping what is in it.
  public mutating func retagBlock(_ index: NodeIndex, enter: Markup, exit: Markup) {
    retag(index, as: .block(enter: enter.bytes, exit: exit.bytes))
  }

  /// Puts all inline content of a paragraph, heading or cell between two pieces of markup.
  public mutating func wrapContent(_ index: NodeIndex, enter: Markup, exit: Markup) {
    let new = SyntaxNode.inline(enter: enter.bytes, exit: exit.bytes)
    handles[index].moveChildren(to: new)
    handles[index].append(new)
  }

  /// Drops the first `count` bytes of a text node's first line.
  public mutating func dropPrefix(_ index: NodeIndex, count: Int) {
    handles[index].setLiteral(Array(handles[index].literal.dropFirst(count)))
  }

  /// Removes a node and all in it.
  public mutating func remove(_ index: NodeIndex) { handles[index].unlink() }

  /// Shows author HTML as the text it is.
  public mutating func showAsText(_ index: NodeIndex) {
    let literal = SyntaxNode.text(text[textRange(index)])
    if nodes[index].kind == .htmlBlock {
      let paragraph = SyntaxNode.paragraph()
      paragraph.append(literal)
      replace(index, with: paragraph)
    } else {
      replace(index, with: literal)
    }
  }

  public mutating func replaceByLineBreak(_ index: NodeIndex) { replace(index, with: .lineBreak()) }

  /// Numbers an ordered list from 1.
  public mutating func restartNumbering(_ index: NodeIndex) { handles[index].listStart = 1 }

  private mutating func replace(_ index: NodeIndex, with new: SyntaxNode) {
    handles[index].replace(with: new)
    handles[index] = new
  }

  private mutating func retag(_ index: NodeIndex, as new: SyntaxNode) {
    handles[index].moveChildren(to: new)
    replace(index, with: new)
  }
}
