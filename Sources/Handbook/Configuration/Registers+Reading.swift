public import Diagnostics
internal import Swedish
internal import YAML

extension Registers {
  private static let keys = KnownKeys([
    ("roller", ["roles"]), ("system", ["systems"]), ("länkar", ["links"]), ("kontakter", ["contacts"]),
    ("synonymer", ["synonyms"]), ("felskrivningar", ["slips"]),
    ("inga personnummer", ["no personal numbers"]),
  ])
  private static let roleKeys = KnownKeys([
    ("namn", ["name"]), ("alias", ["aliases"]), ("beskrivning", ["description"]),
  ])
  private static let systemKeys = KnownKeys([
    ("namn", ["name"]), ("alias", ["aliases"]), ("beskrivning", ["description"]), ("länkar", ["links"]),
    ("support", []),
  ])
  private static let systemLinkKeys = KnownKeys([("text", []), ("adress", ["address"])])
  private static let linkKeys = KnownKeys([("namn", ["name"]), ("alias", ["aliases"]), ("adress", ["address"])])
  private static let contactKeys = KnownKeys([
    ("namn", ["name"]), ("beskrivning", ["description"]), ("telefon", ["telephone", "phone"]), ("e-post", ["email"]),
    ("öppettider", ["opening hours"]),
  ])
  private static let exceptionKeys = KnownKeys([("fil", ["file"]), ("rad", ["line"]), ("skäl", ["reason"])])
  private static let slipKeys = KnownKeys([("fel", ["wrong"]), ("rätt", ["right"])])

  /// Adds what one file holds; the file's keys say which registers.
  public mutating func add(_ bytes: [UInt8], file: String) -> [Diagnostic] {
    let (node, faults) = YAMLReader.read(bytes, file: file)
    guard let node else { return faults }
    let reader = KeyedReader(node, keys: Self.keys)
    var diagnostics = faults + reader.diagnostics
    diagnostics += KeyedReader.read(reader.nodes("roller"), keys: Self.roleKeys) { item in
      let name = item.requiredText("namn")
      let aliases = item.texts("alias")
      let description = item.text("beskrivning") ?? ""
      names["roller", default: NameRegister()].add(item, "namn", "alias")
      if let name { roles.append(Role(name: name, aliases: aliases, description: description, range: item.range)) }
    }
    for item in reader.nodes("system") { diagnostics += addSystem(item) }
    diagnostics += KeyedReader.read(reader.nodes("länkar"), keys: Self.linkKeys) { item in
      let required = item.required("namn", "adress")
      let address = item.webAddress("adress")
      let aliases = item.texts("alias")
      names["länkar", default: NameRegister()].add(item, "namn", "alias")
      if let (name, _) = required, let address {
        links.append(Link(name: name, aliases: aliases, address: address, range: item.range))
      }
    }
    diagnostics += KeyedReader.read(reader.nodes("kontakter"), keys: Self.contactKeys) { addContact(&$0) }
    for item in reader.nodes("synonymer") { diagnostics += addSynonyms(item) }
    diagnostics += KeyedReader.read(reader.nodes("felskrivningar"), keys: Self.slipKeys) { item in
      if let (wrong, right) = item.required("fel", "rätt") { slips.append(Slip(wrong: wrong, right: right)) }
    }
    diagnostics += KeyedReader.read(reader.nodes("inga personnummer"), keys: Self.exceptionKeys) { item in
      let required = item.required("fil", "skäl")
      _ = item.requiredText("rad")
      let line = item.number("rad", in: 1...10_000_000)
      if let (file, _) = required, let line {
        numberExceptions.append(NumberException(file: file, line: line, range: item.range))
      }
    }
    return diagnostics
  }

  private mutating func addSystem(_ node: YAMLNode) -> [Diagnostic] {
    var inner: [Diagnostic] = []
    return KeyedReader.read([node], keys: Self.systemKeys) { item in
      let name = item.requiredText("namn")
      let aliases = item.texts("alias")
      let description = item.text("beskrivning") ?? ""
      let support = item.text("support")
      names["system", default: NameRegister()].add(item, "namn", "alias")
      var links: [System.Link] = []
      inner = KeyedReader.read(item.nodes("länkar"), keys: Self.systemLinkKeys) { link in
        let required = link.required("text", "adress")
        let address = link.webAddress("adress")
        if let (text, _) = required, let address { links.append(System.Link(text: text, address: address)) }
      }
      guard let name else { return }
      systems.append(
        System(
          name: name, aliases: aliases, description: description, links: links, support: support,
          supportRange: item.node("support")?.range, range: item.range))
    } + inner
  }

  private mutating func addContact(_ item: inout KeyedReader) {
    let name = item.requiredText("namn")
    let description = item.text("beskrivning") ?? ""
    let telephone = item.telephone("telefon")
    let email = item.email("e-post")
    let hours = item.text("öppettider") ?? ""
    names["kontakter", default: NameRegister()].add(item, "namn")
    guard let name else { return }
    contacts.append(
      Contact(
        name: name, description: description, telephone: telephone, email: email, openingHours: hours, range: item.range
      ))
  }

  private mutating func addSynonyms(_ item: YAMLNode) -> [Diagnostic] {
    guard case .sequence(let words) = item.content, words.allSatisfy({ $0.text != nil }) else {
      return [
        Diagnostic(
          .invalidValue, item.range,
          Message(sv: "Varje rad ska vara en lista av ord.", en: "Each line should be a list of words."),
          help: Message(sv: "Skriv `- [brukare, kund]`.", en: "Write `- [brukare, kund]`."))
      ]
    }
    synonyms.append(words.compactMap(\.text))
    return []
  }

  /// Names and aliases that stand twice, and support contacts that do not exist; called when all files are added.
  public func check() -> [Diagnostic] {
    let repeated = names.values.flatMap(\.diagnostics)
    let unsupported = systems.compactMap { system -> Diagnostic? in
      guard let support = system.support, contact(named: support) == nil else { return nil }
      let near = NearMatch.nearest(to: support, in: contacts.map(\.name))
      return Diagnostic(
        .invalidValue, system.supportRange ?? system.range,
        Message(
          sv: "Supportkontakten ”\(support)” finns inte bland kontakterna.",
          en: "The support contact “\(support)” is not among the contacts."),
        help: near.isEmpty
          ? Message(sv: "Lägg till den i `registers/kontakter.yaml`.", en: "Add it to `registers/kontakter.yaml`.")
          : .didYouMean(near))
    }
    return (repeated + unsupported).inOrder()
  }
}
