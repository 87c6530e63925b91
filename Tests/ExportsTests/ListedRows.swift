import Exports

/// A table of texts, as a sheet hands it over.
struct ListedRows: TableSource {
  private var rows: [[String]]
  private var number = 0

  init(_ rows: [[String]]) { self.rows = rows }

  mutating func next(into row: inout TableRow) throws(TableFault) -> Bool {
    guard !rows.isEmpty else { return false }
    number += 1
    row.number = number
    for cell in rows.removeFirst() { row.append(Array(cell.utf8)) }
    return true
  }
}
