internal import Diagnostics

/// Why a file cannot be read as a workbook; no value of any cell is ever in it.
enum WorkbookFault: Error, Hashable {
  case empty
  case cutShort
  case damaged(part: String)
  case encrypted
  case oldFormat
  case binaryFormat
  case openDocument
  case text
  case notAWorkbook
  case doctype(part: String)
  case unknownEncoding(part: String)
  case missing(part: String)
  case tooLarge(WorkbookLimits.Kind)

  func diagnostic(file: String) -> Diagnostic {
    let isTooLarge = if case .tooLarge = self { true } else { false }
    return Diagnostic(
      isTooLarge ? .fileTooLarge : .unreadableFile, SourceRange(file: file), message, help: help)
  }

  private var message: Message {
    switch self {
    case .empty: Message(sv: "Filen är tom.", en: "The file is empty.")
    case .cutShort:
      Message(
        sv: "Arbetsboken slutar mitt i: en del av filen saknas.",
        en: "The workbook ends in the middle: part of the file is missing.")
    case .damaged(let part):
      Message(
        sv: "Arbetsboken är skadad (i \(Self.shown(part))).", en: "The workbook is damaged (in \(Self.shown(part))).")
    case .encrypted:
      Message(sv: "Arbetsboken är skyddad med lösenord.", en: "The workbook is protected by a password.")
    case .oldFormat:
      Message(
        sv: "Filen är i det äldre Excel-formatet (.xls).", en: "The file is in the older Excel format (.xls).")
    case .binaryFormat:
      Message(
        sv: "Filen är i Excels binära format (.xlsb).", en: "The file is in Excel's binary format (.xlsb).")
    case .openDocument:
      Message(sv: "Filen är ett OpenDocument (.ods).", en: "The file is an OpenDocument (.ods).")
    case .text:
      Message(
        sv: "Filen heter som en Excel-arbetsbok men innehåller text.",
        en: "The file is named as an Excel workbook but holds text.")
    case .notAWorkbook: Message(sv: "Filen är inte en Excel-arbetsbok.", en: "The file is not an Excel workbook.")
    case .doctype(let part):
      Message(
        sv: "Arbetsboken innehåller en DOCTYPE (i \(Self.shown(part))), vilket ingen äkta arbetsbok gör.",
        en: "The workbook holds a DOCTYPE (in \(Self.shown(part))), which no genuine workbook does.")
    case .unknownEncoding(let part):
      Message(
        sv: "Arbetsboken har en teckenkodning som inte kan läsas (i \(Self.shown(part))).",
        en: "The workbook has an encoding that cannot be read (in \(Self.shown(part))).")
    case .missing(let part):
      Message(
        sv: "Arbetsboken saknar en del (\(Self.shown(part))).", en: "The workbook lacks a part (\(Self.shown(part))).")
    case .tooLarge(let kind): kind.message
    }
  }

  /// A part's name comes from the file, so only its end is shown, in plain characters.
  private static func shown(_ part: String) -> String {
    let plain = part.utf8.suffix(60).map { byte in
      (0x21..<0x7F).contains(byte) && byte != UInt8(ascii: "<") && byte != UInt8(ascii: "`") ? byte : UInt8(ascii: "?")
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private var help: Message {
    switch self {
    case .empty, .cutShort, .damaged, .missing:
      Message(
        sv: "Exportera eller kopiera filen igen; går den att öppna i Excel, spara den som en ny .xlsx.",
        en: "Export or copy the file again; if it opens in Excel, save it as a new .xlsx.")
    case .encrypted:
      Message(
        sv: "Ta bort lösenordet i Excel (Arkiv, Info, Skydda arbetsbok) och spara, eller exportera som CSV.",
        en: "Remove the password in Excel (File, Info, Protect Workbook) and save, or export as CSV.")
    case .oldFormat, .binaryFormat, .openDocument, .unknownEncoding:
      Message(
        sv: "Öppna den och spara som Excel-arbetsbok (.xlsx) eller CSV UTF-8.",
        en: "Open it and save as Excel Workbook (.xlsx) or CSV UTF-8.")
    case .text:
      Message(
        sv: "Byt filändelsen till .csv om det är en tabell, eller exportera igen som .xlsx.",
        en: "Change the extension to .csv if it is a table, or export again as .xlsx.")
    case .notAWorkbook:
      Message(
        sv: "Exportera igen från verksamhetssystemet som .xlsx eller .csv.",
        en: "Export again from the care system as .xlsx or .csv.")
    case .doctype:
      Message(
        sv: "Använd inte filen; ta reda på varifrån den kom och exportera på nytt.",
        en: "Do not use the file; find out where it came from and export anew.")
    case .tooLarge:
      Message(
        sv: "Dela exporten, till exempel en fil per månad, eller exportera som CSV.",
        en: "Split the export, one file a month for example, or export as CSV.")
    }
  }
}
