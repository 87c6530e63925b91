internal import Dashboards
internal import Documents
internal import Handbook
internal import Search
internal import Statistics
internal import Theming

/// What a search can find; one for each entry of the index.
public enum SearchSubject: Sendable, Hashable {
  case routine(Int)
  case checklist(routine: Int, checklist: Int)
  case role(Int)
  case system(Int)
  case contact(Int)
  case page(Int)
  /// A page of figures about one provider or unit.
  case group(page: Int, group: Int)
  /// Index of the measure, and where its figures stand.
  case measure(Int, address: String)
  case area(Int)
  case subject(Int)
  /// A page that is made whatever the content is, as the register.
  case fixed(PlannedPage)
}

extension SiteContext {
  /// Everything that can be found, in a fixed order: routines by title, then what is made from them.
  public var searchSubjects: [SearchSubject] {
    var subjects: [SearchSubject] = library.routines.indices.map { .routine($0) }
    subjects += library.pages.indices.filter { library.pages[$0].slug != "start" }.map { .page($0) }
    subjects += library.pages.indices.flatMap { page in
      plan.groups(of: page).map { .group(page: page, group: $0) }
    }
    subjects += plan.checklists.map { .checklist(routine: $0.routine, checklist: $0.checklist) }
    subjects += library.systems.indices.map { .system($0) }
    subjects += library.registers.contacts.indices.map { .contact($0) }
    subjects += library.roles.indices.map { .role($0) }
    subjects += library.areas.indices.map { .area($0) }
    subjects += library.subjects.indices.map { .subject($0) }
    subjects += measureSubjects
    let planned = Set(plan.pages.filter { !$0.isOfOneDocument })
    let fixed: [PlannedPage] = [.register, .calendar, .news, .archive, .contacts, .owners, .dashboards]
    return subjects + fixed.filter(planned.contains).map { .fixed($0) }
  }

  /// Measures that some page shows.
  private var measureSubjects: [SearchSubject] {
    let measures = figures.book.measures
    let shown = firstBlocks
    return measures.indices.compactMap { index in
      let id = measures[index].id
      return (shown[id] ?? shown[String(id.prefix { $0 != "." })]).map { .measure(index, address: $0) }
    }
  }

  /// Of each measure, and of each family of measures, the first block that shows it.
  private var firstBlocks: [String: String] {
    var found: [String: String] = [:]
    for page in library.pages.indices where library.pages[page].document.frontMatter.pagePer == nil {
      for (number, entry) in sheet.pages[page].enumerated() {
        guard case .figures(let spec)? = entry else { continue }
        for measure in spec.measures {
          for name in [measure.id, String(measure.id.prefix { $0 != "." })] where found[name] == nil {
            found[name] = library.pages[page].address + "#" + Self.figureAnchor(number)
          }
        }
      }
    }
    return found
  }

  /// What stands of it in lists: its entry without its text.
  func searchHead(_ subject: SearchSubject) -> SearchEntry {
    func entry(_ title: String, _ address: String, _ kind: String, _ rank: Int) -> SearchEntry {
      SearchEntry(
        address: address, title: title, kind: SearchEntry.Kind(key: kind, text: strings["kind.\(kind)"], rank: rank))
    }
    switch subject {
    case .routine(let index):
      let routine = library.routines[index]
      return entry(routine.title, routine.address, routine.kind.key, 9)
    case .checklist(let index, let number):
      let routine = library.routines[index]
      let checklist = routine.document.checklists[number]
      return entry(title(of: checklist, in: routine), Address.checklist(routine.slug, checklist.id), "checklist", 6)
    case .role(let index): return entry(library.roles[index].name, Address.role(library.roles[index].slug), "role", 5)
    case .system(let index):
      return entry(library.systems[index].entry.name, Address.system(library.systems[index].slug), "system", 6)
    case .contact(let index):
      let contact = library.registers.contacts[index]
      return entry(contact.name, Address.contacts + "#" + Self.anchor(of: contact), "contact", 6)
    case .page(let index):
      let page = library.pages[index]
      return entry(page.document.title, page.address, page.isDashboard ? "dashboard" : "page", 7)
    case .group(let page, let group):
      return entry(
        plan.groups[group].name, plan.address(of: .dashboard(page, group: group)), "dashboard", 3)
    case .measure(let index, let address):
      return entry(figures.names.title(figures.book.measures[index]), address, "measure", 4)
    case .area(let index): return entry(library.areas[index].name, Address.area(library.areas[index].slug), "area", 5)
    case .subject(let index):
      return entry(library.subjects[index].name, Address.subject(library.subjects[index].slug), "subject", 2)
    case .fixed(let page): return entry(strings["page.\(page)"], plan.address(of: page), "page", 5)
    }
  }
}
