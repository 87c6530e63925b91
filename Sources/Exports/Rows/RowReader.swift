/// Reads the cells of one row after the other for a kind whose rows are kept as values.
struct RowReader: Sendable {
  private let key: IdentityKey
  private let places: ColumnPlaces
  private var dates: DateScanner
  private var codes: [CodeTable]

  init(_ context: RowContext) {
    key = context.key
    places = ColumnPlaces(context.match)
    dates = DateScanner(context.rules.dates)
    codes = context.match.kind.columns.indices.map { context.codes($0) }
  }

  func isEmpty(_ column: Int, _ row: RowCells) -> Bool { places.cell(column, of: row).isEmpty }

  func text(_ column: Int, _ row: RowCells) -> String { places.cell(column, of: row).text }

  /// nil for an empty cell.
  func hash(_ column: Int, _ row: RowCells) -> UInt64? {
    let cell = places.cell(column, of: row)
    return cell.isEmpty ? nil : key.hash(cell)
  }

  /// nil for an empty cell.
  mutating func day(_ column: Int, _ row: RowCells) throws(Rejection) -> Int32? {
    let cell = places.cell(column, of: row)
    if cell.isEmpty { return nil }
    guard let day = dates.day(cell, isDate: places.isDate(column, of: row)) else {
      throw Rejection(.badDate, column: column)
    }
    return day
  }

  /// The day of a date with time; nil for an empty cell.
  mutating func dayOfMoment(_ column: Int, _ row: RowCells) throws(Rejection) -> Int32? {
    let cell = places.cell(column, of: row)
    if cell.isEmpty { return nil }
    guard let moment = dates.moment(cell, isDate: places.isDate(column, of: row)) else {
      throw Rejection(.badDate, column: column)
    }
    return moment.day
  }

  /// The value's place in the column's list; nil for an empty cell.
  mutating func code(_ column: Int, _ row: RowCells) throws(Rejection) -> UInt8? {
    let cell = places.cell(column, of: row)
    if cell.isEmpty { return nil }
    guard let code = codes[column].code(cell) else { throw Rejection(.badValue, column: column) }
    return code
  }

  /// A whole number of at least 0, blanks between digits allowed; nil for an empty cell.
  func count(_ column: Int, _ row: RowCells) throws(Rejection) -> Int? {
    let cell = places.cell(column, of: row)
    if cell.isEmpty { return nil }
    var value = 0
    var offset = 0
    while offset < cell.count {
      let byte = cell.start[offset]
      if byte &- 0x30 < 10 {
        guard value < 1_000_000_000_000 else { throw Rejection(.badValue, column: column) }
        value = value * 10 + Int(byte - 0x30)
        offset += 1
      } else if byte >= 0x80, let width = Cell.blankWidth(cell.start + offset, cell.count - offset) {
        offset += width
      } else {
        throw Rejection(.badValue, column: column)
      }
    }
    return value
  }

  /// Rejects a row in which one of the columns is empty.
  func require(_ columns: [Int], _ row: RowCells) throws(Rejection) {
    for column in columns where isEmpty(column, row) { throw Rejection(.missingValue, column: column) }
  }
}

/// A row that is kept as a value.
protocol ExportRow: Sendable {
  var place: UInt64 { get set }

  /// Reads the row by the tests that need no other row: columns, required cells, dates, values.
  static func read(_ row: RowCells, by reader: inout RowReader) throws(Rejection) -> Self
}

/// Collects the rows of a kind whose rows are kept as values, in the order in which they stand.
struct ListCollector<Row: ExportRow>: RowCollector {
  private(set) var rows: [Row] = []
  private var reader: RowReader

  init(_ context: RowContext) {
    reader = RowReader(context)
  }

  mutating func take(_ row: RowCells) -> Rejection? {
    do throws(Rejection) {
      rows.append(try Row.read(row, by: &reader))
      return nil
    } catch {
      return error
    }
  }

  mutating func merge(_ other: ListCollector<Row>) {
    rows += other.rows
  }

  mutating func finish() {
    rows.sort { $0.place < $1.place }
  }
}
