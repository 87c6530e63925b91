internal import Diagnostics
internal import Swedish

/// Why a name means nothing where it stands.
enum NameFault: Error {
  case unknown(String, candidates: [String])
  case withoutParts(String)
  case noItem
  case noLoop(String)

  func diagnostic(at range: SourceRange) -> Diagnostic {
    switch self {
    case .unknown(let name, let candidates):
      Diagnostic(
        .unknownName, range,
        Message(sv: "Namnet `\(name)` finns inte här.", en: "The name `\(name)` does not exist here."),
        help: .nearest(to: name, in: candidates))
    case .withoutParts(let name):
      Diagnostic(
        .unknownName, range,
        Message(
          sv: "`\(name)` har inga delar att nå med punkt.", en: "`\(name)` has no parts to reach with a full stop."),
        help: Message(
          sv: "En lista gås igenom med `{{#\(name)}}…{{/\(name)}}`; annat skrivs som det är.",
          en: "Go through a list by `{{#\(name)}}…{{/\(name)}}`; insert anything else as it is."))
    case .noItem:
      Diagnostic(
        .invalidTemplate, range,
        Message(sv: "`.` är ingen text här.", en: "`.` is no text here."),
        help: Message(
          sv: "Punkten står för texten i en lista av texter; skriv annars fältets namn.",
          en: "The full stop is the text in a list of texts; otherwise write the field's name."))
    case .noLoop(let name):
      Diagnostic(
        .invalidTemplate, range,
        Message(sv: "`\(name)` har bara mening i en lista.", en: "`\(name)` has a meaning within a list only."),
        help: Message(sv: "Sätt den i listans avsnitt.", en: "Put it in the list's section."))
    }
  }
}

extension Message {
  /// "Did you mean …?", or else what there is to choose from.
  static func nearest(to name: String, in candidates: [String]) -> Message {
    if let message = didYouMean(name, in: candidates) { return message }
    if candidates.isEmpty {
      return Message(sv: "Det finns inget sådant än; lägg till det.", en: "There is none yet; add it.")
    }
    let shown = 12
    let list = candidates.prefix(shown).joined(separator: ", ") + (candidates.count > shown ? " …" : "")
    return Message(sv: "Här finns: \(list).", en: "There are: \(list).")
  }

  /// nil when nothing is near.
  static func didYouMean(_ name: String, in candidates: [String]) -> Message? {
    let near = NearMatch.nearest(to: name, in: candidates).map { "`\($0)`" }
    return near.isEmpty
      ? nil
      : Message(
        sv: "Menade du \(near.joined(separator: " eller "))?", en: "Did you mean \(near.joined(separator: " or "))?")
  }
}
