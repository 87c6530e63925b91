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
  private let pageCount: Int

  /// nil when the theme lacks a template; its own diagnostics have said which.
  public init?(context: SiteContext, theme: Theme) {
    var templates: [String: PageTemplate] = [:]
    for kind in PageSchemas.all.keys {
      guard let template = theme.template(kind) else { return nil }
      templates[kind] = template
    }
    self.context = context
    self.templates = templates
    pageCount = context.plan.count
  }

  public func render(_ page: PlannedPage) -> RenderedPage {
    let (kind, path, record) = prepared(page)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16_384)
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    templates[kind]?.render(record, root: String(repeating: "../", count: depth), into: &bytes)
    return RenderedPage(path: path, bytes: bytes)
  }

  private func prepared(_ page: PlannedPage) -> (kind: String, path: String, record: Record) {
    let library = context.library
    switch page {
    case .start: return ("start", Address.start, context.startRecord())
    case .routine(let index): return ("routine", library.routines[index].address, context.routineRecord(index))
    case .area(let index): return ("list", Address.area(library.areas[index].slug), context.areaRecord(index))
    case .subject(let index): return ("list", Address.subject(library.subjects[index].slug), context.subjectRecord(index))
    case .kind(let name):
      let kind = DocumentKind(rawValue: name) ?? .routine
      return ("list", Address.kind(kind), context.kindRecord(kind))
    case .letters: return ("letters", Address.letters, context.lettersRecord())
    case .checklist(let routine, let number):
      let address = Address.checklist(library.routines[routine].slug, library.routines[routine].document.checklists[number].id)
      return ("checklist", address, context.checklistRecord(routine, number))
    case .role(let index): return ("role", Address.role(library.roles[index].slug), context.roleRecord(index))
    case .system(let index): return ("system", Address.system(library.systems[index].slug), context.systemRecord(index))
    case .page(let index): return ("page", library.pages[index].address, context.pageRecord(index))
    case .about: return ("about", Address.about, context.aboutRecord(pageCount: pageCount))
    case .contacts: return ("contacts", Address.contacts, context.contactsRecord())
    case .areas: return directory(page, Address.areas)
    case .subjects: return directory(page, Address.subjects)
    case .kinds: return directory(page, Address.kinds)
    case .checklists: return directory(page, Address.checklists)
    case .roles: return directory(page, Address.roles)
    case .systems: return directory(page, Address.systems)
    }
  }

  private func directory(_ page: PlannedPage, _ address: String) -> (kind: String, path: String, record: Record) {
    ("directory", address, context.directoryRecord(page) ?? context.directory("areas", "area", []))
  }
}
