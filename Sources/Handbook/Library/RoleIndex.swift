internal import Diagnostics
internal import Documents
internal import Swedish

/// Gathers duties under the roles of the register; a role that no register knows gets a page of its own name.
struct RoleIndex {
  private var roles: [Library.Role] = []
  /// By the register's folded names and aliases.
  private var byName: [String: Int] = [:]
  /// By the folded names that only the texts have.
  private var added: [String: Int] = [:]
  /// What each spelling in the texts has turned out to be.
  private var known: [String: [Int]] = [:]
  private var unknown: [String: Message] = [:]
  private var slugs = Slugs()
  private var diagnostics: [Diagnostic] = []
  private let entries: [Registers.Role]

  init(_ entries: [Registers.Role]) {
    self.entries = entries
    for (index, entry) in entries.enumerated() {
      roles.append(
        Library.Role(name: entry.name, slug: slugs.slug(for: entry.name, or: "roll"), description: entry.description))
      for name in [entry.name] + entry.aliases {
        let words = Folding.words(name)
        byName[words] = byName[words] ?? index
      }
    }
  }

  /// The roles that anything is said of, in Swedish order.
  consuming func roles(in routines: [Routine]) -> (roles: [Library.Role], diagnostics: [Diagnostic]) {
    for index in routines.indices {
      for entry in routines[index].document.roles {
        let place = SourceRange(file: routines[index].document.file, line: entry.line)
        let part = Library.Role.Part(routine: index, section: entry.section, duties: entry.duties.map(\.text))
        for role in indices(of: entry.role, at: place) { roles[role].parts.append(part) }
      }
      for duty in routines[index].document.frontMatter.followUps { add(duty, of: index) }
    }
    let named = roles.filter { !$0.parts.isEmpty || !$0.followUps.isEmpty }
    return (named.inSwedishOrder(by: \.name), diagnostics)
  }

  private mutating func add(_ duty: FrontMatter.FollowUp, of routine: Int) {
    let responsible = indices(of: duty.who, at: duty.range)
    for role in responsible {
      roles[role].followUps.append(Library.Role.FollowUp(routine: routine, duty: duty, isResponsible: true))
    }
    for role in duty.with.flatMap({ indices(of: $0, at: duty.range) }).unique() where !responsible.contains(role) {
      roles[role].followUps.append(Library.Role.FollowUp(routine: routine, duty: duty, isResponsible: false))
    }
  }

  private mutating func indices(of written: String, at place: SourceRange) -> [Int] {
    let found = known[written] ?? find(written)
    known[written] = found
    if let help = unknown[written] { report(written, help, at: place) }
    return found
  }

  /// A written name may hold several roles: "Enhetschef och koordinator".
  private mutating func find(_ written: String) -> [Int] {
    if let index = registered(written) { return [index] }
    let parts = written.partsOfList
    let indices = parts.compactMap { registered($0) }
    if parts.count > 1, indices.count == parts.count { return indices.unique() }
    if !entries.isEmpty { unknown[written] = help(for: written) }
    let words = Folding.words(written)
    if let index = added[words] { return [index] }
    added[words] = roles.count
    roles.append(Library.Role(name: written, slug: slugs.slug(for: written, or: "roll"), description: ""))
    return [roles.count - 1]
  }

  private static let fillers: Set<Substring> = [
    "respektive", "varje", "alla", "all", "ansvarig", "ansvariga", "ordinarie", "den", "de", "samtliga", "berord", "berorda", "narmaste",
  ]

  /// A known role, with a word before it that says no more: "Respektive enhetschef", "Alla medarbetare".
  private func registered(_ written: String) -> Int? {
    let words = Folding.words(written)
    if let index = byName[words] { return index }
    return byName[words.split(separator: " ").drop { Self.fillers.contains($0) }.joined(separator: " ")]
  }

  private func help(for name: String) -> Message {
    let near = NearMatch.nearest(to: name, in: entries.flatMap { [$0.name] + $0.aliases })
    return near.isEmpty
      ? Message(sv: "Lägg till den, eller som alias, i `registers/roller.yaml`.", en: "Add it, or an alias, to `registers/roller.yaml`.")
      : Message(
        sv: "Lägg till ”\(name)” som alias i `registers/roller.yaml`, kanske för ”\(near.joined(separator: "” eller ”"))”.",
        en: "Add “\(name)” as an alias in `registers/roller.yaml`, perhaps of “\(near.joined(separator: "” or “"))”.")
  }

  private mutating func report(_ name: String, _ help: Message, at place: SourceRange) {
    diagnostics.append(
      Diagnostic(
        .unknownRole, place,
        Message(sv: "Rollen ”\(name)” finns inte i rollregistret.", en: "The role “\(name)” is not in the register of roles."), help: help))
  }
}

extension Library.System {
  static func all(_ registers: Registers, routines: Int, resolutions: [[Resolution]]) -> [Library.System] {
    var slugs = Slugs()
    var systems = registers.systems.map { entry in
      Library.System(
        entry: entry, slug: slugs.slug(for: entry.name, or: "system"), support: entry.support.flatMap { registers.contact(named: $0) },
        routines: [])
    }
    for routine in 0..<routines {
      for case .system(let system) in resolutions[routine] where systems[system].routines.last != routine {
        systems[system].routines.append(routine)
      }
    }
    return systems
  }
}

extension String {
  /// "Enhetschef, koordinator och IT/drift" → its four names.
  fileprivate var partsOfList: [String] {
    let listed = split(separator: " ").map { ["och", "samt", "eller"].contains($0) ? "," : String($0) }.joined(separator: " ")
    return listed.split { $0 == "," || $0 == "/" }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}
