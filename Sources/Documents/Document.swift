public import Diagnostics

/// What was read of one file.
public struct Document: Sendable {
  /// Where a title was found, best first.
  public enum TitleSource: String, Sendable, Hashable {
    /// The editor's own `titel` in front matter.
    case override
    /// The lines after an H1 that only names the kind.
    case afterKind
    case heading
    /// `Titel:`.
    case titleLabel
    /// `Dokumentnamn:`.
    case documentName
    /// A converted file's name.
    case sourceName
    case none
  }

  /// Path below the content folder.
  public var file: String
  public var title: String
  public var titleSource: TitleSource
  public var titleLine: Int?
  public var kind: DocumentKind?
  public var facts: HeaderFacts
  public var frontMatter: FrontMatter
  public var validity: DeclaredValidity
  public var body: Body
  public var sections: [Section]
  public var roles: [RoleDuties]
  public var checklists: [Checklist]
  public var references: [Reference]
  public var contacts: [Contact]
  public var components: [Component]
  /// Sentences that look like a scheduled duty; a suggestion to the editor, never a fact.
  public var suggestedDuties: [RoleDuties.Duty]
  public var repairs: [Repair]
  public var diagnostics: [Diagnostic]
}
