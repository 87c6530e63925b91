public import Diagnostics
internal import Documents
internal import Swedish

/// A file for an editor to begin with, which passes `check`.
public enum NewDocument: String, Sendable, CaseIterable {
  case routine, dashboard, checklist

  /// Writes the file and says where it lies; a document is a draft until somebody has decided it.
  public func create(_ title: String, in content: String, language: Language) throws(EnvironmentFault) -> String {
    let slug = Folding.slug(title)
    let folder = self == .dashboard ? "dashboards" : "routines"
    let path = "\(folder)/\(slug.isEmpty ? rawValue : slug).md"
    try ContentWriter(content: content).create(path, Array(text(title, language).utf8))
    return content + "/" + path
  }

  func text(_ title: String, _ language: Language) -> String {
    let head = FrontMatterText.scalar(title)
    return switch self {
    case .routine: Self.front(head, kind: "rutin") + Self.routineText.text(in: language)
    case .checklist: Self.front(head, kind: "checklista") + Self.checklistText.text(in: language)
    case .dashboard: "---\ntitel: \(head)\n---\n\n" + Self.dashboardText.text(in: language)
    }
  }

  private static func front(_ title: String, kind: String) -> String {
    """
    ---
    titel: \(title)
    typ: \(kind)
    status: utkast
    beslutad av:
    beslutad:
    gäller från:
    gäller till:
    ansvarig:
    målgrupp: []
    ämnesord: []
    ---


    """
  }

  private static let routineText = Message(
    sv: """
      ## Syfte

      Vad rutinen är till för, i en eller två meningar.

      ## Roller och ansvar

      Vem som gör vad.

      ## Utförande

      Gör så här:

      1. Det första steget.
      2. Det andra steget.

      """,
    en: """
      ## Purpose

      What the routine is for, in a sentence or two.

      ## Roles and responsibilities

      Who does what.

      ## What to do

      1. The first step.
      2. The second step.

      """)

  private static let checklistText = Message(
    sv: """
      När listan används och av vem.

      - [ ] Det första att kontrollera.
      - [ ] Det andra att kontrollera.

      """,
    en: """
      When the list is used and by whom.

      - [ ] The first thing to check.
      - [ ] The second thing to check.

      """)

  private static let dashboardText = Message(
    sv: """
      Vad sidan visar och vem den är till för.

      ## Läget

      Vad siffrorna säger och vad ni gör åt det.

      ```kpi
      mått: [V1, V4]
      per: totalt
      rubrik: Registrering av besök, senaste månaden
      ```

      """,
    en: """
      What the page shows and whom it is for.

      ## How things are

      What the figures say and what you do about it.

      ```kpi
      measure: [V1, V4]
      by: totalt
      title: Registration of visits, latest month
      ```

      """)
}
