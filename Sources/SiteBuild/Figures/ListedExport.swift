internal import Diagnostics

/// What a file in the folder of exports is taken for, by its name.
enum ListedExport {
  /// Read, or refused with a reason by the reader.
  case export
  /// Written for people: a README or Markdown.
  case note
  case other

  init(_ path: String) {
    let name = (path.split(separator: "/").last ?? "").lowercased()
    func ends(with endings: [String]) -> Bool { endings.contains { name.hasSuffix($0) } }
    if name == "readme" || name.hasPrefix("readme.") || ends(with: [".md"]) {
      self = .note
    } else {
      self =
        ends(with: [".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".fods"]) ? .export : .other
    }
  }
}

extension Diagnostic {
  static func notAnExport(_ file: String) -> Diagnostic {
    Diagnostic(
      .unknownFile, SourceRange(file: file),
      Message(
        sv: "Filen lästes inte: namnet har inte en exports ändelse.",
        en: "The file was not read: its name does not end as an export's does."),
      help: Message(
        sv: "Spara den som .csv eller .xlsx om den ska räknas, annars flytta den ur mappen.",
        en: "Save it as .csv or .xlsx if it is to count, else move it out of the folder."))
  }
}
