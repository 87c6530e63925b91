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
  /// Pages of figures by `ordning`, then by title; indices into `pages`.
  public private(set) var dashboards: [Int] = []
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
  /// For each routine that has a history, its editions, oldest first.
  public private(set) var recordedEditions: [Int: [Edition]] = [:]
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

  /// `files` are the paths of attachments below the content folder; `earlier` is in the order of the history.
  public init(
    routines: [Routine], pages: [Document], files: Set<String>, earlier: [EarlierDocument] = [],
    configuration: Configuration, registers: Registers, asOf: CivilDate
  ) {
    self.configuration = configuration
    self.registers = registers
    self.asOf = asOf
    self.routines = Self.inOrder(routines.indices, title: { routines[$0].title }, file: { routines[$0].document.file })
      .map { routines[$0] }
    self.pages = Self.inOrder(pages.indices, title: { pages[$0].title }, file: { pages[$0].file })
      .map { SitePage(document: pages[$0], slug: pages[$0].slug) }
    dashboards = self.pages.indices.filter { self.pages[$0].isDashboard }.sorted { left, right in
      (self.pages[left].order, left) < (self.pages[right].order, right)
    }
    sortIntoAreas()
    sortIntoSubjects()
    if let logo = configuration.logo, !files.contains(logo.path) { diagnostics.append(.missingLogo(logo, in: files)) }
    diagnostics += configuration.statement?.diagnostics(on: asOf) ?? []
    let fixed = Set(
      Address.fixed(hasContacts: !registers.contacts.isEmpty, hasStatement: configuration.statement != nil))
    diagnostics += AddressCheck(routines: self.routines, pages: self.pages, fixed: fixed).diagnostics
    var resolver = ReferenceResolver(
      routines: self.routines, pages: self.pages, files: files, registers: registers, fixed: fixed)
    resolve(with: &resolver)
    let chain = EditionChain(self.routines, resolver: &resolver)
    (replaces, replacedBy) = (chain.replaces, chain.replacedBy)
    if !earlier.isEmpty {
      var index = EditionIndex(self.routines)
      recordedEditions = index.editions(earlier)
    }
    resolveShortcuts(with: &resolver)
    related = RelatedRoutines.find(in: self.routines, subjects: subjects)
    let duties = RoleIndex(registers.roles).roles(in: self.routines)
    roles = duties.roles
    systems = System.all(registers, routines: self.routines.count, resolutions: resolutions)
    diagnostics += chain.diagnostics + duties.diagnostics
    for routine in self.routines where DocumentInHandbook.concerns(routine, configuration) {
      diagnostics += DocumentInHandbook.diagnostics(of: routine, configuration)
    }
  }

  /// Indices in Swedish order of the titles, then by file.
  private static func inOrder(
    _ indices: Range<Int>, title: (Int) -> String, file: (Int) -> String
  ) -> [Int] {
    let keys = indices.map { CollationKey(title($0)) }
    func isBefore(_ left: Int, _ right: Int) -> Bool {
      file(left).utf8.lexicographicallyPrecedes(file(right).utf8)
    }
    let isInFileOrder = indices.dropFirst().allSatisfy { isBefore($0 - 1, $0) }
    let byFile = isInFileOrder ? Array(indices) : indices.sorted(by: isBefore)
    // Stable: those of one title stay in the order of their files.
    return byFile.sorted { keys[$0] < keys[$1] }
  }

  private mutating func sortIntoAreas() {
    var index = AreaIndex(configuration.areas)
    let found = routines.indices.map { routine in
      index.areas(
        named: routines[routine].document.frontMatter.operations,
        category: routines[routine].document.frontMatter.sourceFile,
        file: routines[routine].document.file, place: { routines[routine].document.frontMatter.places["verksamhet"] })
    }
    let order = index.sortAdded()
    var slugs = Slugs()
    areas = configuration.areas.map {
      Area(name: $0.name, slug: slugs.slug(for: $0.name, or: "omrade"), description: $0.description)
    }
    areas += index.added.map { Area(name: $0, slug: slugs.slug(for: $0, or: "omrade"), description: "") }
    for routine in routines.indices {
      routines[routine].areas = found[routine].map { order[$0] }
      for area in routines[routine].areas { areas[area].routines.append(routine) }
    }
    diagnostics += index.diagnostics
  }

  /// Each subject under its first spelling.
  private mutating func sortIntoSubjects() {
    /// Folded words by what is written.
    var known: [String: String] = [:]
    var names = FirstSpellings()
    for routine in routines.indices {
      for name in routines[routine].document.facts.subjects.value ?? [] {
        let words = known[name] ?? Folding.words(name)
        known[name] = words
        if !words.isEmpty { names.add(routine, to: name, folded: words) }
      }
    }
    subjects = names.subjects(or: "amne")
    for (number, subject) in subjects.enumerated() {
      for routine in subject.routines { routines[routine].subjects.append(number) }
    }
  }

  private mutating func resolve(with resolver: inout ReferenceResolver) {
    var faults: [Diagnostic] = []
    backlinks = Array(repeating: [], count: routines.count)
    resolutions = routines.indices.map { resolver.resolve(.routine($0), &faults) }
    pageResolutions = pages.indices.map { resolver.resolve(.page($0), &faults) }
    for index in resolutions.indices {
      for case .routine(let target, _) in resolutions[index] where target != index && backlinks[target].last != index {
        backlinks[target].append(index)
      }
    }
    diagnostics += faults
  }

  private mutating func resolveShortcuts(with resolver: inout ReferenceResolver) {
    for shortcut in configuration.shortcuts {
      if shortcut.target.isWebAddress {
        shortcuts.append(Shortcut(text: shortcut.text, address: shortcut.target, isExternal: true))
      } else if let address = resolver.address(of: shortcut.target) {
        shortcuts.append(Shortcut(text: shortcut.text, address: address, isExternal: false))
      } else {
        diagnostics.append(
          .unknownDocument(shortcut.target, at: shortcut.range, near: resolver.nearNames.nearest(to: shortcut.target)))
      }
    }
  }
}
