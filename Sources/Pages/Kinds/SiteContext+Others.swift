internal import CivilTime
internal import Documents
internal import HTML
internal import Handbook
internal import Swedish
internal import Theming

extension SiteContext {
  private static let newsLimit = 5
  private static let newsDays = 365
  private static let dueLimit = 8

  func startRecord() -> Record {
    let page = library.pages.firstIndex { !$0.isDashboard && $0.slug == "start" }
    let body = page.map { self.pageBody($0, root: "") }
    return Record(
      PageSchemas.start,
      [
        "title": .text(page.map { library.pages[$0].document.title } ?? library.configuration.name),
        "site": .record(site), "crumbs": .records([]), "body": Value(body),
        "shortcuts": .records(
          library.shortcuts.map {
            Record(
              PageSchemas.shortcut,
              ["text": .text($0.text), "address": .text($0.address), "external": .flag($0.isExternal)])
          }),
        "areas": .records(areaEntries()), "news": items(news), "due": items(due),
        "upcoming": upcoming,
        "routineCount": .number(library.routines.indices.count { isListed($0) }),
      ])
  }

  /// What has been decided or updated in the last year and is in force, the latest first.
  private var news: [Int] {
    let first = library.asOf.adding(days: -Self.newsDays)
    let dated = library.routines.indices.compactMap { index -> (CivilDate, Int)? in
      let facts = library.routines[index].document.facts
      let dates = [facts.decidedOn.value?.lastDay, facts.updatedOn.value?.lastDay].compactMap { $0 }
      guard library.routines[index].state.isInForce, let latest = dates.filter({ $0 <= library.asOf }).max(),
        latest >= first
      else {
        return nil
      }
      return (latest, index)
    }
    return dated.sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 > $1.0 }.prefix(Self.newsLimit).map(\.1)
  }

  /// What somebody must act on, soonest first; of very many those that fell due last.
  private var due: [Int] {
    let states: Set<ValidityState> = [.expired, .endsSoon, .overdueReview]
    let limit = library.configuration.limitInYears
    let dated = library.routines.indices.compactMap { index -> (CivilDate, Int)? in
      guard states.contains(library.routines[index].state) else { return nil }
      return library.routines[index].dueOn(limitInYears: limit).map { ($0, index) }
    }
    return dated.sorted { $0 < $1 }.suffix(Self.dueLimit).map(\.1)
  }

  /// A list that no heading or sentence introduces has its document's title.
  func title(of checklist: Checklist, in routine: Routine) -> String {
    checklist.title.isEmpty ? routine.title : checklist.title
  }

  func checklistRecord(_ index: Int, _ number: Int) -> Record {
    let routine = library.routines[index]
    let checklist = routine.document.checklists[number]
    let section = checklist.section.flatMap { id in routine.document.sections.first { $0.id == id } }
    let duty = routine.document.frontMatter.followUps.first { duty in
      duty.checklist.flatMap { routine.checklist(named: $0) } == number
    }
    let period = checklist.period ?? duty?.frequency
    return Record(
      PageSchemas.checklist,
      [
        "title": .text(title(of: checklist, in: routine)), "site": .record(site),
        "crumbs": crumbs((strings["page.checklists"], Address.checklists), (routine.title, routine.address)),
        "id": .text("\(routine.slug)--\(checklist.id)"), "period": Value(period),
        "rhythm": Value(period.flatMap { ChecklistRhythm($0, from: duty?.from)?.text }),
        "code": Value(code(of: routine.address)), "ordered": .flag(false),
        "tasks": .records(
          checklist.items.enumerated().map { position, item in
            Record(
              PageSchemas.task,
              ["id": .text(item.id), "text": .text(plain(item.text, of: index)), "number": .number(position + 1)])
          }),
        "count": .number(checklist.items.count), "routine": .record(items[index]),
        "section": Value(section.map { link($0.title, routine.address + "#" + $0.id) }),
      ])
  }

  func systemRecord(_ index: Int) -> Record {
    let system = library.systems[index]
    return Record(
      PageSchemas.system,
      [
        "title": .text(system.entry.name), "site": .record(site),
        "crumbs": crumbs((strings["page.systems"], Address.systems)),
        "description": Value(system.entry.description.isEmpty ? nil : system.entry.description),
        "aliases": .texts(system.entry.aliases),
        "links": .records(system.entry.links.map { link($0.text, $0.address) }),
        "support": Value(system.support.map { contact($0) }),
        "routines": items(forReaders(system.routines)),
      ])
  }

  func pageRecord(_ index: Int) -> Record {
    let page = library.pages[index]
    return Record(
      PageSchemas.page,
      [
        "title": .text(page.document.title), "site": .record(site), "crumbs": crumbs(),
        "contents": .records(contents(of: page.document)),
        "body": .markup(pageBody(index, root: "")),
      ])
  }

  func pageBody(_ index: Int, root: String) -> Markup {
    let page = library.pages[index]
    return body(
      of: page.document, library.pageResolutions[index], at: ComponentPlace(source: .page(index), stem: page.slug),
      root: root)
  }

  func aboutRecord(pageCount: Int) -> Record {
    let page = library.pages.firstIndex { !$0.isDashboard && $0.slug == "om" }
    var counts: [ValidityState: Int] = [:]
    for routine in library.routines { counts[routine.state, default: 0] += 1 }
    return Record(
      PageSchemas.about,
      [
        "title": .text(page.map { library.pages[$0].document.title } ?? strings["page.about"]), "site": .record(site),
        "crumbs": crumbs(), "contents": .records(page.map { contents(of: library.pages[$0].document) } ?? []),
        "body": Value(page.map { pageBody($0, root: "") }),
        "states": .records(
          ValidityState.allCases.compactMap { state in
            counts[state].map { count in
              Record(
                PageSchemas.count,
                [
                  "text": .text(stateNames[state] ?? ""), "state": .text(state.rawValue),
                  "number": .number(count),
                ])
            }
          }),
        "routineCount": .number(library.routines.count), "pageCount": .number(pageCount),
        "repairCount": .number(library.routines.reduce(0) { $0 + $1.document.repairs.count(where: Self.isMended) }),
        "warningCount": .number(warningCount),
      ])
  }

  /// Whether an entry of the log mends what conversion did; front matter and facts at their place are no faults.
  private static func isMended(_ repair: Repair) -> Bool {
    guard let step = repair.step, step != .frontMatter else { return false }
    return repair.action == .changed || repair.action == .dropped
  }
}
