public import Diagnostics

/// A table that hands over its rows from the top: a sheet of a workbook, or a text file that is not read in parallel.
///
/// Rows above the headings, blank rows and a total row are handed over like any other; the reader of exports tells them
/// apart. Hidden rows are not handed over.
public protocol TableSource {
  /// Puts the next row's cells into `row`, false after the last.
  ///
  /// `row` is empty when called; its `number` is to be set. Trailing empty cells may be left out.
  mutating func next(into row: inout TableRow) throws(TableFault) -> Bool
}

/// Why a table cannot be read on: damaged, too large, or not what it says it is.
///
/// Never holds a cell's text.
public struct TableFault: Error, Sendable {
  public var diagnostic: Diagnostic

  public init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }
}

/// A named table of a file that may hold several: a visible sheet.
public struct NamedTable {
  public var name: String
  public var source: any TableSource

  public init(name: String, source: any TableSource) {
    self.name = name
    self.source = source
  }
}
