public import Documents
internal import Swedish

/// A governing document of the handbook: a document with its address, kind, areas and state.
public struct Routine: Sendable {
  public var document: Document
  /// The editor's own id; nil for a document that has none.
  public var id: String?
  /// The last part of its address, unique.
  public var slug: String
  public var kind: DocumentKind
  /// Indices into `Library.areas`.
  public var areas: [Int]
  public var state: ValidityState

  /// Below the site's root.
  public var address: String { "rutiner/\(slug).html" }
  public var title: String { document.title }
}

/// A page that is no decided document: about, support, statement.
public struct SitePage: Sendable {
  public var document: Document
  public var slug: String

  public var address: String { slug == "start" ? "index.html" : "\(slug).html" }
}

extension Document {
  /// The name of the file without folders and ending.
  var fileStem: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  var slug: String {
    let slug = Folding.slug(frontMatter.id ?? fileStem)
    return slug.isEmpty ? "dokument" : slug
  }
}
