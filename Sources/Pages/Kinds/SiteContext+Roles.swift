internal import Documents
internal import Handbook
internal import Theming

extension SiteContext {
  func roleRecord(_ index: Int) -> Record {
    let role = library.roles[index]
    return Record(
      PageSchemas.role,
      [
        "title": .text(role.name), "site": .record(site), "crumbs": crumbs((strings["page.roles"], Address.roles)),
        "description": Value(role.description.isEmpty ? nil : role.description),
        "parts": .records(
          parts(of: role).map { part in
            let routine = library.routines[part.routine]
            let section = part.section.flatMap { id in routine.document.sections.first { $0.id == id } }
            return Record(
              PageSchemas.part,
              [
                "routine": .record(items[part.routine]),
                "section": Value(section.map { link($0.title, routine.address + "#" + $0.id) }),
                "duties": .texts(part.duties.map { plain($0, of: part.routine) }),
              ])
          }),
        "calendar": Value(
          duties.contains { !$0.occurrences.isEmpty && roles(of: $0).contains(index) }
            ? Self.calendarPath(ofRole: role.slug) : nil),
        "duties": .records(
          followUps(of: role).map { duty($0.duty, of: $0.routine, responsible: $0.isResponsible, naming: true) }),
      ])
  }

  /// What a role must do by documents that nobody has set aside; those in force first.
  func parts(of role: Library.Role) -> [Library.Role.Part] {
    let parts = role.parts.filter { !library.routines[$0.routine].state.isSetAside }
    return parts.filter { library.routines[$0.routine].state.isInForce }
      + parts.filter { !library.routines[$0.routine].state.isInForce }
  }

  func followUps(of role: Library.Role) -> [Library.Role.FollowUp] {
    role.followUps.filter { !library.routines[$0.routine].state.isSetAside }
  }
}
