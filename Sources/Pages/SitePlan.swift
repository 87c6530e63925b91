public import Dashboards
internal import Documents
public import Handbook
internal import Statistics
internal import Swedish

/// One page that is to be made.
public enum PlannedPage: Sendable, Hashable {
  case start
  case routine(Int)
  case area(Int)
  case binder(area: Int)
  case subject(Int)
  case kind(String)
  case letters
  case checklist(routine: Int, checklist: Int)
  case role(Int)
  case system(Int)
  case page(Int)
  /// A page of figures, or one of those made for each group: index of the page, and of the group.
  case dashboard(Int, group: Int?)
  case about
  case dashboards
  case areas, subjects, kinds, checklists, roles, systems, owners
  case owner(Int)
  case register, calendar, news, feed
  case contacts
  case search
  case statement
  /// Documents that have been replaced or withdrawn.
  case archive
  /// An earlier edition: index into the routine's editions.
  case edition(routine: Int, Int)
  case difference(routine: Int, from: Int, to: Int)
}

extension PlannedPage {
  /// Whether it shows a single document, of which there are many, and not what many have in common.
  public var isOfOneDocument: Bool {
    switch self {
    case .routine, .checklist, .page, .edition, .difference: true
    default: false
    }
  }
}

/// Which pages a handbook becomes, and where each lies.
public struct SitePlan: Sendable {
  public let library: Library
  /// Providers and units that may have pages of their own.
  let groups: [FigureBook.Group]
  private let groupSlugs: [String]
  let owners: [Library.Subject]

  private let hasSearch: Bool
  /// Every checklist that has a page of its own.
  let checklists: [(routine: Int, checklist: Int)]
  /// All pages of the site, in a fixed order.
  public private(set) var pages: [PlannedPage] = []

  /// - Parameter hasSearch: whether the theme has a page for searching.
  public init(_ library: Library, figures: FigureBook, hasSearch: Bool = false) {
    self.library = library
    owners = library.owners()
    self.hasSearch = hasSearch
    groups = figures.groups.filter { $0.kind == .provider || $0.kind == .unit }
    var taken: Set<String> = []
    groupSlugs = groups.map { group in
      let name = Folding.slug(group.name)
      let slug = name.isEmpty || taken.contains(name) ? Folding.slug(group.name + " " + group.id) : name
      taken.insert(slug)
      return slug
    }
    checklists = library.routines.enumerated().flatMap { number, routine in
      let all = routine.document.checklists
      return all.indices.filter { all[$0].hasPage }.map { (number, $0) }
    }
    pages = allPages()
  }

  private func allPages() -> [PlannedPage] {
    var pages: [PlannedPage] = [
      .start, .letters, .about, .archive, .areas, .subjects, .kinds, .checklists, .roles, .systems, .owners, .register,
      .calendar, .news, .feed,
    ]
    if !library.registers.contacts.isEmpty { pages.append(.contacts) }
    if hasSearch { pages.append(.search) }
    if library.configuration.statement != nil { pages.append(.statement) }
    pages += library.routines.indices.map { .routine($0) }
    pages += library.areas.indices.map { .area($0) }
    pages += library.areas.indices.filter { !binderRoutines($0).isEmpty }.map { .binder(area: $0) }
    pages += library.subjects.indices.map { .subject($0) }
    let kinds = Set(library.routines.map(\.kind))
    pages += DocumentKind.allCases.filter { kinds.contains($0) }.map { .kind($0.rawValue) }
    pages += checklists.map { .checklist(routine: $0.routine, checklist: $0.checklist) }
    pages += library.roles.indices.map { .role($0) }
    pages += library.systems.indices.map { .system($0) }
    pages += owners.indices.map { .owner($0) }
    pages += library.pages.indices.filter {
      !library.pages[$0].isDashboard && !SitePage.fillsFixedPage(library.pages[$0].slug)
    }.map { .page($0) }
    pages += dashboards
    for routine in library.recordedEditions.keys.sorted() {
      pages += editionIndices(of: routine).dropLast().map { .edition(routine: routine, $0) }
      pages += differences(of: routine).map { .difference(routine: routine, from: $0.from, to: $0.to) }
    }
    return pages
  }

  var hasDashboards: Bool { !library.dashboards.isEmpty }

  private var dashboards: [PlannedPage] {
    guard hasDashboards else { return [] }
    return [.dashboards]
      + library.dashboards.flatMap { index in
        [.dashboard(index, group: nil)] + groups(of: index).map { .dashboard(index, group: $0) }
      }
  }

  /// The groups that a dashboard is made for, when it is made for each.
  func groups(of page: Int) -> [Int] {
    guard let kind = library.pages[page].document.frontMatter.pagePer?.groupKind else { return [] }
    return groups.indices.filter { groups[$0].kind == kind }
  }

  /// The first page about each group.
  var groupAddresses: [FigureBook.Group: String] {
    var found: [FigureBook.Group: String] = [:]
    for page in library.dashboards {
      for group in groups(of: page) where found[groups[group]] == nil {
        found[groups[group]] = address(of: .dashboard(page, group: group))
      }
    }
    return found
  }

  /// The editions that a routine has pages for, the current one last.
  func editionIndices(of routine: Int) -> Range<Int> { (library.recordedEditions[routine] ?? []).indices }

  /// How many of the latest editions are compared with each other; older ones only with the one that followed.
  private static let comparedEditions = 6

  /// The pairs of editions whose difference has a page.
  func differences(of routine: Int) -> [(from: Int, to: Int)] {
    let all = editionIndices(of: routine)
    return all.flatMap { from in
      all.dropFirst(from + 1).filter { $0 == from + 1 || from >= all.count - Self.comparedEditions }.map { (from, $0) }
    }
  }

  /// More than this is no binder that anybody would print, and dear to make anew at each change.
  private static let binderLimit = 200

  /// What a printed binder of an area holds: its routines in force; none when they are too many for one.
  func binderRoutines(_ area: Int) -> [Int] {
    let found = library.areas[area].routines.filter { library.routines[$0].state.isInForce }
    return found.count <= Self.binderLimit ? found : []
  }

  /// Below the site's root.
  public func address(of page: PlannedPage) -> String {
    switch page {
    case .start: Address.start
    case .routine(let index): library.routines[index].address
    case .area(let index): Address.area(library.areas[index].slug)
    case .binder(let area): Address.binder(library.areas[area].slug)
    case .subject(let index): Address.subject(library.subjects[index].slug)
    case .kind(let name): Address.kind(DocumentKind(rawValue: name) ?? .routine)
    case .letters: Address.letters
    case .checklist(let routine, let number):
      Address.checklist(library.routines[routine].slug, library.routines[routine].document.checklists[number].id)
    case .role(let index): Address.role(library.roles[index].slug)
    case .system(let index): Address.system(library.systems[index].slug)
    case .page(let index), .dashboard(let index, nil): library.pages[index].address
    case .dashboard(let index, let group?): Address.dashboard(library.pages[index].slug, of: groupSlugs[group])
    case .dashboards: Address.dashboards
    case .about: Address.about
    case .areas: Address.areas
    case .subjects: Address.subjects
    case .kinds: Address.kinds
    case .checklists: Address.checklists
    case .roles: Address.roles
    case .systems: Address.systems
    case .owners: Address.owners
    case .owner(let index): Address.owner(owners[index].slug)
    case .register: Address.register
    case .calendar: Address.calendar
    case .news: Address.news
    case .feed: Address.feed
    case .contacts: Address.contacts
    case .search: Address.search
    case .statement: Address.statement
    case .archive: Address.archive
    case .edition(let routine, let edition): Address.edition(library.routines[routine].slug, slug(routine, edition))
    case .difference(let routine, let from, let to):
      Address.difference(library.routines[routine].slug, slug(routine, from), slug(routine, to))
    }
  }

  private func slug(_ routine: Int, _ edition: Int) -> String {
    library.recordedEditions[routine]?[edition].slug ?? ""
  }

  /// The file that a page is made from; nil for one that many documents make together.
  public func source(of page: PlannedPage) -> String? {
    switch page {
    case .routine(let index), .checklist(let index, _), .edition(let index, _), .difference(let index, _, _):
      library.routines[index].document.file
    case .page(let index), .dashboard(let index, nil): library.pages[index].document.file
    default: nil
    }
  }
}
