/// Lines for a terminal.
enum TextTable {
  /// Columns of equal width, two blanks apart: the first ones flush left, the numbers after them flush right.
  static func aligned(_ rows: [[String]], leftColumns: Int) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return column < leftColumns ? cell + padding : padding + cell
      }.joined(separator: "  ")
    }
  }
}
