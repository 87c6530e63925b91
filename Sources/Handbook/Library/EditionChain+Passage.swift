internal import CivilTime
internal import Diagnostics
internal import Documents

extension EditionChain {
  /// The old one ends when the new one begins: neither is followed beside the other, and no day is without.
  mutating func checkPassage(from old: Int, to new: Int) {
    let (older, newer) = (routines[old], routines[new])
    let hasBegun = newer.state.isInForce || newer.state == .expired || newer.state == .replaced
    if hasBegun, older.state.isInForce {
      report(
        .overlappingEditions, new, old,
        Message(
          sv: "Dokumentet ersätter ”\(older.title)”, som fortfarande gäller.",
          en: "The document replaces “\(older.title)”, which is still in force."),
        help: Message(
          sv: "Skriv `status: ersatt` eller ett tidigare `gäller till:` i \(older.document.file).",
          en: "Write `status: ersatt` or an earlier `gäller till:` in \(older.document.file)."))
    } else if newer.state == .notYet, older.state == .replaced {
      report(
        .replacementGap, new, old,
        Message(
          sv: "”\(older.title)” är ersatt, men dokumentet som ersätter det gäller inte än.",
          en: "“\(older.title)” is replaced, but the document that replaces it does not apply yet."),
        help: Message(
          sv: "Låt det äldre stå kvar som `status: gällande` tills det nya gäller.",
          en: "Leave the older one as `status: gällande` until the newer one applies."))
    } else if !newer.state.isSetAside, let days = gap(from: older.document, to: newer.document), days > 0 {
      report(
        .replacementGap, new, old,
        Message(
          sv: "Mellan slutet för ”\(older.title)” och början för det här dokumentet gäller inget i \(days) dagar.",
          en: "Between the end of “\(older.title)” and the beginning of this document nothing applies for \(days) days."
        ),
        help: Message(
          sv: "Låt `gäller från:` vara dagen efter det äldre dokumentets `gäller till:`.",
          en: "Let `gäller från:` be the day after the older document's `gäller till:`."))
    }
  }

  /// Whoever holds the old one must be led on.
  mutating func reportMissingSuccessor(of old: Int) {
    let document = routines[old].document
    let name = routines[old].id ?? routines[old].title
    diagnostics.append(
      Diagnostic(
        .missingSuccessor, document.frontMatter.places["status"] ?? SourceRange(file: document.file, line: 1),
        Message(
          sv: "Dokumentet är ersatt, men inget annat säger att det ersätter det.",
          en: "The document is replaced, but no other says that it replaces it."),
        help: Message(
          sv:
            "Skriv `ersätter: \(name)` i det nya dokumentet, eller `status: upphävd` här om inget har kommit i stället.",
          en: "Write `ersätter: \(name)` in the new document, or `status: upphävd` here if nothing has taken its place."
        )))
  }

  /// The days between two documents; nil when either end is not told.
  private func gap(from old: Document, to new: Document) -> Int? {
    guard case .until(let end) = old.validity,
      let start = new.facts.validFrom.value?.firstDay ?? new.facts.decidedOn.value?.firstDay
    else { return nil }
    return start.dayNumber - end.dayNumber - 1
  }

  private mutating func report(_ code: Diagnostic.Code, _ new: Int, _ old: Int, _ message: Message, help: Message) {
    let document = routines[old].document
    diagnostics.append(
      Diagnostic(
        code, place(new), message, help: help,
        related: [
          Diagnostic.Related(
            document.frontMatter.places["status"] ?? document.frontMatter.places["gäller till"]
              ?? SourceRange(file: document.file),
            Message(sv: "Det äldre dokumentet.", en: "The older document."))
        ]))
  }
}
