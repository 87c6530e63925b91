public import Diagnostics
internal import Swedish

/// Why a file of exports cannot be read at all.
public struct ExportFault: Error, Sendable {
  public var diagnostic: Diagnostic

  init(_ code: Diagnostic.Code, _ file: String, line: Int = 1, _ message: Message, help: Message) {
    diagnostic = Diagnostic(code, SourceRange(file: file, line: line), message, help: help)
  }

  init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }

  static func empty(_ file: String) -> ExportFault {
    ExportFault(
      .brokenTable, file, Message(sv: "Filen är tom.", en: "The file is empty."),
      help: Message(sv: "Exportera filen på nytt.", en: "Export the file again."))
  }

  static func tooLarge(_ file: String) -> ExportFault {
    ExportFault(
      .fileTooLarge, file, Message(sv: "Filen är för stor för UTF-16.", en: "The file is too large for UTF-16."),
      help: Message(sv: "Spara filen som CSV i UTF-8.", en: "Save the file as CSV in UTF-8."))
  }

  static func singleColumn(_ file: String) -> ExportFault {
    ExportFault(
      .singleColumn, file,
      Message(
        sv: "Filen har bara en kolumn: inget av tecknen ; , tabb och | delar raderna.",
        en: "The file has only one column: none of ; , tab and | divides its rows."),
      help: Message(
        sv: "Exportera som CSV med semikolon mellan kolumnerna, eller skriv `sep=` och tecknet på första raden.",
        en: "Export as CSV with semicolons between the columns, or write `sep=` and the character on the first line."))
  }

  static func singleColumnSheet(_ file: String) -> ExportFault {
    ExportFault(
      .singleColumn, file,
      Message(sv: "Arbetsboken har bara en kolumn.", en: "The workbook has only one column."),
      help: Message(
        sv: "Exportera den på nytt med en kolumn för varje rubrik.",
        en: "Export it again with a column for each heading."))
  }

  static func allHidden(_ file: String) -> ExportFault {
    ExportFault(
      .brokenTable, file,
      Message(
        sv: "Allt i arbetsboken är dolt, och det som är dolt läses inte.",
        en: "All of the workbook is hidden, and what is hidden is not read."),
      help: Message(
        sv: "Ta fram bladet och raderna i Excel och spara.", en: "Unhide the sheet and its rows in Excel and save."))
  }

  static func markup(_ file: String) -> ExportFault {
    ExportFault(
      .unreadableFile, file,
      Message(
        sv: "Filen är en webbsida eller annan XML, vilket namn den än har.",
        en: "The file is a web page or other XML, whatever its name says."),
      help: Message(
        sv: "Öppna den i ett kalkylprogram och spara som Excel-arbetsbok (.xlsx) eller CSV UTF-8.",
        en: "Open it in a spreadsheet program and save as Excel Workbook (.xlsx) or CSV UTF-8."))
  }

  static func quote(_ fault: QuoteFault, _ file: String) -> ExportFault {
    switch fault.kind {
    case .unterminated:
      ExportFault(
        .brokenTable, file, line: fault.line,
        Message(
          sv: "Ett citattecken som börjar en cell på raden avslutas aldrig.",
          en: "A quotation mark that begins a cell on this line is never closed."),
        help: Message(
          sv: "Avsluta cellen med ett citattecken, eller exportera filen på nytt.",
          en: "Close the cell with a quotation mark, or export the file again."))
    case .interrupted:
      ExportFault(
        .brokenTable, file, line: fault.line,
        Message(
          sv: "Ett citattecken som börjar en cell på raden avslutas först på en senare rad, mitt i en annan cell.",
          en: "A quotation mark that begins a cell on this line is closed only on a later line, inside another cell."),
        help: Message(
          sv: "Ta bort citattecknet eller avsluta cellen på samma rad, eller exportera filen på nytt.",
          en: "Remove the quotation mark or close the cell on the same line, or export the file again."))
    }
  }
}

extension HeaderFinder {
  /// Why no row can be the headings; names only our own headings, since an unknown file's cells may be anything.
  func fault(nearest: HeadingMatch?) -> ExportFault {
    guard let nearest, !nearest.missing.isEmpty else {
      let kinds = ExportKind.allCases.map(\.rawValue).joined(separator: ", ")
      return ExportFault(
        .unknownExport, file,
        Message(
          sv: "Ingen rad i filens början har rubriker som känns igen.",
          en: "No row at the beginning of the file has headings that are known."),
        help: Message(
          sv: "Filerna är av slagen \(kinds). Lägg till filens rubriker under `data` i site.yaml.",
          en: "The files are of the kinds \(kinds). Add the file's headings under `data` in site.yaml."))
    }
    let list = nearest.missing.map { "`\($0)`" }.joined(separator: ", ")
    return ExportFault(
      .missingHeading, file,
      Message(
        sv: "Filen liknar mest `\(nearest.kind.rawValue)`, men rubrikerna \(list) saknas.",
        en: "The file is most like `\(nearest.kind.rawValue)`, but the headings \(list) are missing."),
      help: Message(
        sv: "Ta med kolumnerna i exporten, eller lägg till filens egna rubriker för dem under `data` i site.yaml.",
        en: "Include the columns in the export, or add the file's own headings for them under `data` in site.yaml."))
  }
}
