internal import Diagnostics

/// What is wrong with a document on its own, before the others are known.
enum DocumentChecks {
  static func diagnostics(of document: Document, places: FieldValues<SourceRange>) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let start = SourceRange(file: document.file)
    if document.body.html.isEmpty, document.sections.isEmpty, document.title.isEmpty {
      found.append(
        Diagnostic(
          .emptyDocument, start, Message(sv: "Dokumentet är tomt.", en: "The document is empty."),
          help: Message(sv: "Fyll på med text eller ta bort filen.", en: "Add text or remove the file.")))
      return found + [missingTitle(start)]
    }
    if document.title.isEmpty { found.append(missingTitle(start)) }
    if document.titleSource == .sourceName {
      found.append(
        Diagnostic(
          .weakTitle, document.frontMatter.places["titel"] ?? start,
          Message(
            sv: "Titeln är filens namn; någon annan finns inte i texten.",
            en: "The title is the file's name; the text holds no other."),
          help: Message(
            sv: "Skriv rubriken överst i texten: `# Titel`.", en: "Write the heading at the top: `# Title`.")))
    }
    if case .contradictory = document.validity, let place = places[.validTo] {
      found.append(contradiction(document, place))
    }
    return found
  }

  private static func missingTitle(_ place: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingTitle, place, Message(sv: "Dokumentet har ingen titel.", en: "The document has no title."),
      help: Message(
        sv: "Skriv `titel: …` överst mellan två rader med `---`.",
        en: "Write `titel: …` at the top between two `---` lines."))
  }

  private static func contradiction(_ document: Document, _ place: SourceRange) -> Diagnostic {
    let decided = document.facts.decidedOn.value?.iso ?? ""
    return Diagnostic(
      .contradictoryValidity, place,
      Message(
        sv:
          "Slutdatumet \(document.facts.validTo.raw) går inte ihop med beslutsdatum \(decided) eller med datum för ikraftträdande.",
        en:
          "The end date \(document.facts.validTo.raw) does not fit the date of decision \(decided) or the date of entry into force."
      ),
      help: Message(
        sv: "Ett beslut kan gälla högst fem år och sluta tidigast den dag det fattas.",
        en: "A decision applies for at most five years and ends no earlier than the day it was made."))
  }
}
