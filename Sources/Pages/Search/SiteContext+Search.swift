internal import CivilTime
internal import Dashboards
internal import Documents
internal import Handbook
public import Search
internal import Theming

extension SiteContext {
  /// Everything that can be found, in a fixed order: routines by title, then what is made from them.
  public var searchSubjects: [SearchSubject] {
    var subjects: [SearchSubject] = library.routines.indices.map { .routine($0) }
    subjects += library.pages.indices.filter { library.pages[$0].slug != "start" }.map { .page($0) }
    subjects += checklists.map { .checklist(routine: $0.routine, checklist: $0.checklist) }
    subjects += library.systems.indices.map { .system($0) }
    subjects += library.registers.contacts.indices.map { .contact($0) }
    subjects += library.roles.indices.map { .role($0) }
    subjects += library.areas.indices.map { .area($0) }
    subjects += library.subjects.indices.map { .subject($0) }
    subjects += library.dashboards.flatMap { page in
      sitePlan.groups(of: page).map { .group(page: page, group: $0) }
    }
    return subjects
  }

  /// The editors' groups, known slips of the pen, and the other names of systems and roles.
  public var searchSynonyms: Synonyms {
    let registers = library.registers
    return Synonyms(
      registers.synonyms + registers.slips.map { [$0.wrong, $0.right] }
        + registers.systems.map { [$0.name] + $0.aliases }
        + registers.roles.map { [$0.name] + $0.aliases })
  }

  public func searchEntry(_ subject: SearchSubject) -> SearchEntry {
    switch subject {
    case .routine(let index): routineEntry(index)
    case .checklist(let routine, let number): checklistEntry(routine, number)
    case .role(let index): roleEntry(index)
    case .system(let index): systemEntry(index)
    case .contact(let index): contactEntry(index)
    case .page(let index): pageEntry(index)
    case .group(let page, let group):
      listEntry(sitePlan.groups[group].name, sitePlan.address(of: .dashboard(page, group: group)), "dashboard", 3)
    case .area(let index): listEntry(library.areas[index].name, Address.area(library.areas[index].slug), "area", 5)
    case .subject(let index):
      listEntry(library.subjects[index].name, Address.subject(library.subjects[index].slug), "subject", 2)
    }
  }

  /// What the strings call a kind that is no document's.
  private func kind(_ key: String, _ rank: Int) -> SearchEntry.Kind {
    SearchEntry.Kind(key: key, text: strings["search.kind.\(key)"], rank: rank)
  }

  private func routineEntry(_ index: Int) -> SearchEntry {
    let routine = library.routines[index]
    var entry = SearchEntry(
      address: routine.address, title: routine.title,
      kind: SearchEntry.Kind(key: routine.kind.key, text: strings["kind.\(routine.kind.key)"], rank: 9))
    entry.id = routine.id
    entry.areas = routine.areas.map { library.areas[$0].name }
    entry.validity = validity(of: routine)
    entry.keywords = routine.subjects.map { library.subjects[$0].name } + routine.document.frontMatter.measures
    entry.sections = SearchEntry.Section.all(inHTML: routine.document.body.html)
    return entry
  }

  private func validity(of routine: Routine) -> SearchEntry.Validity {
    var until: Int?
    if case .until(let date) = routine.document.validity { until = date.dayNumber }
    return SearchEntry.Validity(
      state: routine.state.rawValue, text: strings["state.\(routine.state.rawValue)"],
      standing: SearchEntry.Standing(routine.state), until: until,
      from: routine.state == .notYet ? routine.document.facts.validFrom.value?.firstDay.dayNumber : nil)
  }

  private func checklistEntry(_ index: Int, _ number: Int) -> SearchEntry {
    let routine = library.routines[index]
    let checklist = routine.document.checklists[number]
    var entry = SearchEntry(
      address: Address.checklist(routine.slug, checklist.id), title: title(of: checklist, in: routine),
      kind: SearchEntry.Kind(key: "checklist", text: strings["kind.checklist"], rank: 6))
    entry.areas = routine.areas.map { library.areas[$0].name }
    entry.validity = validity(of: routine)
    let tasks = checklist.items.map { plain($0.text, of: index) }.joined(separator: ". ")
    entry.sections = [SearchEntry.Section(text: Array("\(routine.title). \(tasks)".utf8))]
    return entry
  }

  private func roleEntry(_ index: Int) -> SearchEntry {
    let role = library.roles[index]
    var entry = SearchEntry(address: Address.role(role.slug), title: role.name, kind: kind("role", 5))
    let duties = parts(of: role).flatMap { part in part.duties.map { plain($0, of: part.routine) } }
    let text = ([role.description] + followUps(of: role).map(\.duty.what) + duties).filter { !$0.isEmpty }
    entry.sections = [SearchEntry.Section(text: Array(text.joined(separator: " ").utf8))]
    return entry
  }

  private func systemEntry(_ index: Int) -> SearchEntry {
    let system = library.systems[index]
    var entry = SearchEntry(address: Address.system(system.slug), title: system.entry.name, kind: kind("system", 6))
    entry.keywords = system.entry.aliases
    entry.sections = [SearchEntry.Section(text: Array(system.entry.description.utf8))]
    return entry
  }

  private func contactEntry(_ index: Int) -> SearchEntry {
    let contact = library.registers.contacts[index]
    var entry = SearchEntry(
      address: Address.contacts + "#" + Self.anchor(of: contact), title: contact.name, kind: kind("contact", 6))
    let text = [contact.description, contact.telephone ?? "", contact.email ?? "", contact.openingHours]
    entry.sections = [
      SearchEntry.Section(text: Array(text.filter { !$0.isEmpty }.joined(separator: " ").utf8))
    ]
    return entry
  }

  private func pageEntry(_ index: Int) -> SearchEntry {
    let page = library.pages[index]
    var entry = SearchEntry(
      address: page.address, title: page.document.title, kind: kind(page.isDashboard ? "dashboard" : "page", 7))
    entry.sections = SearchEntry.Section.all(inHTML: page.document.body.html)
    return entry
  }

  private func listEntry(_ name: String, _ address: String, _ key: String, _ rank: Int) -> SearchEntry {
    SearchEntry(address: address, title: name, kind: kind(key, rank))
  }
}

extension SearchEntry.Standing {
  init(_ state: ValidityState) {
    switch state {
    case .draft, .replaced, .withdrawn, .notYet, .expired: self = .setAside
    case .unreadable, .contradictory, .missing: self = .uncertain
    case .inForce, .endsSoon, .overdueReview, .inForceUndated: self = .applies
    }
  }
}
