public import Diagnostics
internal import Glibc

/// Something outside the content stops the work: a full disk, a folder that may not be read.
public struct EnvironmentFault: Error, Hashable {
  public enum Kind: Sendable, Hashable {
    case diskFull
    case noPermission
    case readOnly
    case missing
    case notAFolder
    /// Another build is at work on the same output.
    case busy
    /// The output named is a folder that must not be replaced.
    case refusedOutput
    /// A page's path that would lead out of the site, or that two pages share: a fault of the program.
    case invalidPath
    case tooLarge
    case other
  }

  public var kind: Kind
  /// The file or folder as it was asked for.
  public var path: String
  public var message: Message
  public var help: Message?

  public init(_ kind: Kind, _ path: String, _ message: Message, help: Message? = nil) {
    self.kind = kind
    self.path = path
    self.message = message
    self.help = help
  }

  /// The message, and on a line of its own what to do.
  public func report(in language: Language) -> String {
    let message = "rutin: \(message.text(in: language))"
    guard let help else { return message }
    return "\(message)\n    \(language == .swedish ? "Gör så här" : "What to do"): \(help.text(in: language))"
  }
}

extension EnvironmentFault {
  /// What was being done when the system said no.
  enum Deed {
    case read
    case list
    case create
    case write
    case exchange
    case remove
  }

  /// A refused system call; `number` is `errno` as it stood right after the call.
  init(_ number: Int32, _ deed: Deed, _ path: String) {
    let reason = Self.reason(number)
    self.init(
      reason.kind, path,
      Message(
        sv: "Det gick inte att \(deed.swedish) \(path): \(reason.text.swedish).",
        en: "Could not \(deed.english) \(path): \(reason.text.english)."),
      help: reason.help)
  }

  private struct Reason {
    var kind: Kind
    var text: Message
    var help: Message?
  }

  private static func reason(_ number: Int32) -> Reason {
    switch number {
    case ENOSPC, EDQUOT:
      Reason(
        kind: .diskFull, text: Message(sv: "disken är full", en: "the disk is full"),
        help: Message(sv: "Frigör utrymme och bygg igen.", en: "Free some space and build again."))
    case EACCES, EPERM:
      Reason(
        kind: .noPermission, text: Message(sv: "behörighet saknas", en: "permission denied"),
        help: Message(
          sv: "Kontrollera vem som äger mappen och vem som får skriva i den.",
          en: "Check who owns the folder and who may write in it."))
    case EROFS: Reason(kind: .readOnly, text: Message(sv: "disken är skrivskyddad", en: "the disk is read-only"))
    case ENOENT: Reason(kind: .missing, text: Message(sv: "den finns inte", en: "it does not exist"))
    case ENOTDIR: Reason(kind: .notAFolder, text: Message(sv: "den är ingen mapp", en: "it is not a folder"))
    case EFBIG: Reason(kind: .tooLarge, text: Message(sv: "filen är för stor", en: "the file is too large"))
    case ENAMETOOLONG:
      Reason(kind: .invalidPath, text: Message(sv: "namnet är för långt", en: "the name is too long"))
    case EMFILE, ENFILE:
      Reason(kind: .other, text: Message(sv: "för många öppna filer", en: "too many open files"))
    case EBUSY: Reason(kind: .other, text: Message(sv: "den är upptagen", en: "it is busy"))
    case EIO: Reason(kind: .other, text: Message(sv: "läs- eller skrivfel på disken", en: "input/output error"))
    case ELOOP:
      Reason(kind: .other, text: Message(sv: "länkarna går i en ring", en: "too many levels of symbolic links"))
    default:
      Reason(kind: .other, text: Message(sv: "fel \(number) från systemet", en: "system error \(number)"))
    }
  }

  /// Why a file could not be used, as part of a sentence.
  static func explanation(_ number: Int32) -> Message { reason(number).text }
}

extension EnvironmentFault.Deed {
  fileprivate var swedish: String {
    switch self {
    case .read: "läsa"
    case .list: "lista"
    case .create: "skapa"
    case .write: "skriva"
    case .exchange: "byta ut"
    case .remove: "ta bort"
    }
  }

  fileprivate var english: String {
    switch self {
    case .read: "read"
    case .list: "list"
    case .create: "create"
    case .write: "write"
    case .exchange: "replace"
    case .remove: "remove"
    }
  }
}
