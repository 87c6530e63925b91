internal import Documents
internal import HTML
internal import Handbook
internal import Theming

extension SiteContext {
  func binderRecord(_ index: Int) -> Record {
    let area = library.areas[index]
    let routines = plan.binderRoutines(index)
    return Record(
      PageSchemas.binder,
      [
        "title": .text(area.name), "site": .record(site),
        "crumbs": crumbs((strings["page.areas"], Address.areas), (area.name, Address.area(area.slug))),
        "description": Value(area.description.isEmpty ? nil : area.description),
        "leaves": .records(routines.map { leaf($0) }), "count": .number(routines.count),
      ])
  }

  private func leaf(_ index: Int) -> Record {
    let routine = library.routines[index]
    let body = body(
      of: routine.document, library.resolutions[index],
      at: ComponentPlace(source: .routine(index), stem: "rutin-" + routine.slug), root: "../")
    return Record(
      PageSchemas.leaf,
      [
        "anchor": .text(routine.slug), "item": .record(items[index]), "stateNote": Value(stateNote(of: routine)),
        "laterNotes": .records(laterNotes(of: routine)),
        "edition": Value(routine.document.frontMatter.edition), "facts": .records(factRecords(of: routine.document)),
        "code": Value(code(of: routine.address)), "body": .markup(body.nested(prefix: routine.slug + "--")),
      ])
  }

  /// What a reader must know of a document that is not simply in force.
  func stateNote(of routine: Routine) -> String? { stateNote(routine.state) }

  /// The same of the other states that the document passes through, for readers on other days.
  func laterNotes(of routine: Routine) -> [Record] {
    routine.timeline.states.filter { $0 != routine.state }.compactMap { state in
      stateNote(state).map {
        Record(PageSchemas.stateNote, ["state": .text(state.rawValue), "text": .text($0)])
      }
    }
  }

  private func stateNote(_ state: ValidityState) -> String? {
    state == .inForce ? nil : strings["state.note.\(state.rawValue)"]
  }
}
