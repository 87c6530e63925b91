public import Diagnostics

/// A heading of the text and where it leads.
public struct Section: Sendable, Hashable {
  /// The sections that routines of this kind usually have.
  public enum Standard: String, Sendable, Hashable, CaseIterable {
    case introduction, purpose, responsibilities, scope, procedure
  }

  /// Unique within the document; the anchor.
  public var id: String
  /// 2–6 on the page.
  public var level: Int
  public var title: String
  public var standard: Standard?
  public var line: Int
}

/// What a document says that one role is responsible for.
public struct RoleDuties: Sendable, Hashable {
  public struct Duty: Sendable, Hashable {
    public var text: String
    public var line: Int
  }

  /// As written: `Enhetschefen`.
  public var role: String
  public var duties: [Duty]
  public var line: Int
  /// The section it stands in.
  public var section: String?
}

public struct Checklist: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    /// `- [ ]` items.
    case tasks
    /// A list after a phrase such as "Punkter som kontrolleras".
    case leadIn
    /// A list after "Gör så här": steps in order.
    case procedure
    /// A fenced `checklist` block.
    case component
  }

  public struct Item: Sendable, Hashable {
    /// Made from the item's own text: it changes with that, and not when another item does.
    ///
    /// Items of the same text are numbered by how many they are, so that none takes another's place. An id that the author gave
    /// stands before.
    public var id: String
    public var text: String
    public var isDone: Bool
    public var line: Int
  }

  /// Unique within the document.
  public var id: String
  public var title: String
  public var kind: Kind
  /// `varannan månad`: how long a tick is kept.
  public var period: String?
  public var items: [Item]
  public var line: Int
  public var section: String?
}

/// Something that a text points to.
public struct Reference: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case link, image, quote, wiki, system, namedLink
  }

  public var kind: Kind
  /// What the reader sees; an image's alternative text.
  public var text: String
  /// The address, identifier, title or register name that is pointed to.
  public var target: String
  public var range: SourceRange
  /// The text says that it is a document (`rutinen: ”…”`), so that a missing target is worth a warning.
  public var isExplicit: Bool
}

/// A fenced block that later stages fill in: `kpi`, `chart`, `table`, `include`.
public struct Component: Sendable, Hashable {
  public var name: String
  public var source: String
  /// First line of the block's content in the file.
  public var line: Int
}
