public import Diagnostics
internal import Documents
internal import Swedish
internal import YAML

extension Configuration {
  private static let keys = KnownKeys([
    ("namn", ["name"]), ("organisation", []), ("förvaltning", ["administration"]), ("adress", ["address"]),
    ("beskrivning", ["description"]), ("språk", ["language"]), ("genvägar", ["shortcuts"]), ("områden", ["areas", "kategorier", "categories"]),
    ("organisationsnamn", ["organisation names"]), ("ledfraser", ["lead ins"]), ("avvikelse", ["deviation"]),
    ("trösklar", ["thresholds"]), ("visa beslutsfattares namn", ["show decider name"]), ("läsning", ["reading"]),
  ])
  private static let shortcutKeys = KnownKeys([("text", []), ("till", ["to"])])
  private static let areaKeys = KnownKeys([("namn", ["name"]), ("alias", ["aliases"]), ("beskrivning", ["description"])])
  private static let thresholdKeys = KnownKeys([
    ("slutar snart dagar", ["ends soon days"]), ("längsta giltighet år", ["longest validity years"]),
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
    configuration.address = reader.text("adress") ?? ""
    configuration.description = reader.text("beskrivning") ?? ""
    if let text = reader.text("språk"), let node = reader.node("språk") {
      if let language = Language(rawValue: text) {
        configuration.language = language
      } else {
        reader.reject(
          node, Message(sv: "Sidorna finns inte på språket ”\(text)”.", en: "There are no pages in the language “\(text)”."),
          help: Message(sv: "Skriv `sv` eller `en`.", en: "Write `sv` or `en`."))
      }
    }
    configuration.organisationNames = reader.texts("organisationsnamn")
    configuration.leadIns = reader.texts("ledfraser")
    configuration.deviationAddress = reader.webAddress("avvikelse")
    configuration.showsDeciderName = reader.flag("visa beslutsfattares namn") ?? true
    var diagnostics: [Diagnostic] = []
    for item in reader.nodes("genvägar") {
      var inner = KeyedReader(item, keys: shortcutKeys)
      if let text = inner.requiredText("text"), let target = inner.requiredText("till") {
        configuration.shortcuts.append(Shortcut(text: text, target: target, range: inner.node("till")?.range ?? item.range))
      }
      diagnostics += inner.diagnostics
    }
    for item in reader.nodes("områden") {
      var inner = KeyedReader(item, keys: areaKeys)
      if let name = inner.requiredText("namn") {
        configuration.areas.append(
          Area(name: name, aliases: inner.texts("alias"), description: inner.text("beskrivning") ?? ""))
      }
      diagnostics += inner.diagnostics
    }
    if let thresholds = reader.node("trösklar") {
      var inner = KeyedReader(thresholds, keys: thresholdKeys)
      configuration.endsSoonDays = inner.number("slutar snart dagar") ?? configuration.endsSoonDays
      configuration.limitInYears = inner.number("längsta giltighet år") ?? configuration.limitInYears
      diagnostics += inner.diagnostics
    }
    if let reading = reader.node("läsning") {
      var inner = KeyedReader(reading, keys: readingKeys)
      configuration.switchedOff = inner.steps("utan")
      diagnostics += inner.diagnostics
    }
    return (configuration, faults + reader.diagnostics + diagnostics)
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

  /// A web, mail or telephone address; anything else is rejected.
  mutating func webAddress(_ key: String) -> String? {
    guard let text = text(key), let node = node(key) else { return nil }
    if ["https://", "http://", "mailto:", "tel:"].contains(where: { text.hasPrefix($0) }) { return text }
    reject(
      node, Message(sv: "”\(text)” är ingen webbadress.", en: "“\(text)” is no web address."),
      help: Message(sv: "Adressen ska börja med https://", en: "The address should begin with https://"))
    return nil
  }
}
