internal import Diagnostics
internal import Documents
internal import Swedish

/// What is wrong with a document that only the handbook's configuration, or all of the document, can tell.
enum DocumentInHandbook {
  static func diagnostics(of routine: Routine, _ configuration: Configuration) -> [Diagnostic] {
    unknownChecklists(of: routine)
      + (configuration.showsDeciderName ? [] : privateDecider(of: routine.document))
  }

  /// Whether there is anything to check, told without copying the document.
  static func concerns(_ routine: Routine, _ configuration: Configuration) -> Bool {
    !configuration.showsDeciderName || !routine.document.frontMatter.followUps.isEmpty
  }

  /// A follow-up's `checklista:` names one of the document's own checklists.
  private static func unknownChecklists(of routine: Routine) -> [Diagnostic] {
    routine.document.frontMatter.followUps.compactMap { duty in
      guard let name = duty.checklist, routine.checklist(named: name) == nil else { return nil }
      let ids = routine.document.checklists.filter(\.hasPage).map(\.id)
      let near = NearMatch.nearest(to: name, in: ids)
      let list = ids.map { "`\($0)`" }.joined(separator: ", ")
      return Diagnostic(
        .invalidValue, duty.range,
        Message(
          sv: "Uppföljningen ”\(duty.what)” hör till checklistan ”\(name)”, som inte finns i dokumentet.",
          en: "The follow-up “\(duty.what)” belongs to the checklist “\(name)”, which is not in the document."),
        help: !near.isEmpty
          ? .didYouMean(code: near)
          : ids.isEmpty
            ? Message(
              sv: "Lägg till ett block ```` ```checklist ```` med `id: \(name)`.",
              en: "Add a block ```` ```checklist ```` with `id: \(name)`.")
            : Message(sv: "Dokumentets checklistor är: \(list).", en: "The document's checklists are: \(list)."))
    }
  }

  private static func privateDecider(of document: Document) -> [Diagnostic] {
    let fact = document.facts.decidedBy
    guard let written = fact.value, DeciderName.withoutPerson(written) == nil else { return [] }
    return [
      Diagnostic(
        .privateDecider,
        document.frontMatter.places["beslutad av"] ?? SourceRange(file: document.file, line: fact.line ?? 1),
        Message(
          sv: "Beslutsfattaren är bara ett namn, och namn visas inte; sidan säger inte vem som har beslutat.",
          en: "The decider is a name only, and names are not shown; the page does not say who decided."),
        help: Message(
          sv: "Skriv rollen efter namnet: `Namn, verksamhetschef`.",
          en: "Write the role after the name: `Name, operations manager`."))
    ]
  }
}
