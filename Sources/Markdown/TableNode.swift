/// A pipe table as nodes of libcmark's tree.
enum TableNode {
  /// `cells` are paragraphs, row by row from the header on, with a letter and a space first; `line` is the header's, from 0.
  static func make(_ table: PipeTable, line: Int, cells: ArraySlice<SyntaxNode>) -> SyntaxNode {
    let node = SyntaxNode.block(
      enter: Array("<div class=\"table\" tabindex=\"0\"><table>".utf8), exit: Array("</table></div>".utf8),
      mark: .table, line: line + 1)
    var cells = cells
    for index in 0...table.rows.count {
      let isHeader = index == 0
      let enter = isHeader ? "<thead><tr>" : index == 1 ? "<tbody><tr>" : "<tr>"
      let exit = isHeader ? "</tr></thead>" : index == table.rows.count ? "</tr></tbody>" : "</tr>"
      let row = SyntaxNode.block(
        enter: Array(enter.utf8), exit: Array(exit.utf8), mark: .tableRow, line: line + 1 + (isHeader ? 0 : index + 1))
      node.append(row)
      for alignment in table.alignments {
        let cell = cellNode(alignment, isHeader: isHeader)
        row.append(cell)
        if let paragraph = cells.popFirst() { takeContent(of: paragraph, into: cell) }
      }
    }
    return node
  }

  private static func cellNode(_ alignment: PipeTable.Alignment, isHeader: Bool) -> SyntaxNode {
    let style =
      switch alignment {
      case .none: ""
      case .left: " class=\"left\""
      case .center: " class=\"center\""
      case .right: " class=\"right\""
      }
    let tag = isHeader ? "th" : "td"
    return SyntaxNode.block(
      enter: Array("<\(tag)\(isHeader ? " scope=\"col\"" : "")\(style)>".utf8), exit: Array("</\(tag)>".utf8),
      mark: .tableCell)
  }

  private static func takeContent(of paragraph: SyntaxNode, into cell: SyntaxNode) {
    if let text = paragraph.firstChild, text.kind == .text {
      let rest = Array(text.literal.dropFirst(2))
      if rest.isEmpty { text.remove() } else { text.setLiteral(rest) }
    }
    paragraph.moveChildren(to: cell)
    paragraph.free()
  }
}
