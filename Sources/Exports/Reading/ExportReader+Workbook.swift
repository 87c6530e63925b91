internal import Diagnostics

extension ExportReader {
  /// A workbook is unpacked from memory; larger ones than this are exported as text.
  static let largestWorkbook = 256 << 20

  /// Reads a workbook: the first visible sheet of it that has the headings.
  func readWorkbook(_ file: ExportFile) throws(ExportFault) -> FileReading {
    guard file.bytes.count <= Self.largestWorkbook else {
      throw ExportFault(
        .fileTooLarge, file.name,
        Message(sv: "Arbetsboken är för stor.", en: "The workbook is too large."),
        help: Message(sv: "Spara bladet som CSV i UTF-8.", en: "Save the sheet as CSV in UTF-8."))
    }
    let workbook: Workbook
    do throws(TableFault) {
      workbook = try Workbook(file.bytes.prefix(file.bytes.count), file: file.name)
    } catch {
      throw ExportFault(error.diagnostic)
    }
    if workbook.sheets.isEmpty, !workbook.hiddenSheets.isEmpty { throw .allHidden(file.name) }
    var reading = try read(workbook.sheets, name: file.name)
    reading.noteHidden(sheets: workbook.hiddenSheets.count)
    return reading
  }

  /// Reads the first of several tables that has the headings.
  public func read(_ tables: [NamedTable], name: String) throws(ExportFault) -> FileReading {
    var nearest: ExportFault?
    let reader = TableReader(name: name, rules: rules, key: key, lookup: lookup)
    for (index, table) in tables.enumerated() {
      do throws(ExportFault) {
        var reading = try reader.read(table.source)
        reading.noteUnread(sheets: tables.indices.filter { $0 > index && reader.kind(of: tables[$0].source) != nil })
        if let sheet = table.source as? WorkbookSheet { reading.noteHidden(rows: sheet.hiddenRowCount) }
        return reading
      } catch {
        var fault = error
        if fault.weight == 0, let sheet = table.source as? WorkbookSheet, sheet.hiddenRowCount > 0 {
          fault = .allHidden(name)
        }
        if nearest == nil || fault.weight > nearest?.weight ?? 0 { nearest = fault }
      }
    }
    throw nearest ?? .empty(name)
  }
}

extension ExportFault {
  /// How much the refusal of one sheet among several tells: one that is damaged or half fits more than one of another
  /// kind, and that more than a note or an empty sheet.
  fileprivate var weight: Int {
    switch diagnostic.code {
    case .brokenTable: 0
    case .singleColumn: 1
    case .unknownExport: 2
    default: 3
    }
  }
}

extension FileReading {
  /// Says that more sheets have the headings of an export, by their places among the visible ones.
  mutating func noteUnread(sheets: [Int]) {
    guard !sheets.isEmpty else { return }
    let list = sheets.map { String($0 + 1) }.joined(separator: ", ")
    diagnostics.append(
      Diagnostic(
        .doubtfulData, SourceRange(file: name),
        Message(
          sv: "Blad nummer \(list) har också en exports rubriker men lästes inte: bara det första läses.",
          en: "Sheet number \(list) also has the headings of an export but was not read: only the first is."),
        help: Message(
          sv: "Spara varje blad som en egen fil om det ska räknas, annars ta bort eller dölj det.",
          en: "Save each sheet as a file of its own if it is to count, else remove or hide it.")))
  }

  /// Says that hidden rows or sheets were passed over.
  mutating func noteHidden(rows: Int = 0, sheets: Int = 0) {
    guard rows + sheets > 0 else { return }
    let message =
      rows > 0
      ? Message(sv: "\(rows) dolda rader lästes inte.", en: "\(rows) hidden rows were not read.")
      : Message(sv: "\(sheets) dolda blad lästes inte.", en: "\(sheets) hidden sheets were not read.")
    diagnostics.append(
      Diagnostic(
        .doubtfulData, SourceRange(file: name), message,
        help: Message(
          sv: "Ta fram dem i Excel och spara om de ska räknas.",
          en: "Unhide them in Excel and save if they are to count.")))
  }
}
