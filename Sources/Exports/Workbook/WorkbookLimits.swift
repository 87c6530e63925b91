internal import Diagnostics

/// How much of a workbook is read before it is refused: far above any true export, low enough for any machine.
struct WorkbookLimits: Sendable {
  enum Kind: Sendable, Hashable {
    case entries, unpacked, ratio, strings, cells, columns, rows, text, depth, token, sheets
  }

  /// Files within the archive.
  var entries = 5_000
  /// Bytes of the list of them.
  var directory = 2 << 20
  /// Bytes that are unpacked of all parts together.
  var unpacked = 1 << 30
  /// Bytes unpacked for each packed byte; not looked at below `ratioFloor` bytes.
  var ratio = 100
  var ratioFloor = 16 << 20
  /// Bytes and number of the shared strings.
  var stringBytes = 128 << 20
  var strings = 8_000_000
  var cells = 64_000_000
  /// Columns of the table, Excel's own number of rows.
  var columns = 1_024
  var rows = 1_048_576
  /// Bytes of one cell and of one row; bytes of all cells handed over.
  var cellBytes = 256 << 10
  var rowBytes = 4 << 20
  var totalBytes = 4 << 30
  /// Elements within each other.
  var depth = 64
  /// Bytes of one tag, comment or instruction.
  var token = 256 << 10
  var sheets = 500
  /// Rows with content in which the headings are looked for.
  var headerRows = 50
}

extension WorkbookLimits.Kind {
  var message: Message {
    switch self {
    case .entries, .sheets: Message(sv: "Arbetsboken har för många delar.", en: "The workbook has too many parts.")
    case .unpacked, .text:
      Message(sv: "Arbetsboken är för stor att packa upp.", en: "The workbook is too large to unpack.")
    case .ratio:
      Message(
        sv: "Arbetsboken är packad hårdare än någon äkta export (en så kallad zip-bomb).",
        en: "The workbook is packed harder than any genuine export (a zip bomb).")
    case .strings: Message(sv: "Arbetsboken har för mycket text.", en: "The workbook has too much text.")
    case .cells: Message(sv: "Bladet har för många celler.", en: "The sheet has too many cells.")
    case .columns: Message(sv: "Tabellen har för många kolumner.", en: "The table has too many columns.")
    case .rows: Message(sv: "Bladet har för många rader.", en: "The sheet has too many rows.")
    case .depth, .token:
      Message(
        sv: "Arbetsbokens XML är djupare eller längre än i någon äkta export.",
        en: "The workbook's XML is deeper or longer than in any genuine export.")
    }
  }
}
