internal import Dashboards
internal import Diagnostics
internal import Documents
internal import Handbook
public import Search
internal import Statistics
internal import Theming

extension SiteContext {
  /// The editors' groups, known slips of the pen, and the other names of systems and roles.
  public var searchSynonyms: Synonyms {
    let registers = library.registers
    return Synonyms(
      registers.synonyms + registers.slips.map { [$0.wrong, $0.right] }
        + registers.systems.map { [$0.name] + $0.aliases }
        + registers.roles.map { [$0.name] + $0.aliases })
  }

  public func searchEntry(_ subject: SearchSubject) -> SearchEntry {
    var entry = searchHead(subject)
    switch subject {
    case .routine(let index): describe(routine: index, in: &entry)
    case .checklist(let routine, let number): describe(checklist: number, of: routine, in: &entry)
    case .role(let index): entry.sections = section(roleTexts(index))
    case .system(let index):
      entry.keywords = library.systems[index].entry.aliases
      entry.sections = section([library.systems[index].entry.description])
    case .contact(let index):
      let contact = library.registers.contacts[index]
      entry.sections = section([
        contact.description, contact.telephone ?? "", contact.email ?? "", contact.openingHours,
      ])
    case .page(let index):
      entry.sections =
        SearchEntry.Section.all(inHTML: library.pages[index].document.body.html) + blockSections(of: index)
    case .group(let page, let group):
      entry.keywords = [plan.groups[group].id]
      entry.sections = section([library.pages[page].document.title])
    case .measure(let index, _):
      let measure = figures.book.measures[index]
      // Its family; what follows the point is a code, not a word that somebody has written.
      entry.keywords = [String(measure.id.prefix { $0 != "." })]
      entry.sections = section([inOwnLanguage(measure.definition)])
    case .area(let index): entry.sections = section([library.areas[index].description])
    case .subject, .fixed: break
    }
    return entry
  }

  private func section(_ texts: [String]) -> [SearchEntry.Section] {
    let texts = texts.filter { !$0.isEmpty }
    return texts.isEmpty ? [] : [SearchEntry.Section(text: Array(texts.joined(separator: " ").utf8))]
  }

  private func inOwnLanguage(_ message: Message) -> String {
    strings.language == "en" ? message.english : message.swedish
  }

  /// The headings of a page's blocks, with the measures that they show; no figure.
  private func blockSections(of page: Int) -> [SearchEntry.Section] {
    sheet.pages[page].enumerated().compactMap { number, entry in
      guard case .figures(let spec)? = entry else { return nil }
      let measures = spec.measures.map { figures.names.title($0) }.joined(separator: ", ")
      return SearchEntry.Section(
        anchor: Self.figureAnchor(number), title: spec.title ?? measures, text: Array(measures.utf8))
    }
  }

  private func describe(routine index: Int, in entry: inout SearchEntry) {
    let routine = library.routines[index]
    entry.id = routine.id
    entry.areas = routine.areas.map { library.areas[$0].name }
    entry.timeline = timeline(of: routine)
    entry.keywords = routine.subjects.map { library.subjects[$0].name } + routine.document.frontMatter.measures
    // Duties stand in the front matter, and so not in the text.
    entry.sections =
      SearchEntry.Section.all(inHTML: routine.document.body.html)
      + section(routine.document.frontMatter.followUps.map(\.what))
  }

  private func describe(checklist number: Int, of index: Int, in entry: inout SearchEntry) {
    let routine = library.routines[index]
    entry.areas = routine.areas.map { library.areas[$0].name }
    entry.timeline = timeline(of: routine)
    let tasks = routine.document.checklists[number].items.map { plain($0.text, of: index) }.joined(separator: ". ")
    entry.sections = section(["\(routine.title). \(tasks)"])
  }

  private func roleTexts(_ index: Int) -> [String] {
    let role = library.roles[index]
    let duties = parts(of: role).flatMap { part in part.duties.map { plain($0, of: part.routine) } }
    return [role.description] + followUps(of: role).map(\.duty.what) + duties
  }

  /// The states of routines through time, and all states that they name.
  private func timeline(of routine: Routine) -> String { routine.timeline.text ?? routine.state.rawValue }

  public var searchStates: [SearchEntry.State] {
    let named = library.routines.reduce(into: Set<ValidityState>()) { $0.formUnion($1.timeline.states + [$1.state]) }
    return ValidityState.allCases.filter { named.contains($0) }.map {
      SearchEntry.State(
        name: $0.rawValue, text: stateNames[$0] ?? "", standing: SearchEntry.Standing($0))
    }
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
