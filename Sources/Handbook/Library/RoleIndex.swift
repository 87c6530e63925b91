internal import Diagnostics
internal import Documents
internal import Swedish

/// Gathers duties under the roles of the register; a role that no register knows gets a page of its own name.
struct RoleIndex {
  private var roles: [Library.Role]
  private var byName: [String: Int] = [:]
  private var diagnostics: [Diagnostic] = []
  private let isRegistered: Bool
  private let spellings: [String]

  init(_ entries: [Registers.Role]) {
    roles = entries.map { Library.Role(name: $0.name, slug: Folding.slug($0.name), description: $0.description) }
    isRegistered = !entries.isEmpty
    spellings = entries.flatMap { [$0.name] + $0.aliases }
    for (index, entry) in entries.enumerated() {
      for name in [entry.name] + entry.aliases { byName[Folding.words(name)] = index }
    }
  }

  /// The roles that anything is said of, in Swedish order.
  consuming func roles(in routines: [Routine]) -> (roles: [Library.Role], diagnostics: [Diagnostic]) {
    for (index, routine) in routines.enumerated() {
      let document = routine.document
      for entry in document.roles {
        let place = SourceRange(file: document.file, line: entry.line)
        for role in indices(of: entry.role, at: place) {
          roles[role].parts.append(
            Library.Role.Part(routine: index, section: entry.section, duties: entry.duties.map(\.text)))
        }
      }
      for duty in document.frontMatter.followUps {
        for role in indices(of: duty.who, at: duty.range) {
          roles[role].followUps.append(Library.Role.FollowUp(routine: index, duty: duty, isResponsible: true))
        }
        for name in duty.with {
          for role in indices(of: name, at: duty.range) {
            roles[role].followUps.append(Library.Role.FollowUp(routine: index, duty: duty, isResponsible: false))
          }
        }
      }
    }
    let named = roles.filter { !$0.parts.isEmpty || !$0.followUps.isEmpty }
    return (named.inSwedishOrder(by: \.name), diagnostics)
  }

  /// A written name may hold several roles: "Enhetschef och koordinator".
  private mutating func indices(of written: String, at place: SourceRange) -> [Int] {
    if let index = byName[Folding.words(written)] { return [index] }
    let parts = written.replacingAnd.split(separator: ",").map { String($0).trimmed }
    if parts.count > 1, parts.allSatisfy({ byName[Folding.words($0)] != nil }) {
      return parts.compactMap { byName[Folding.words($0)] }.unique()
    }
    if let index = embedded(in: written) { return [index] }
    if isRegistered { report(written, at: place) }
    let slug = Folding.slug(written)
    let taken = roles.contains { $0.slug == slug }
    byName[Folding.words(written)] = roles.count
    roles.append(Library.Role(name: written, slug: taken || slug.isEmpty ? "\(slug)-\(roles.count)" : slug, description: ""))
    return [roles.count - 1]
  }

  /// "Respektive enhetschef", "Alla medarbetare": a known role with a word before or after it.
  private func embedded(in written: String) -> Int? {
    var words = Folding.words(written).split(separator: " ").map(String.init)
    let fillers: Set<String> = ["respektive", "varje", "alla", "all", "ansvarig", "ordinarie", "den", "de", "samtliga", "berord", "berorda", "narmaste"]
    while let first = words.first, fillers.contains(first) { words.removeFirst() }
    return byName[words.joined(separator: " ")]
  }

  private mutating func report(_ name: String, at place: SourceRange) {
    let near = NearMatch.nearest(to: name, in: spellings)
    diagnostics.append(
      Diagnostic(
        .unknownRole, place, Message(sv: "Rollen ”\(name)” finns inte i rollregistret.", en: "The role “\(name)” is not in the register of roles."),
        help: near.isEmpty
          ? Message(sv: "Lägg till den, eller som alias, i `registers/roller.yaml`.", en: "Add it, or an alias, to `registers/roller.yaml`.")
          : Message(
            sv: "Lägg till ”\(name)” som alias i `registers/roller.yaml`, kanske för ”\(near.joined(separator: "” eller ”"))”.",
            en: "Add “\(name)” as an alias in `registers/roller.yaml`, perhaps of “\(near.joined(separator: "” or “"))”.")))
  }
}

extension Library.System {
  static func all(_ registers: Registers, routines: [Routine], resolutions: [[Resolution]]) -> [Library.System] {
    var systems = registers.systems.map { entry in
      Library.System(
        entry: entry, slug: Folding.slug(entry.name), support: registers.contacts.first { $0.name == entry.support }, routines: [])
    }
    for routine in routines.indices {
      for case .system(let system) in Set(resolutions[routine]) { systems[system].routines.append(routine) }
    }
    return systems
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }

  /// "A och B" → "A , B".
  fileprivate var replacingAnd: String {
    split(separator: " ").map { $0 == "och" || $0 == "samt" ? "," : String($0) }.joined(separator: " ")
  }
}
