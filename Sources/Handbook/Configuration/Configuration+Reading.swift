internal import CivilTime
internal import Colours
public import Diagnostics
internal import Documents
internal import Swedish
internal import YAML

extension Configuration {
  private static let keys = KnownKeys([
    ("namn", ["name"]), ("organisation", []), ("förvaltning", ["administration"]), ("adress", ["address"]),
    ("beskrivning", ["description"]), ("språk", ["language"]), ("genvägar", ["shortcuts"]),
    ("områden", ["areas", "kategorier", "categories"]),
    ("organisationsnamn", ["organisation names"]), ("ledfraser", ["lead ins"]), ("avvikelse", ["deviation"]),
    ("trösklar", ["thresholds"]), ("visa beslutsfattares namn", ["show decider name"]), ("läsning", ["reading"]),
    ("små tal", ["small counts", "röjandekontroll", "disclosure control"]), ("kalender", ["calendar"]),
    ("data", []), ("färger", ["colours", "colors"]), ("logotyp", ["logo"]), ("tillgänglighet", ["accessibility"]),
  ])
  private static let shortcutKeys = KnownKeys([("text", []), ("till", ["to"])])
  private static let areaKeys = KnownKeys([
    ("namn", ["name"]), ("alias", ["aliases"]), ("beskrivning", ["description"]),
  ])
  private static let thresholdKeys = KnownKeys([
    ("slutar snart dagar", ["ends soon days"]), ("längsta giltighet år", ["longest validity years"]),
    ("brukare i stickprov", ["clients in sample"]), ("gammal export dagar", ["stale export days"]),
  ])
  private static let smallCountKeys = KnownKeys([
    ("färre än", ["fewer than"]), ("visa noll", ["show zero"]), ("beslut", ["decision"]),
  ])
  private static let calendarKeys = KnownKeys([
    ("lördag är vardag", ["saturday is a working day"]), ("aftnar är lediga", ["eves are free"]),
  ])
  private static let readingKeys = KnownKeys([("utan", ["without"])])

  /// Reads `site.yaml`; an empty or missing file gives the defaults.
  public static func read(_ bytes: [UInt8], file: String) -> (Configuration, [Diagnostic]) {
    var configuration = Configuration()
    let (node, faults) = YAMLReader.read(bytes, file: file)
    guard let node else { return (configuration, faults) }
    var reader = KeyedReader(node, keys: keys)
    configuration.name = reader.text("namn") ?? configuration.name
    configuration.organisation = reader.text("organisation") ?? ""
    configuration.administration = reader.text("förvaltning") ?? ""
    configuration.address = reader.webAddress("adress") ?? ""
    configuration.description = reader.text("beskrivning") ?? ""
    if let text = reader.text("språk"), let node = reader.node("språk") {
      if let language = Language(rawValue: text) {
        configuration.language = language
      } else {
        reader.reject(
          node,
          Message(sv: "Sidorna finns inte på språket ”\(text)”.", en: "There are no pages in the language “\(text)”."),
          help: Message(sv: "Skriv `sv` eller `en`.", en: "Write `sv` or `en`."))
      }
    }
    configuration.organisationNames = reader.texts("organisationsnamn")
    configuration.leadIns = reader.texts("ledfraser")
    configuration.deviationAddress = reader.webAddress("avvikelse")
    configuration.showsDeciderName = reader.flag("visa beslutsfattares namn") ?? true
    if let path = reader.text("logotyp"), let range = reader.node("logotyp")?.range {
      configuration.logo = Logo(path: path, range: range)
    }
    var colourFaults: [Diagnostic] = []
    if let colours = reader.node("färger") { (configuration.colours, colourFaults) = NamedColour.read(colours) }
    var statementFaults: [Diagnostic] = []
    if let node = reader.node("tillgänglighet") {
      (configuration.statement, statementFaults) = AccessibilityStatement.read(node)
    } else if !configuration.address.isEmpty, let place = reader.node("adress")?.range {
      statementFaults = [AccessibilityStatement.missing(at: place)]
    }
    var diagnostics = colourFaults + statementFaults + configuration.readShortcuts(reader.nodes("genvägar"))
    diagnostics += configuration.readAreas(reader.nodes("områden"))
    diagnostics += KeyedReader.read(reader.nodes("trösklar"), keys: thresholdKeys) { inner in
      if let days = inner.number("slutar snart dagar", in: 0...3650) { configuration.endsSoonDays = days }
      if let years = inner.number("längsta giltighet år", in: 1...100) { configuration.limitInYears = years }
      if let days = inner.number("gammal export dagar", in: 1...3650) { configuration.staleDays = days }
      if let clients = inner.number("brukare i stickprov", in: 2...3) { configuration.sampleSize = clients }
    }
    diagnostics += KeyedReader.read(reader.nodes("små tal"), keys: smallCountKeys) { inner in
      if let limit = inner.number("färre än", in: 3...100) { configuration.smallCounts.threshold = limit }
      if let isShown = inner.flag("visa noll") { configuration.smallCounts.showsZero = isShown }
      configuration.smallCounts.decision = inner.text("beslut")
    }
    diagnostics += KeyedReader.read(reader.nodes("kalender"), keys: calendarKeys) { inner in
      if let counts = inner.flag("lördag är vardag") { configuration.calendar.countsSaturdays = counts }
      if let frees = inner.flag("aftnar är lediga") { configuration.calendar.freesEves = frees }
    }
    diagnostics += KeyedReader.read(reader.nodes("läsning"), keys: readingKeys) { inner in
      configuration.switchedOff = inner.steps("utan")
    }
    return (configuration, faults + reader.diagnostics + diagnostics)
  }

  private mutating func readShortcuts(_ items: [YAMLNode]) -> [Diagnostic] {
    KeyedReader.read(items, keys: Self.shortcutKeys) { inner in
      guard let (text, target) = inner.required("text", "till") else { return }
      shortcuts.append(Shortcut(text: text, target: target, range: inner.node("till")?.range ?? inner.range))
    }
  }

  private mutating func readAreas(_ items: [YAMLNode]) -> [Diagnostic] {
    var names = NameRegister()
    let diagnostics = KeyedReader.read(items, keys: Self.areaKeys) { inner in
      let name = inner.requiredText("namn")
      let aliases = inner.texts("alias")
      let description = inner.text("beskrivning") ?? ""
      names.add(inner, "namn", "alias")
      if let name { areas.append(Area(name: name, aliases: aliases, description: description)) }
    }
    return diagnostics + names.diagnostics
  }
}

extension KeyedReader {
  /// Names of repair steps.
  fileprivate mutating func steps(_ key: String) -> Set<RepairStep> {
    var found: Set<RepairStep> = []
    for node in nodes(key) {
      guard let text = node.text else { continue }
      if let step = RepairStep(rawValue: text) {
        found.insert(step)
        continue
      }
      let known = RepairStep.allCases.map(\.rawValue)
      let near = NearMatch.nearest(to: text, in: known)
      let list = (near.isEmpty ? known : near).joined(separator: ", ")
      reject(
        node, Message(sv: "Lässteget ”\(text)” är okänt.", en: "The reading step “\(text)” is unknown."),
        help: Message(sv: "Stegen heter: \(list).", en: "The steps are: \(list)."))
    }
    return found
  }
}
