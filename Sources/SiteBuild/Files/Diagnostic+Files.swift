internal import Diagnostics

/// The faults of files as files, before anybody has read what they say.
extension Diagnostic {
  static func unreadable(_ path: String, _ number: Int32) -> Diagnostic {
    let reason = EnvironmentFault.explanation(number)
    return Diagnostic(
      .unreadableFile, SourceRange(file: path),
      Message(sv: "Går inte att läsa: \(reason.swedish).", en: "Cannot be read: \(reason.english)."),
      help: Message(
        sv: "Rätta behörigheten eller länken, eller ta bort filen.",
        en: "Correct its permissions or the link, or remove it."))
  }

  static func unreadableName(_ path: String) -> Diagnostic {
    Diagnostic(
      .unreadableFile, SourceRange(file: path),
      Message(sv: "Filnamnet är inte skrivet i UTF-8.", en: "The file's name is not UTF-8."),
      help: Message(sv: "Byt namn på filen.", en: "Rename the file."))
  }

  static func notAFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .unreadableFile, SourceRange(file: path),
      Message(sv: "Det här är varken en fil eller en mapp.", en: "This is neither a file nor a folder."),
      help: Message(sv: "Ta bort den ur innehållet.", en: "Remove it from the content."))
  }

  static func linkOutside(_ path: String) -> Diagnostic {
    Diagnostic(
      .linkOutsideContent, SourceRange(file: path),
      Message(
        sv: "Den symboliska länken leder ut ur det innehåll som får läsas.",
        en: "The symbolic link leads out of the content that may be read."),
      help: Message(sv: "Lägg en kopia av filen här i stället.", en: "Put a copy of the file here instead."))
  }

  static func folderLink(_ path: String) -> Diagnostic {
    Diagnostic(
      .folderLink, SourceRange(file: path),
      Message(
        sv: "Den symboliska länken leder till en mapp, och sådana följs inte.",
        en: "The symbolic link leads to a folder, and such links are not followed."),
      help: Message(sv: "Flytta hit mappen eller länka till filerna.", en: "Move the folder here or link its files."))
  }

  static func tooLarge(_ path: String, limit: Int) -> Diagnostic {
    let size = limit % (1 << 20) == 0 ? "\(limit >> 20) MiB" : "\(limit) byte"
    return Diagnostic(
      .fileTooLarge, SourceRange(file: path),
      Message(sv: "Filen är större än \(size).", en: "The file is larger than \(size)."),
      help: Message(sv: "Dela upp eller förminska den.", en: "Divide it or make it smaller."))
  }

  static func tooDeep(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .nestingTooDeep, SourceRange(file: path),
      Message(
        sv: "Mappen ligger djupare än \(limit) nivåer.", en: "The folder lies deeper than \(limit) levels."),
      help: Message(sv: "Flytta den närmare roten.", en: "Move it nearer to the root."))
  }
}
