/// What the reader of one file's rows knows before the first.
struct RowContext: Sendable {
  var match: HeadingMatch
  var key: IdentityKey
  var rules: ExportRules
  /// Where records may be put aside; nil keeps all in memory.
  var scratch: ScratchFile?
  /// Whose ids are sought; nil where rows are read to be counted.
  var lookup: ClientLookup?

  /// The column's values with the municipality's own aliases.
  func codes(_ column: Int) -> CodeTable {
    let column = match.kind.columns[column]
    return CodeTable(column.values, extra: rules.values[match.kind]?[column.heading] ?? [:])
  }
}

/// The cells of a row by the kind's columns.
struct ColumnPlaces: Sendable {
  private let places: [Int]

  init(_ match: HeadingMatch) {
    places = match.places
  }

  /// The trimmed cell, empty for a column that the file lacks.
  @inline(__always)
  func cell(_ column: Int, of row: RowCells) -> Cell {
    let place = places[column]
    return place < 0 ? Cell(start: row.cells[0].start, count: 0) : row.cells[place].trimmed
  }

  @inline(__always)
  func isDate(_ column: Int, of row: RowCells) -> Bool {
    guard let flags = row.areDates, places[column] >= 0 else { return false }
    return flags[places[column]]
  }
}

/// Takes rows of one kind, one at a time, and keeps what is needed of them.
///
/// Each thread has its own; they are merged in the order of the rows' places.
protocol RowCollector: Sendable {
  init(_ context: RowContext)

  /// Keeps the row, or says why not by the tests that need no other row and no other file.
  mutating func take(_ row: RowCells) -> Rejection?

  mutating func merge(_ other: Self)

  /// Called once when all is merged.
  mutating func finish()
}
