internal import Documents
public import Handbook

/// One page that is to be made.
public enum PlannedPage: Sendable, Hashable {
  case start
  case routine(Int)
  case area(Int)
  case subject(Int)
  case kind(String)
  case letters
  case checklist(routine: Int, checklist: Int)
  case role(Int)
  case system(Int)
  case page(Int)
  case about
  case areas, subjects, kinds, checklists, roles, systems
  case contacts
  case search
}

/// Which pages a handbook becomes, and where each lies.
public struct SitePlan: Sendable {
  let library: Library
  private let hasSearch: Bool

  /// - Parameter hasSearch: whether the theme has a page for searching.
  public init(_ library: Library, hasSearch: Bool = false) {
    self.library = library
    self.hasSearch = hasSearch
  }

  /// All pages of the site, in a fixed order.
  public var pages: [PlannedPage] {
    var pages: [PlannedPage] = [.start, .letters, .about, .areas, .subjects, .kinds, .checklists, .roles, .systems]
    if !library.registers.contacts.isEmpty { pages.append(.contacts) }
    if hasSearch { pages.append(.search) }
    pages += library.routines.indices.map { .routine($0) }
    pages += library.areas.indices.map { .area($0) }
    pages += library.subjects.indices.map { .subject($0) }
    let kinds = Set(library.routines.map(\.kind))
    pages += DocumentKind.allCases.filter { kinds.contains($0) }.map { .kind($0.rawValue) }
    pages += checklists.map { .checklist(routine: $0.routine, checklist: $0.checklist) }
    pages += library.roles.indices.map { .role($0) }
    pages += library.systems.indices.map { .system($0) }
    pages += library.pages.indices.filter { !SitePage.fillsFixedPage(library.pages[$0].slug) }.map { .page($0) }
    return pages
  }

  /// Every checklist that has a page of its own.
  var checklists: [(routine: Int, checklist: Int)] {
    library.routines.indices.flatMap { routine in
      let all = library.routines[routine].document.checklists
      return all.indices.filter { all[$0].hasPage }.map { (routine, $0) }
    }
  }

  /// Below the site's root.
  public func address(of page: PlannedPage) -> String {
    switch page {
    case .start: Address.start
    case .routine(let index): library.routines[index].address
    case .area(let index): Address.area(library.areas[index].slug)
    case .subject(let index): Address.subject(library.subjects[index].slug)
    case .kind(let name): Address.kind(DocumentKind(rawValue: name) ?? .routine)
    case .letters: Address.letters
    case .checklist(let routine, let number):
      Address.checklist(library.routines[routine].slug, library.routines[routine].document.checklists[number].id)
    case .role(let index): Address.role(library.roles[index].slug)
    case .system(let index): Address.system(library.systems[index].slug)
    case .page(let index): library.pages[index].address
    case .about: Address.about
    case .areas: Address.areas
    case .subjects: Address.subjects
    case .kinds: Address.kinds
    case .checklists: Address.checklists
    case .roles: Address.roles
    case .systems: Address.systems
    case .contacts: Address.contacts
    case .search: Address.search
    }
  }

  /// The file that a page is made from; nil for one that many documents make together.
  public func source(of page: PlannedPage) -> String? {
    switch page {
    case .routine(let index), .checklist(let index, _): library.routines[index].document.file
    case .page(let index): library.pages[index].document.file
    default: nil
    }
  }
}
