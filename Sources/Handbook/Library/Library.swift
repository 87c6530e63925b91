public import CivilTime
public import Diagnostics
public import Documents
internal import Swedish

/// All documents of the handbook together: addresses, names, and who points to whom.
public struct Library: Sendable {
  public let configuration: Configuration
  public let registers: Registers
  public let asOf: CivilDate
  /// In Swedish order of their titles.
  public private(set) var routines: [Routine] = []
  public private(set) var pages: [SitePage] = []
  public private(set) var areas: [Area] = []
  public private(set) var subjects: [Subject] = []
  public private(set) var roles: [Role] = []
  public private(set) var systems: [System] = []
  /// What each routine's references lead to, by routine and reference.
  public private(set) var resolutions: [[Resolution]] = []
  public private(set) var pageResolutions: [[Resolution]] = []
  /// Routines that point to each routine, without repeats.
  public private(set) var backlinks: [[Int]] = []
  /// At most five routines on the same subjects, nearest first.
  public private(set) var related: [[Int]] = []
  /// For each routine, those that replace it.
  public private(set) var replacedBy: [[Int]] = []
  /// For each routine, those that it replaces.
  public private(set) var replaces: [[Int]] = []
  public private(set) var shortcuts: [Shortcut] = []
  public private(set) var diagnostics: [Diagnostic] = []

  public struct Area: Sendable {
    public var name: String
    public var slug: String
    public var description: String
    public var routines: [Int] = []
  }

  public struct Subject: Sendable {
    public var name: String
    public var slug: String
    public var routines: [Int] = []
  }

  public struct Shortcut: Sendable {
    public var text: String
    /// An address below the root, or a web address.
    public var address: String
    public var isExternal: Bool
  }

  /// `files` are the paths of attachments below the content folder.
  public init(
    routines documents: [Document], pages: [Document], files: Set<String>, configuration: Configuration, registers: Registers, asOf: CivilDate
  ) {
    self.configuration = configuration
    self.registers = registers
    self.asOf = asOf
    areas = configuration.areas.map { Area(name: $0.name, slug: Folding.slug($0.name), description: $0.description) }
    var areaIndex = AreaIndex(configuration.areas)
    routines = documents.inSwedishOrder { $0.title + "\u{0}" + $0.file }.map { document in
      Routine(
        document: document, id: document.frontMatter.id, slug: document.slug,
        kind: document.kind ?? DocumentKind(beginning: document.title) ?? .routine, areas: areaIndex.areas(of: document),
        state: ValidityState(
          of: document, on: asOf, endsSoonDays: configuration.endsSoonDays, limitInYears: configuration.limitInYears))
    }
    self.pages = pages.inSwedishOrder(by: \.title).map { SitePage(document: $0, slug: $0.slug) }
    for name in areaIndex.added { areas.append(Area(name: name, slug: Folding.slug(name), description: "")) }
    for (index, routine) in routines.enumerated() {
      for area in routine.areas { areas[area].routines.append(index) }
    }
    diagnostics += areaIndex.diagnostics
    subjects = Subject.all(in: routines)
    diagnostics += AddressCheck.diagnostics(routines: routines, pages: self.pages)
    let resolver = ReferenceResolver(routines: routines, pages: self.pages, files: files, registers: registers)
    resolve(with: resolver)
    linkEditions(with: resolver)
    related = RelatedRoutines.find(in: routines, subjects: subjects)
    let duties = RoleIndex(registers.roles).roles(in: routines)
    roles = duties.roles
    diagnostics += duties.diagnostics
    systems = System.all(registers, routines: routines, resolutions: resolutions)
    resolveShortcuts(with: resolver)
    for document in routines.map(\.document) + self.pages.map(\.document) { diagnostics += Self.unavailable(in: document) }
  }

  private static func unavailable(in document: Document) -> [Diagnostic] {
    document.components.map { component in
      Diagnostic(
        .unavailableComponent, SourceRange(file: document.file, line: component.line),
        Message(
          sv: "Blocket `\(component.name)` kan inte visas än; sidan visar dess text.",
          en: "The block `\(component.name)` cannot be shown yet; the page shows its text."),
        help: Message(sv: "Ta bort blocket tills vidare.", en: "Remove the block for now."))
    }
  }

  private mutating func resolve(with resolver: ReferenceResolver) {
    var pointers: [Set<Int>] = Array(repeating: [], count: routines.count)
    resolutions.reserveCapacity(routines.count)
    for (index, routine) in routines.enumerated() {
      var found: [Resolution] = []
      found.reserveCapacity(routine.document.references.count)
      for reference in routine.document.references {
        let (resolution, fault) = resolver.resolve(reference, from: routine.document, ownAddress: routine.address)
        found.append(resolution)
        if let fault { diagnostics.append(fault) }
        if case .routine(let target, _) = resolution, target != index { pointers[target].insert(index) }
      }
      resolutions.append(found)
    }
    for page in pages {
      pageResolutions.append(
        page.document.references.map { reference in
          let (resolution, fault) = resolver.resolve(reference, from: page.document, ownAddress: page.address)
          if let fault { diagnostics.append(fault) }
          return resolution
        })
    }
    backlinks = pointers.map { $0.sorted() }
  }

  /// `ersätter:` with an id or title; a converted text's free words there are only shown.
  private mutating func linkEditions(with resolver: ReferenceResolver) {
    replacedBy = Array(repeating: [], count: routines.count)
    replaces = Array(repeating: [], count: routines.count)
    for (index, routine) in routines.enumerated() {
      guard let text = routine.document.facts.replaces.value else { continue }
      let place = routine.document.frontMatter.places["ersätter"]
      for name in place == nil ? [text] : text.split(separator: ",").map(String.init) {
        if let target = resolver.routine(named: name), target != index {
          replacedBy[target].append(index)
          replaces[index].append(target)
        } else if let place {
          diagnostics.append(resolver.unknownDocument(name, at: place))
        }
      }
    }
  }

  private mutating func resolveShortcuts(with resolver: ReferenceResolver) {
    for shortcut in configuration.shortcuts {
      if shortcut.target.hasPrefix("https://") || shortcut.target.hasPrefix("http://") || shortcut.target.hasPrefix("tel:") {
        shortcuts.append(Shortcut(text: shortcut.text, address: shortcut.target, isExternal: true))
      } else if let address = resolver.address(of: shortcut.target) {
        shortcuts.append(Shortcut(text: shortcut.text, address: address, isExternal: false))
      } else {
        diagnostics.append(resolver.unknownDocument(shortcut.target, at: shortcut.range))
      }
    }
  }
}

extension Library.Subject {
  /// Subjects of all routines in Swedish order, each under its first spelling.
  static func all(in routines: [Routine]) -> [Library.Subject] {
    var subjects: [String: Library.Subject] = [:]
    for (index, routine) in routines.enumerated() {
      var seen: Set<String> = []
      for name in routine.document.facts.subjects.value ?? [] {
        let slug = Folding.slug(name)
        guard !slug.isEmpty, seen.insert(slug).inserted else { continue }
        subjects[slug, default: Library.Subject(name: name, slug: slug)].routines.append(index)
      }
    }
    return subjects.values.sorted { $0.slug < $1.slug }.inSwedishOrder(by: \.name)
  }
}
