internal import CivilTime
internal import Documents
public import Handbook
internal import HTML
internal import Swedish
public import Theming

/// Everything that pages are made from; the records that many pages share are made once.
public struct SiteContext: Sendable {
  public let library: Library
  let strings: Strings
  let site: Record
  /// For each routine, how it stands in a list.
  let items: [Record]
  let checklists: [(routine: Int, checklist: Int)]
  /// For each routine, the roles it gives duties to: index of the role and of its part.
  let rolesByRoutine: [[(role: Int, part: Int)]]
  private let subjectSlugs: Set<String>
  /// Faults of all stages before this one, for the page about the site.
  let warningCount: Int

  public init(library: Library, strings: Strings, warningCount: Int) {
    self.library = library
    self.strings = strings
    self.warningCount = warningCount
    let configuration = library.configuration
    site = Record(
      PageSchemas.site,
      [
        "name": .text(configuration.name), "organisation": .text(configuration.organisation),
        "administration": .text(configuration.administration), "description": .text(configuration.description),
        "deviation": Value(configuration.deviationAddress), "asOf": .text(library.asOf.iso),
        "hasContacts": .flag(!library.registers.contacts.isEmpty),
      ])
    items = library.routines.map { Self.item($0, strings) }
    var roles: [[(role: Int, part: Int)]] = Array(repeating: [], count: library.routines.count)
    for (role, entry) in library.roles.enumerated() {
      for (part, place) in entry.parts.enumerated() { roles[place.routine].append((role, part)) }
    }
    rolesByRoutine = roles
    subjectSlugs = Set(library.subjects.map(\.slug))
    checklists = library.routines.enumerated().flatMap { index, routine in
      routine.document.checklists.indices.filter { routine.document.checklists[$0].hasPage }.map { (index, $0) }
    }
  }

  /// All pages of the site, in a fixed order.
  public var plan: [PlannedPage] {
    var pages: [PlannedPage] = [.start, .letters, .about, .areas, .subjects, .kinds, .checklists, .roles, .systems]
    if !library.registers.contacts.isEmpty { pages.append(.contacts) }
    pages += library.routines.indices.map { .routine($0) }
    pages += library.areas.indices.map { .area($0) }
    pages += library.subjects.indices.map { .subject($0) }
    pages += DocumentKind.allCases.filter { kind in library.routines.contains { $0.kind == kind } }.map { .kind($0.rawValue) }
    pages += checklists.map { .checklist(routine: $0.routine, checklist: $0.checklist) }
    pages += library.roles.indices.map { .role($0) }
    pages += library.systems.indices.map { .system($0) }
    pages += library.pages.indices.filter { !["start", "om"].contains(library.pages[$0].slug) }.map { .page($0) }
    return pages
  }

  private static func item(_ routine: Routine, _ strings: Strings) -> Record {
    let facts = routine.document.facts
    var until: String?
    if case .until(let date) = routine.document.validity { until = date.iso }
    return Record(
      PageSchemas.item,
      [
        "title": .text(routine.title), "address": .text(routine.address), "kind": .text(strings["kind.\(routine.kind.key)"]),
        "id": Value(routine.id), "state": .text(routine.state.rawValue), "stateText": .text(strings["state.\(routine.state.rawValue)"]),
        "inForce": .flag(routine.state.isInForce), "until": Value(until), "decided": Value(facts.decidedOn.value?.iso),
      ])
  }

  func items(_ indices: some Sequence<Int>) -> Value { .records(indices.map { items[$0] }) }

  /// The address part of a subject that has a page.
  func subjectSlug(_ name: String) -> String? {
    let slug = Folding.slug(name)
    return subjectSlugs.contains(slug) ? slug : nil
  }

  func link(_ text: String, _ address: String) -> Record {
    Record(PageSchemas.link, ["text": .text(text), "address": .text(address)])
  }

  /// The way from the start page; the page itself is not in it.
  func crumbs(_ links: (text: String, address: String)...) -> Value {
    .records([link(strings["page.start"], Address.start)] + links.map { link($0.text, $0.address) })
  }
}

extension Checklist {
  /// A list of steps is part of its text; the others can be worked through on a page of their own.
  var hasPage: Bool { kind != .procedure && !items.isEmpty }
}

extension DocumentKind {
  /// ASCII name for keys of strings.
  var key: String { "\(self)" }
}
