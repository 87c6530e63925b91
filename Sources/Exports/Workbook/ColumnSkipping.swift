/// A table that need not read every column.
public protocol ColumnSkipping: TableSource {
  /// Leaves the columns that are true unread from the next row on; columns beyond the list are read.
  ///
  /// A skipped cell that holds anything reads as `*`, so that a row with nothing else is not taken for a blank one.
  /// A table's first column tells the total row and had better be read.
  mutating func skip(_ columns: [Bool])
}
