/// An Excel workbook (.xlsx): its visible sheets as tables.
public struct Workbook {
  /// In the workbook's order; each `source` is a `WorkbookSheet`.
  public let sheets: [NamedTable]
  /// The names of sheets that are hidden and therefore not read.
  public let hiddenSheets: [String]

  /// `file` is what diagnostics call it.
  ///
  /// Nothing is read of a sheet before its first row is asked for.
  public init(_ bytes: [UInt8], file: String) throws(TableFault) {
    try self.init(bytes, file: file, limits: WorkbookLimits())
  }

  init(_ bytes: [UInt8], file: String, limits: WorkbookLimits) throws(TableFault) {
    do throws(WorkbookFault) {
      let workbook = try OpenWorkbook(bytes, limits: limits)
      let worksheets = workbook.outline.sheets.filter { workbook.isWorksheet($0) }
      sheets = worksheets.filter { !$0.isHidden }.map { sheet in
        NamedTable(name: sheet.name, source: WorkbookSheet(sheet, of: workbook, file: file))
      }
      hiddenSheets = worksheets.filter(\.isHidden).map(\.name)
    } catch {
      throw TableFault(error.diagnostic(file: file))
    }
  }
}

/// One sheet, read from the top; copies go on from the same row.
public struct WorkbookSheet: ColumnSkipping {
  private let cursor: SheetCursor
  private let file: String

  init(_ sheet: WorkbookOutline.Sheet, of workbook: OpenWorkbook, file: String) {
    cursor = SheetCursor(sheet, of: workbook)
    self.file = file
  }

  /// Rows with content that are hidden, of those passed so far.
  public var hiddenRowCount: Int { cursor.hiddenRowCount }

  public mutating func skip(_ columns: [Bool]) { cursor.skipped = columns }

  public mutating func next(into row: inout TableRow) throws(TableFault) -> Bool {
    do throws(WorkbookFault) {
      return try cursor.next(into: &row)
    } catch {
      throw TableFault(error.diagnostic(file: file))
    }
  }
}

/// An object, since what unpacks and parses cannot be copied and a `TableSource` can.
private final class SheetCursor {
  private let sheet: WorkbookOutline.Sheet
  private let workbook: OpenWorkbook
  private var reader: SheetReader?
  var skipped: [Bool] = [] {
    didSet { reader?.skipped = skipped }
  }

  private(set) var hiddenRowCount = 0

  init(_ sheet: WorkbookOutline.Sheet, of workbook: OpenWorkbook) {
    self.sheet = sheet
    self.workbook = workbook
  }

  deinit {
    // Closed before the archive that it reads from.
    reader = nil
  }

  func next(into row: inout TableRow) throws(WorkbookFault) -> Bool {
    if reader == nil {
      reader = try workbook.open(sheet)
      reader?.skipped = skipped
    }
    let isRow = try reader?.next(into: &row) ?? false
    hiddenRowCount = reader?.hiddenRowCount ?? 0
    return isRow
  }
}
