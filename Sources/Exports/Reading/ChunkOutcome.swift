/// What came of one chunk of a text file.
struct ChunkOutcome: Sendable {
  /// Where the first row of the chunk begins in the file; nil when no row begins there.
  var start: Int?
  /// Where the row after the chunk's last begins.
  var end = 0
  /// Lines, and rows that are not blank, from start to end.
  var lines = 0
  var rows = 0
  /// A row `Summa` after which no other row came in the chunk, and its line in the chunk.
  var pending: (row: TableRow, place: RowPlace)?
  /// Lines in the chunk of bytes that are not UTF-8, and of text encoded twice.
  var invalidLine: Int?
  var doubledLine: Int?
  /// Its line is that in the chunk.
  var quoteFault: QuoteFault?
}
