internal import CivilTime
internal import Documents
internal import Handbook
internal import JSON
internal import Swedish
internal import Theming

extension SiteContext {
  func registerRecord() -> Record {
    let owners = ownerOfRoutine
    let passed = library.routines.reduce(into: Set<ValidityState>()) { $0.formUnion($1.timeline.states) }
    let states = ValidityState.allCases.filter { passed.contains($0) }
    return Record(
      PageSchemas.register,
      [
        "title": .text(strings["page.register"]), "site": .record(site), "crumbs": crumbs(),
        "rows": .records(
          library.routines.indices.map { index in
            Record(
              PageSchemas.registration,
              [
                "item": .record(items[index]),
                "owner": Value(
                  owners[index].map { option(plan.owners[$0].name, plan.owners[$0].slug) }),
                "areas": .records(
                  library.routines[index].areas.map { option(library.areas[$0].name, library.areas[$0].slug) }),
              ])
          }),
        "states": .records(states.map { option(stateNames[$0] ?? "", $0.rawValue) }),
        "areas": .records(library.areas.map { option($0.name, $0.slug) }),
        "owners": .records(plan.owners.map { option($0.name, $0.slug) }),
        "count": .number(library.routines.count),
      ])
  }

  func ownerRecord(_ index: Int) -> Record {
    let owner = plan.owners[index]
    return list(
      owner.name, "owner", description: "", routines: owner.routines, way: (strings["page.owners"], Address.owners))
  }

  /// For each routine the index of its owner.
  private var ownerOfRoutine: [Int?] {
    var found: [Int?] = Array(repeating: nil, count: library.routines.count)
    for (number, owner) in plan.owners.enumerated() {
      for routine in owner.routines { found[routine] = number }
    }
    return found
  }

  var registerFiles: [RenderedPage] {
    [
      RenderedPage(path: "register.csv", bytes: registerCSV()),
      RenderedPage(path: "register.json", bytes: Array(registerJSON().text().utf8)),
    ]
  }

  private func registerCSV() -> [UInt8] {
    let headings = PageSchemas.registerHeadings.map { strings["register.csv.\($0)"] }
    let rows = library.routines.map { routine -> [String] in
      let facts = routine.document.facts
      return [
        routine.id ?? "", routine.title, kindNames[routine.kind] ?? "",
        stateNames[routine.state] ?? "",
        routine.areas.map { library.areas[$0].name }.joined(separator: ", "),
        facts.owner.value ?? "", facts.decidedOn.value?.iso ?? "", facts.updatedOn.value?.iso ?? "",
        facts.validFrom.value?.iso ?? "", until(routine), routine.address,
      ]
    }
    return SpreadsheetFile.bytes([headings] + rows)
  }

  private func registerJSON() -> JSONValue {
    .object([
      ("asOf", .string(library.asOf.iso)),
      (
        "documents",
        .array(
          library.routines.map { routine in
            let facts = routine.document.facts
            return .object([
              ("id", .optional(routine.id)), ("title", .string(routine.title)),
              ("address", .string(routine.address)), ("kind", .string(routine.kind.key)),
              ("state", .string(routine.state.rawValue)),
              ("areas", .array(routine.areas.map { .string(library.areas[$0].name) })),
              ("owner", .optional(facts.owner.value)), ("decidedOn", .optional(facts.decidedOn.value?.iso)),
              ("updatedOn", .optional(facts.updatedOn.value?.iso)),
              ("validFrom", .optional(facts.validFrom.value?.iso)), ("validTo", .string(until(routine))),
              (
                "changes",
                .array(
                  routine.timeline.changes.map {
                    .object([("day", .string($0.day.iso)), ("state", .string($0.state.rawValue))])
                  })
              ),
            ])
          })
      ),
    ])
  }

  /// A day, "tills vidare" or nothing.
  private func until(_ routine: Routine) -> String {
    switch routine.document.validity {
    case .until(let day): day.iso
    case .openEnded: strings["fact.openEnded"]
    default: ""
    }
  }
}
