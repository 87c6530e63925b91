public import Diagnostics
internal import Swedish
internal import YAML

extension Registers {
  private static let keys = KnownKeys([
    ("roller", ["roles"]), ("system", ["systems"]), ("länkar", ["links"]), ("kontakter", ["contacts"]),
    ("synonymer", ["synonyms"]), ("felskrivningar", ["slips"]),
  ])
  private static let roleKeys = KnownKeys([("namn", ["name"]), ("alias", ["aliases"]), ("beskrivning", ["description"])])
  private static let systemKeys = KnownKeys([
    ("namn", ["name"]), ("alias", ["aliases"]), ("beskrivning", ["description"]), ("länkar", ["links"]), ("support", []),
  ])
  private static let systemLinkKeys = KnownKeys([("text", []), ("adress", ["address"])])
  private static let linkKeys = KnownKeys([("namn", ["name"]), ("alias", ["aliases"]), ("adress", ["address"])])
  private static let contactKeys = KnownKeys([
    ("namn", ["name"]), ("beskrivning", ["description"]), ("telefon", ["telephone", "phone"]), ("e-post", ["email"]),
    ("öppettider", ["opening hours"]),
  ])
  private static let slipKeys = KnownKeys([("fel", ["wrong"]), ("rätt", ["right"])])

  /// Adds what one file holds; the file's keys say which registers.
  public mutating func add(_ bytes: [UInt8], file: String) -> [Diagnostic] {
    let (node, faults) = YAMLReader.read(bytes, file: file)
    guard let node else { return faults }
    let reader = KeyedReader(node, keys: Self.keys)
    var diagnostics = faults + reader.diagnostics
    for item in reader.nodes("roller") {
      var inner = KeyedReader(item, keys: Self.roleKeys)
      if let name = inner.requiredText("namn") {
        roles.append(
          Role(name: name, aliases: inner.texts("alias"), description: inner.text("beskrivning") ?? "", range: item.range))
      }
      diagnostics += inner.diagnostics
    }
    for item in reader.nodes("system") { diagnostics += addSystem(item) }
    for item in reader.nodes("länkar") {
      var inner = KeyedReader(item, keys: Self.linkKeys)
      if let name = inner.requiredText("namn"), inner.requiredText("adress") != nil, let address = inner.webAddress("adress") {
        links.append(Link(name: name, aliases: inner.texts("alias"), address: address, range: item.range))
      }
      diagnostics += inner.diagnostics
    }
    for item in reader.nodes("kontakter") {
      var inner = KeyedReader(item, keys: Self.contactKeys)
      if let name = inner.requiredText("namn") {
        contacts.append(
          Contact(
            name: name, description: inner.text("beskrivning") ?? "", telephone: inner.text("telefon"), email: inner.text("e-post"),
            openingHours: inner.text("öppettider") ?? "", range: item.range))
      }
      diagnostics += inner.diagnostics
    }
    for item in reader.nodes("synonymer") {
      guard case .sequence(let words) = item.content else {
        diagnostics.append(
          Diagnostic(
            .invalidValue, item.range, Message(sv: "Varje rad ska vara en lista av ord.", en: "Each line should be a list of words."),
            help: Message(sv: "Skriv `- [brukare, kund]`.", en: "Write `- [brukare, kund]`.")))
        continue
      }
      synonyms.append(words.compactMap(\.text))
    }
    for item in reader.nodes("felskrivningar") {
      var inner = KeyedReader(item, keys: Self.slipKeys)
      if let wrong = inner.requiredText("fel"), let right = inner.requiredText("rätt") { slips.append(Slip(wrong: wrong, right: right)) }
      diagnostics += inner.diagnostics
    }
    return diagnostics
  }

  private mutating func addSystem(_ item: YAMLNode) -> [Diagnostic] {
    var inner = KeyedReader(item, keys: Self.systemKeys)
    var diagnostics: [Diagnostic] = []
    var links: [System.Link] = []
    for node in inner.nodes("länkar") {
      var link = KeyedReader(node, keys: Self.systemLinkKeys)
      if let text = link.requiredText("text"), link.requiredText("adress") != nil, let address = link.webAddress("adress") {
        links.append(System.Link(text: text, address: address))
      }
      diagnostics += link.diagnostics
    }
    if let name = inner.requiredText("namn") {
      systems.append(
        System(
          name: name, aliases: inner.texts("alias"), description: inner.text("beskrivning") ?? "", links: links,
          support: inner.text("support"), range: item.range))
    }
    return diagnostics + inner.diagnostics
  }

  /// Names and aliases that stand twice, and support contacts that do not exist; called when all files are added.
  public func check() -> [Diagnostic] {
    var diagnostics = repeated(roles.map { ([$0.name] + $0.aliases, $0.range) })
    diagnostics += repeated(systems.map { ([$0.name] + $0.aliases, $0.range) })
    diagnostics += repeated(links.map { ([$0.name] + $0.aliases, $0.range) })
    diagnostics += repeated(contacts.map { ([$0.name], $0.range) })
    for system in systems {
      guard let support = system.support, !contacts.contains(where: { $0.name == support }) else { continue }
      let near = NearMatch.nearest(to: support, in: contacts.map(\.name))
      diagnostics.append(
        Diagnostic(
          .invalidValue, system.range,
          Message(sv: "Supportkontakten ”\(support)” finns inte bland kontakterna.", en: "The support contact “\(support)” is not among the contacts."),
          help: near.isEmpty
            ? Message(sv: "Lägg till den i `registers/kontakter.yaml`.", en: "Add it to `registers/kontakter.yaml`.")
            : Message(sv: "Menade du ”\(near.joined(separator: "” eller ”"))”?", en: "Did you mean “\(near.joined(separator: "” or “"))”?")))
    }
    return diagnostics
  }

  private func repeated(_ entries: [(names: [String], range: SourceRange)]) -> [Diagnostic] {
    var seen: [String: SourceRange] = [:]
    var diagnostics: [Diagnostic] = []
    for (names, range) in entries {
      for name in Set(names.map { Folding.words($0) }).sorted() {
        guard let first = seen[name] else {
          seen[name] = range
          continue
        }
        diagnostics.append(
          Diagnostic(
            .repeatedName, range, Message(sv: "Namnet ”\(name)” finns redan i registret.", en: "The name “\(name)” is already in the register."),
            help: Message(sv: "Behåll namnet på ett ställe.", en: "Keep the name in one place."),
            related: [Diagnostic.Related(first, Message(sv: "Finns redan här.", en: "It is here already."))]))
      }
    }
    return diagnostics
  }
}
