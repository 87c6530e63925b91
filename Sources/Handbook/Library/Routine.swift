public import CivilTime
internal import Diagnostics
public import Documents
internal import Swedish

/// A governing document of the handbook: a document with its address, kind, areas and state.
public struct Routine: Sendable {
  /// Borrowed, never copied: a document holds some fifty things that each copy would count anew.
  public var document: Document { _read { yield content.document } }
  /// The editor's own id; nil for a document that has none.
  public var id: String? { content.document.frontMatter.id }
  /// The last part of its address, unique.
  public var slug: String { content.slug }
  public var kind: DocumentKind { content.kind }
  public var timeline: ValidityTimeline { content.timeline }
  /// As ids are compared.
  var foldedID: String? { content.foldedID }
  /// As titles are compared.
  var foldedTitle: String { content.foldedTitle }
  private let content: Content
  /// Indices into `Library.areas`.
  public var areas: [Int] = []
  /// Indices into `Library.subjects`.
  public var subjects: [Int] = []
  /// On the as-of date.
  public var state: ValidityState

  /// What the document alone tells, worked out once.
  private final class Content: Sendable {
    let document: Document
    let slug: String
    let kind: DocumentKind
    let timeline: ValidityTimeline
    let foldedID: String?
    let foldedTitle: String

    init(_ document: Document, timeline: ValidityTimeline) {
      self.document = document
      self.timeline = timeline
      slug = document.slug
      kind = document.kind ?? DocumentKind(beginning: document.title) ?? .routine
      foldedID = document.frontMatter.id.map { Folding.words($0) }
      foldedTitle = Folding.words(document.title)
    }
  }

  public init(_ document: Document, _ configuration: Configuration, on day: CivilDate) {
    let timeline = ValidityTimeline(
      of: document, endsSoonDays: configuration.endsSoonDays, limitInYears: configuration.limitInYears)
    content = Content(document, timeline: timeline)
    state = timeline.state(on: day)
  }

  /// Below the site's root.
  public var address: String { Address.routine(slug) }
  public var title: String { document.title }

  /// The checklist with a page of its own that has this id or title; index into `document.checklists`.
  public func checklist(named name: String) -> Int? {
    let slug = Folding.slug(name)
    let pages = document.checklists.indices.filter { document.checklists[$0].hasPage }
    return pages.first { document.checklists[$0].id == slug }
      ?? pages.first { Folding.slug(document.checklists[$0].title) == slug }
  }
}

extension Checklist {
  /// A list of steps is part of its text; the others can be worked through on a page of their own.
  public var hasPage: Bool { kind != .procedure && !items.isEmpty }
}

/// A page that is no decided document: about, support, statement.
public struct SitePage: Sendable {
  public var document: Document
  public var slug: String

  /// A page of figures, from the folder `dashboards`.
  public var isDashboard: Bool { document.file.utf8.starts(with: "dashboards/".utf8) }

  /// Among dashboards; last without `ordning`.
  var order: Int { document.frontMatter.order ?? .max }

  public var address: String { isDashboard ? Address.dashboard(slug) : Address.page(slug) }
}

extension Document {
  var slug: String {
    let slug = Folding.slug(frontMatter.id ?? fileStem(of: file))
    return slug.isEmpty ? "dokument" : Slugs.shortened(slug)
  }

  /// Where the id stands; the file's beginning when the address comes from the file's name.
  var addressPlace: SourceRange { frontMatter.places["id"] ?? SourceRange(file: file) }
}

/// The name of a file without folders and ending.
func fileStem(of path: String) -> String {
  let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
  guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return String(name) }
  return String(name[..<dot])
}
