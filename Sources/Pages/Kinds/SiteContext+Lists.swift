internal import Documents
internal import Handbook
internal import Search
internal import Swedish
internal import Theming

extension SiteContext {
  func areaRecord(_ index: Int) -> Record {
    let area = library.areas[index]
    return list(
      area.name, "area", description: area.description,
      binder: plan.binderRoutines(index).isEmpty ? nil : Address.binder(area.slug), routines: area.routines,
      way: (strings["page.areas"], Address.areas))
  }

  func subjectRecord(_ index: Int) -> Record {
    let subject = library.subjects[index]
    return list(
      subject.name, "subject", description: "", routines: subject.routines,
      way: (strings["page.subjects"], Address.subjects))
  }

  func kindRecord(_ kind: DocumentKind) -> Record {
    let routines = library.routines.indices.filter { library.routines[$0].kind == kind }
    return list(
      strings["kind.plural.\(kind.key)"], "kind", description: "", routines: routines,
      way: (strings["page.kinds"], Address.kinds))
  }

  /// What applies first, then the rest, so that nobody follows an old routine by accident.
  func list(
    _ title: String, _ kind: String, description: String, binder: String? = nil, routines: [Int], way: (String, String)
  ) -> Record {
    let routines = routines.filter(isListed)
    let valid = routines.filter { library.routines[$0].state.isInForce }
    let other = routines.filter { !library.routines[$0].state.isInForce }
    // Both are there even when empty: a document may move from one to the other after the build.
    let groups = [
      group(strings["page.inForce"], "gallande", valid), group(strings["page.notInForce"], "ovriga", other),
    ]
    return Record(
      PageSchemas.list,
      [
        "title": .text(title), "site": .record(site), "crumbs": crumbs(way), "kindOfList": .text(kind),
        "description": Value(description.isEmpty ? nil : description), "binder": Value(binder),
        "groups": .records(groups),
        "count": .number(routines.count),
      ])
  }

  /// Replaced and withdrawn documents stand in the archive only.
  func isListed(_ routine: Int) -> Bool {
    library.routines[routine].state != .replaced && library.routines[routine].state != .withdrawn
  }

  func archiveRecord() -> Record {
    let groups = [("replaced", "ersatta", ValidityState.replaced), ("withdrawn", "upphavda", .withdrawn)].compactMap {
      key, anchor, state in
      let routines = library.routines.indices.filter { library.routines[$0].state == state }
      return routines.isEmpty ? nil : group(strings["page.\(key)"], anchor, routines)
    }
    return Record(
      PageSchemas.list,
      [
        "title": .text(strings["page.archive"]), "site": .record(site), "crumbs": crumbs(),
        "kindOfList": .text("archive"), "description": .text(strings["archive.description"]),
        "groups": .records(groups), "count": .number(library.routines.indices.count { !isListed($0) }),
      ])
  }

  private func group(_ name: String, _ anchor: String, _ routines: [Int]) -> Record {
    Record(PageSchemas.group, ["name": .text(name), "anchor": .text(anchor), "items": items(routines)])
  }

  /// Everything that can be found, by its first letter; the archive has what is replaced or withdrawn.
  func lettersRecord() -> Record {
    var byLetter: [String: [(title: String, record: Record)]] = [:]
    var count = 0
    for subject in searchSubjects {
      var item: Record?
      if case .routine(let index) = subject {
        guard isListed(index) else { continue }
        item = items[index]
      } else if case .checklist(let index, _) = subject, !isListed(index) {
        continue
      }
      let head = searchHead(subject)
      let record = Record(
        PageSchemas.letterEntry,
        [
          "title": .text(head.title), "address": .text(head.address), "kind": .text(head.kind.text),
          "item": Value(item),
        ])
      byLetter[initialLetter(of: head.title), default: []].append((head.title, record))
      count += 1
    }
    let letters = byLetter.keys.filter { $0 != "#" }.inSwedishOrder(by: \.self)
    let groups = (byLetter["#"] == nil ? [] : ["#"]) + letters
    return Record(
      PageSchemas.letters,
      [
        "title": .text(strings["page.letters"]), "site": .record(site), "crumbs": crumbs(),
        "groups": .records(
          groups.map { letter in
            Record(
              PageSchemas.letter,
              [
                "name": .text(letter), "anchor": .text("bokstav-" + Self.anchor(letter)),
                "entries": .records((byLetter[letter] ?? []).inSwedishOrder(by: \.title).map(\.record)),
              ])
          }), "count": .number(count),
      ])
  }

  private static func anchor(_ letter: String) -> String {
    switch letter {
    case "Å": "aa"
    case "Ä": "ae"
    case "Ö": "oe"
    case "#": "0"
    default: Folding.slug(letter)
    }
  }

  func directory(_ key: String, _ kind: String, _ entries: [Record]) -> Record {
    Record(
      PageSchemas.directory,
      [
        "title": .text(strings["page.\(key)"]), "site": .record(site), "crumbs": crumbs(), "kindOfList": .text(kind),
        "entries": .records(entries), "count": .number(entries.count),
      ])
  }

  /// `noun` is the key of what is counted: `documents`, `duties`, `tasks`.
  func entry(_ text: String, _ address: String, _ description: String, _ count: Int, of noun: String = "documents")
    -> Record
  {
    Record(
      PageSchemas.entry,
      [
        "text": .text(text), "address": .text(address), "description": Value(description.isEmpty ? nil : description),
        "count": .number(count),
        "countText": .text(strings.formatted("count.\(noun).\(count == 1 ? "one" : "other")", ["count": "\(count)"])),
      ])
  }

  func areaEntries() -> [Record] {
    library.areas.map { entry($0.name, Address.area($0.slug), $0.description, $0.routines.count(where: isListed)) }
  }

  func directoryRecord(_ page: PlannedPage) -> Record? {
    switch page {
    case .areas: directory("areas", "area", areaEntries())
    case .subjects:
      directory(
        "subjects", "subject",
        library.subjects.map { entry($0.name, Address.subject($0.slug), "", $0.routines.count(where: isListed)) })
    case .kinds:
      directory(
        "kinds", "kind",
        DocumentKind.allCases.compactMap { kind in
          let count = library.routines.indices.count { library.routines[$0].kind == kind && isListed($0) }
          return count == 0 ? nil : entry(strings["kind.plural.\(kind.key)"], Address.kind(kind), "", count)
        })
    case .checklists:
      directory(
        "checklists", "checklist",
        plan.checklists.filter { !library.routines[$0.routine].state.isSetAside }.map { place in
          let routine = library.routines[place.routine]
          let checklist = routine.document.checklists[place.checklist]
          return entry(
            title(of: checklist, in: routine), Address.checklist(routine.slug, checklist.id), routine.title,
            checklist.items.count, of: "tasks")
        })
    case .owners:
      directory(
        "owners", "owner", plan.owners.map { entry($0.name, Address.owner($0.slug), "", $0.routines.count) })
    case .roles:
      directory(
        "roles", "role",
        library.roles.compactMap { role in
          let count = parts(of: role).reduce(0) { $0 + $1.duties.count } + followUps(of: role).count
          return count == 0 ? nil : entry(role.name, Address.role(role.slug), role.description, count, of: "duties")
        })
    case .systems:
      directory(
        "systems", "system",
        library.systems.map {
          entry($0.entry.name, Address.system($0.slug), $0.entry.description, forReaders($0.routines).count)
        })
    default: nil
    }
  }
}
