public import Dashboards
public import Diagnostics
internal import Documents
public import Handbook
internal import Statistics
internal import Swedish
internal import YAML

/// What the blocks of all documents ask for, checked before anything is rendered.
public struct ComponentSheet: Sendable {
  enum Entry: Sendable {
    case figures(FigureSpec)
    /// Another page's text, by its index in the library.
    case include(Int)
  }

  /// By routine and block; nil where a block cannot be shown.
  private(set) var routines: [[Entry?]] = []
  /// By page and block.
  private(set) var pages: [[Entry?]] = []
  public private(set) var diagnostics: [Diagnostic] = []

  public init(_ library: Library, book: FigureBook) {
    routines = library.routines.map { read($0.document, library, book) }
    pages = library.pages.map { read($0.document, library, book) }
    checkIndicators(library, book)
    checkExports(library, book)
  }

  private mutating func read(_ document: Document, _ library: Library, _ book: FigureBook) -> [Entry?] {
    document.components.map { component in
      if component.name == "include" { return include(component, document, library) }
      let (spec, faults) = ComponentReader.read(
        component.name, component.source, file: document.file, line: component.line, book: book,
        pageKind: document.frontMatter.pagePer?.groupKind)
      diagnostics += faults
      return spec.map { .figures($0) }
    }
  }

  private mutating func include(_ component: Component, _ document: Document, _ library: Library) -> Entry? {
    let place = SourceRange(file: document.file, line: component.line)
    let (node, faults) = YAMLReader.read(Array(component.source.utf8), file: document.file, firstLine: component.line)
    diagnostics += faults
    guard faults.isEmpty, let node else { return nil }
    var keyed = KeyedReader(node, keys: KnownKeys([("sida", ["page"])]))
    let name = keyed.requiredText("sida")
    diagnostics += keyed.diagnostics
    guard let name else { return nil }
    let slug = Folding.slug(name)
    guard let page = library.pages.firstIndex(where: { $0.slug == slug || $0.document.title == name }) else {
      let near = NearMatch.nearest(to: name, in: library.pages.map(\.slug)).map { "`\($0)`" }.joined(separator: ", ")
      diagnostics.append(
        Diagnostic(
          .invalidComponent, keyed.node("sida")?.range ?? place,
          Message(sv: "Sidan ”\(name)” finns inte.", en: "There is no page “\(name)”."),
          help: near.isEmpty
            ? Message(sv: "Skriv namnet på en fil i `pages`.", en: "Write the name of a file in `pages`.")
            : Message(sv: "Menade du \(near)?", en: "Did you mean \(near)?")))
      return nil
    }
    guard library.pages[page].document.components.isEmpty else {
      diagnostics.append(
        Diagnostic(
          .invalidComponent, keyed.node("sida")?.range ?? place,
          Message(
            sv: "Sidan ”\(name)” har egna block och kan inte tas in i en annan.",
            en: "The page “\(name)” has blocks of its own and cannot be taken into another."),
          help: Message(sv: "Länka till den i stället.", en: "Link to it instead.")))
      return nil
    }
    return .include(page)
  }

  /// `nyckeltal` of routines must name measures; what they are can be told only with the figures.
  private mutating func checkIndicators(_ library: Library, _ book: FigureBook) {
    let known = book.measureNames
    for routine in library.routines {
      for name in routine.document.frontMatter.measures where book.measures(named: name).isEmpty {
        let near = NearMatch.nearest(to: name, in: known).map { "`\($0)`" }.joined(separator: ", ")
        diagnostics.append(
          Diagnostic(
            .invalidValue,
            routine.document.frontMatter.places["nyckeltal"] ?? SourceRange(file: routine.document.file, line: 1),
            Message(sv: "Nyckeltalet ”\(name)” finns inte.", en: "There is no measure “\(name)”."),
            help: near.isEmpty
              ? Message(sv: "Ta bort det, eller skriv ett måtts id.", en: "Remove it, or write a measure's id.")
              : Message(sv: "Menade du \(near)?", en: "Did you mean \(near)?")))
      }
    }
  }

  /// One warning for each kind of export that is asked for and not there, at the first block that asks.
  private mutating func checkExports(_ library: Library, _ book: FigureBook) {
    var places: [Dataset: [SourceRange]] = [:]
    func add(_ document: Document, _ entries: [Entry?]) {
      for (component, entry) in zip(document.components, entries) {
        guard case .figures(let spec)? = entry, spec.groups != .files else { continue }
        for dataset in Set(spec.measures.map(\.dataset)) where !book.has(dataset) {
          // The block's own line stands before the first of its content.
          places[dataset, default: []].append(SourceRange(file: document.file, line: max(1, component.line - 1)))
        }
      }
    }
    for (routine, entries) in zip(library.routines, routines) where !entries.isEmpty { add(routine.document, entries) }
    for (page, entries) in zip(library.pages, pages) where !entries.isEmpty { add(page.document, entries) }
    for dataset in Dataset.allCases {
      guard let found = places[dataset], let first = found.first else { continue }
      let name = dataset.rawValue
      diagnostics.append(
        Diagnostic(
          .unavailableComponent, first,
          Message(
            sv: "Exporten `\(name)` saknas, och \(found.count) block behöver den; de visar inga siffror ur den.",
            en: "The export `\(name)` is missing, and \(found.count) blocks need it; they show no figures of it."),
          help: Message(sv: "Lägg exporten i mappen `data`.", en: "Put the export into the folder `data`.")))
    }
  }
}

extension FrontMatter.PagePer {
  var groupKind: GroupKind {
    switch self {
    case .provider: .provider
    case .unit: .unit
    }
  }
}
