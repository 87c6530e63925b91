internal import Diagnostics
internal import Swedish

/// The content folder's files, sorted by what they are.
struct ContentFiles {
  private(set) var configuration: SiteSources.File?
  private(set) var registers: [SiteSources.File] = []
  private(set) var routines: [SiteSources.File] = []
  private(set) var pages: [SiteSources.File] = []
  private(set) var attachments: [SiteSources.File] = []
  /// Earlier editions that editors keep by hand.
  private(set) var editions: [SiteSources.File] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ files: [SiteSources.File]) {
    for file in files {
      switch ContentRole(file.path) {
      case .configuration: configuration = file
      case .register: registers.append(file)
      case .routine: routines.append(file)
      case .page: pages.append(file)
      case .attachment: attachments.append(file)
      case .edition: editions.append(file)
      case .reserved: continue
      case .webPage: diagnostics.append(Self.webPage(file.path))
      case .unknown: diagnostics.append(Self.unknown(file.path))
      }
    }
  }

  private static func unknown(_ path: String) -> Diagnostic {
    Diagnostic(
      .unknownFile, SourceRange(file: path),
      Message(
        sv: "Filen hör inte till någon känd mapp och läses inte.",
        en: "The file belongs to no known folder and is not read."),
      help: suggestion(path)
        ?? Message(
          sv: "Lägg dokument i `routines/` eller `pages/`, register i `registers/` och bilagor i `files/`.",
          en: "Put documents in `routines/` or `pages/`, registers in `registers/` and attachments in `files/`."))
  }

  /// A folder or file whose name is nearly a known one.
  private static func suggestion(_ path: String) -> Message? {
    let parts = path.split(separator: "/")
    let known = parts.count == 1 ? ["site.yaml"] : ContentRole.folders.filter { $0 != parts[0] }
    let near = NearMatch.nearest(to: String(parts.first ?? ""), in: known, limit: 1)
    return near.first.map { name in
      let shown = parts.count == 1 ? name : name + "/"
      return Message(sv: "Menade du `\(shown)`?", en: "Did you mean `\(shown)`?")
    }
  }

  private static func webPage(_ path: String) -> Diagnostic {
    Diagnostic(
      .authorHTML, SourceRange(file: path),
      Message(
        sv: "Webbsidor och skript tas inte med på webbplatsen.",
        en: "Web pages and scripts are not taken into the site."),
      help: Message(
        sv: "Skriv om sidan som Markdown, eller spara den som PDF.",
        en: "Rewrite the page as Markdown, or save it as a PDF."))
  }
}

/// What a file of the content folder is, told by its place and ending.
enum ContentRole {
  case configuration
  case register
  case routine
  case page
  /// Copied to the site as it is.
  case attachment
  /// Of `editions/ID/`.
  case edition
  /// Something that a browser would run: it is not for authors to write.
  case webPage
  /// Read by another stage, never published.
  case reserved
  case unknown

  static let folders = [
    "routines", "pages", "dashboards", "registers", "files", "data", "measures", "editions", "originals", "theme",
  ]

  init(_ path: String) {
    let parts = path.split(separator: "/")
    let lower = path.lowercased()
    func ends(_ endings: [String]) -> Bool { endings.contains { lower.hasSuffix($0) } }
    let isText = ends([".md", ".markdown", ".txt"])
    let isYAML = ends([".yaml", ".yml"])
    guard parts.count > 1 else {
      // A document laid straight into the content folder is a routine.
      self = path == "site.yaml" ? .configuration : isText ? .routine : .unknown
      return
    }
    let attachment: ContentRole = ends([".html", ".htm", ".xhtml", ".js", ".mjs"]) ? .webPage : .attachment
    switch parts[0] {
    case "routines": self = isText ? .routine : isYAML ? .unknown : attachment
    case "pages", "dashboards": self = isText ? .page : isYAML ? .unknown : attachment
    case "registers": self = isYAML ? .register : .unknown
    case "files": self = attachment
    case "editions": self = isText && parts.count > 2 ? .edition : .unknown
    case "data", "measures", "originals", "theme": self = .reserved
    default: self = .unknown
    }
  }
}
