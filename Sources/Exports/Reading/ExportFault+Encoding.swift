internal import Diagnostics

extension ExportFault {
  static func brokenText(_ file: String) -> ExportFault {
    ExportFault(
      .invalidEncoding, file, Message(sv: "Filens text kan inte läsas.", en: "The file's text cannot be read."),
      help: Message(sv: "Spara filen som CSV i UTF-8.", en: "Save the file as CSV in UTF-8."))
  }

  static func utf32(_ file: String) -> ExportFault {
    ExportFault(
      .invalidEncoding, file, Message(sv: "Filen är kodad i UTF-32.", en: "The file is encoded in UTF-32."),
      help: Message(sv: "Spara filen som CSV i UTF-8.", en: "Save the file as CSV in UTF-8."))
  }

  /// The file's own mark says UTF-8.
  static func notUTF8(_ file: String, line: Int) -> ExportFault {
    ExportFault(
      .invalidEncoding, file, line: line,
      Message(
        sv: "Filen säger sig vara UTF-8, men ett tecken på raden är det inte; kanske är filen avklippt.",
        en: "The file says that it is UTF-8, but a character on this line is not; perhaps the file is cut off."),
      help: Message(sv: "Exportera filen på nytt som UTF-8.", en: "Export the file again as UTF-8."))
  }

  /// `line` is the first on which both are known.
  static func mixedEncodings(_ file: String, line: Int) -> ExportFault {
    ExportFault(
      .invalidEncoding, file, line: line,
      Message(
        sv: "Filen är delvis kodad i UTF-8 och delvis inte; kanske är den avklippt eller sammanfogad av flera.",
        en: "The file is partly encoded in UTF-8 and partly not; perhaps it is cut off or joined of several."),
      help: Message(sv: "Exportera filen på nytt som UTF-8.", en: "Export the file again as UTF-8."))
  }

  static func doubleEncoded(_ file: String, line: Int) -> ExportFault {
    ExportFault(
      .doubleEncoded, file, line: line,
      Message(
        sv: "Texten är kodad två gånger: å, ä och ö har blivit två tecken var, som `Ã¥`.",
        en: "The text was encoded twice: å, ä and ö have become two characters each, like `Ã¥`."),
      help: Message(
        sv: "Exportera på nytt och spara direkt som UTF-8, utan att öppna filen i ett annat program först.",
        en: "Export again and save as UTF-8 at once, without opening the file in another program first."))
  }
}
