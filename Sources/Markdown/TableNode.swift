/// A pipe table as nodes of libcmark's tree.
enum TableNode {
  /// `line` is the header's, from 0.
  static func make(_ table: PipeTable, line: Int, cells: inout TableCells) -> SyntaxNode {
    let node = SyntaxNode.block(
      enter: "<div class=\"table\" tabindex=\"0\"><table>", exit: "</table></div>", mark: .table, line: line + 1)
    for index in 0...table.rows.count {
      let isHeader = index == 0
      let row = SyntaxNode.block(
        enter: isHeader ? "<thead><tr>" : index == 1 ? "<tbody><tr>" : "<tr>",
        exit: isHeader ? "</tr></thead>" : index == table.rows.count ? "</tr></tbody>" : "</tr>",
        mark: .tableRow, line: line + 1 + (isHeader ? 0 : index + 1))
      node.append(row)
      for (cell, alignment) in zip(isHeader ? table.header : table.rows[index - 1], table.alignments) {
        let cellNode = SyntaxNode.block(
          enter: startTag(alignment, isHeader: isHeader), exit: isHeader ? "</th>" : "</td>", mark: .tableCell)
        row.append(cellNode)
        cells.put(cell, into: cellNode)
      }
    }
    return node
  }

  private static func startTag(_ alignment: PipeTable.Alignment, isHeader: Bool) -> StaticString {
    switch (alignment, isHeader) {
    case (.none, true): "<th scope=\"col\">"
    case (.left, true): "<th scope=\"col\" class=\"left\">"
    case (.center, true): "<th scope=\"col\" class=\"center\">"
    case (.right, true): "<th scope=\"col\" class=\"right\">"
    case (.none, false): "<td>"
    case (.left, false): "<td class=\"left\">"
    case (.center, false): "<td class=\"center\">"
    case (.right, false): "<td class=\"right\">"
    }
  }
}
