internal import CivilTime
internal import Documents
internal import Handbook
internal import Theming

extension SiteContext {
  func routineRecord(_ index: Int) -> Record {
    let routine = library.routines[index]
    let document = routine.document
    let facts = document.facts
    let kindName = strings["kind.plural.\(routine.kind.key)"]
    let way =
      routine.areas.first.map { (library.areas[$0].name, Address.area(library.areas[$0].slug)) }
      ?? (kindName, Address.kind(routine.kind))
    let out = library.resolutions[index].compactMap { resolution -> Int? in
      if case .routine(let target, _) = resolution, target != index { return target }
      return nil
    }
    var isOpenEnded = false
    if case .openEnded = document.validity { isOpenEnded = true }
    return Record(
      PageSchemas.routine,
      [
        "title": .text(routine.title), "site": .record(site), "crumbs": crumbs(way), "item": .record(items[index]),
        "stateNote": Value(stateNote(of: routine)), "laterNotes": .records(laterNotes(of: routine)),
        "kindAddress": .text(Address.kind(routine.kind)), "edition": Value(document.frontMatter.edition),
        "from": Value(facts.validFrom.value?.iso), "updated": Value(facts.updatedOn.value?.iso),
        "openEnded": .flag(isOpenEnded), "code": Value(code(of: routine.address)),
        "facts": .records(factRecords(of: document)), "contents": .records(contents(of: document)),
        "body": .markup(
          body(
            of: document, library.resolutions[index],
            at: ComponentPlace(source: .routine(index), stem: "rutin-" + routine.slug), root: "../")),
        "checklists": .records(
          document.checklists.filter(\.hasPage).map {
            link(title(of: $0, in: routine), Address.checklist(routine.slug, $0.id))
          }),
        "responsibilities": .records(responsibilities(index)),
        "duties": .records(
          document.frontMatter.followUps.map { duty($0, of: index, responsible: true, naming: false) }),
        "areas": .records(routine.areas.map { link(library.areas[$0].name, Address.area(library.areas[$0].slug)) }),
        "subjects": .records(
          routine.subjects.map { link(library.subjects[$0].name, Address.subject(library.subjects[$0].slug)) }),
        "systems": .records(systemLinks(index)),
        "links": items(unique(out)), "backlinks": items(forReaders(library.backlinks[index])),
        "related": items(library.related[index]),
        "editions": .records(editionRecords(of: index)),
        "replaces": items(library.replaces[index]), "replacedBy": items(successors(of: index)),
        "contactLines": .records(
          facts.organisationContact.map {
            fact("contact", label: $0.label, value: $0.value, address: Self.contactAddress($0.value))
          }),
        "indicators": .records(indicators(of: index)), "provenance": Value(indicatorProvenance(of: index)),
        "sourceAddress": Value(document.frontMatter.sourceURL.flatMap { Self.isWeb($0) ? $0 : nil }),
      ])
  }

  /// Leads from a paper copy to the page; nil when nobody has told where the site is published.
  func code(of address: String) -> Record? {
    wholeAddress(of: address).flatMap { codes.code(of: $0) }
  }

  /// What has replaced a routine, and what has replaced that: a reader of the oldest is led to the one in force.
  private func successors(of index: Int) -> [Int] {
    var found: [Int] = []
    var next = [index]
    while let routine = next.popLast() {
      for newer in library.replacedBy[routine]
      where library.routines[newer].state != .draft && newer != index && !found.contains(newer) {
        found.append(newer)
        next.append(newer)
      }
    }
    return forReaders(found)
  }

  private func systemLinks(_ index: Int) -> [Record] {
    let systems = library.resolutions[index].compactMap { resolution -> Int? in
      if case .system(let system) = resolution { return system }
      return nil
    }
    return unique(systems).map { link(library.systems[$0].entry.name, Address.system(library.systems[$0].slug)) }
  }

  private func responsibilities(_ index: Int) -> [Record] {
    rolesByRoutine[index].map { role, part in
      let entry = library.roles[role]
      return Record(
        PageSchemas.responsibility,
        [
          "role": .record(link(entry.name, Address.role(entry.slug))),
          "duties": .texts(entry.parts[part].duties.map { plain($0, of: index) }),
        ])
    }
  }

  func duty(_ followUp: FrontMatter.FollowUp, of index: Int, responsible: Bool, naming: Bool) -> Record {
    let routine = library.routines[index]
    let checklist = followUp.checklist.flatMap { routine.checklist(named: $0) }.map { routine.document.checklists[$0] }
    return Record(
      PageSchemas.duty,
      [
        "what": .text(followUp.what), "who": .text(followUp.who), "frequency": .text(followUp.frequency),
        "with": .texts(followUp.with), "reportsTo": .texts(followUp.reportsTo),
        "dates": .texts(nextDates(of: followUp, index)), "done": Value(fulfilment(of: followUp, index)),
        "checklist": Value(checklist.map { link(title(of: $0, in: routine), Address.checklist(routine.slug, $0.id)) }),
        "routine": Value(naming ? items[index] : nil), "responsible": .flag(responsible),
      ])
  }

  /// Headings as a tree.
  func contents(of document: Document) -> [Record] {
    func records(_ sections: ArraySlice<Section>) -> [Record] {
      var found: [Record] = []
      var index = sections.startIndex
      while index < sections.endIndex {
        let section = sections[index]
        var end = index + 1
        while end < sections.endIndex, sections[end].level > section.level { end += 1 }
        found.append(
          Record(
            PageSchemas.heading,
            [
              "text": .text(section.title), "anchor": .text(section.id),
              "children": .records(records(sections[(index + 1)..<end])),
            ]))
        index = end
      }
      return found
    }
    return records(document.sections[...])
  }

  static func isWeb(_ address: String) -> Bool {
    ["https://", "http://"].contains { address.lowercased().hasPrefix($0) }
  }

  func unique(_ indices: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return indices.filter { seen.insert($0).inserted }
  }
}
