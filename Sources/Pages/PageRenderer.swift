internal import Documents
internal import Handbook
public import Theming

/// A page of the site, ready to be written.
public struct RenderedPage: Sendable {
  /// Below the site's root.
  public var path: String
  public var bytes: [UInt8]
}

/// Planned pages → bytes; many threads may use one renderer at once.
public struct PageRenderer: Sendable {
  private let context: SiteContext
  private let templates: [String: PageTemplate]
  private let plan: SitePlan
  private let pageCount: Int

  /// nil when the theme lacks a template; its own diagnostics have said which.
  public init?(context: SiteContext, theme: Theme) {
    var templates: [String: PageTemplate] = [:]
    for kind in PageSchemas.all.keys {
      guard let template = theme.template(kind) else { return nil }
      templates[kind] = template
    }
    for kind in PageSchemas.optional.keys { templates[kind] = theme.template(kind) }
    self.context = context
    self.templates = templates
    plan = context.plan
    pageCount = plan.pages.count { $0 != .feed }
  }

  /// - Parameter searchVersion: name of the search index as it is now; for the page for searching.
  public func render(_ page: PlannedPage, searchVersion: String = "") -> RenderedPage {
    let (kind, record) = content(of: page, searchVersion)
    let path = plan.address(of: page)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16_384)
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    templates[kind]?.render(record, root: String(repeating: "../", count: depth), into: &bytes)
    return RenderedPage(path: path, bytes: bytes)
  }

  private func content(of page: PlannedPage, _ searchVersion: String) -> (kind: String, record: Record) {
    switch page {
    case .start: ("start", context.startRecord())
    case .routine(let index): ("routine", context.routineRecord(index))
    case .area(let index): ("list", context.areaRecord(index))
    case .binder(let area): ("binder", context.binderRecord(area))
    case .subject(let index): ("list", context.subjectRecord(index))
    case .kind(let name): ("list", context.kindRecord(DocumentKind(rawValue: name) ?? .routine))
    case .letters: ("letters", context.lettersRecord())
    case .checklist(let routine, let number): ("checklist", context.checklistRecord(routine, number))
    case .role(let index): ("role", context.roleRecord(index))
    case .system(let index): ("system", context.systemRecord(index))
    case .page(let index): ("page", context.pageRecord(index))
    case .dashboard(let index, let group): context.dashboardContent(index, group: group)
    case .dashboards: ("directory", context.dashboardsRecord())
    case .about: ("about", context.aboutRecord(pageCount: pageCount))
    case .contacts: ("contacts", context.contactsRecord())
    case .search: ("search", context.searchRecord(version: searchVersion))
    case .statement: ("statement", context.statementRecord())
    case .archive: ("list", context.archiveRecord())
    case .edition(let routine, let edition): ("edition", context.editionRecord(routine, edition))
    case .difference(let routine, let from, let to): ("difference", context.differenceRecord(routine, from, to))
    case .register: ("register", context.registerRecord())
    case .calendar: ("calendar", context.calendarRecord())
    case .news: ("news", context.newsRecord())
    case .feed: ("feed.xml", context.feedRecord())
    case .owner(let index): ("list", context.ownerRecord(index))
    case .areas, .subjects, .kinds, .checklists, .roles, .systems, .owners:
      ("directory", context.directoryRecord(page) ?? context.directory("areas", "area", []))
    }
  }
}
