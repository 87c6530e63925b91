public import Diagnostics
internal import Swedish
public import YAML

extension Measure {
  private static let keys = KnownKeys([
    ("id", []), ("namn", ["titel", "name", "title"]), ("data", ["dataset"]), ("räkna", ["count"]),
    ("täljare", ["numerator", "urval"]), ("nämnare", ["denominator"]), ("utan", ["without"]), ("mål", ["target"]),
    ("definition", []), ("stycke", ["clause", "krav"]), ("personer", ["persons"]),
  ])

  /// Reads a municipality's own measure: a count, a share, or persons that lack something.
  public static func read(_ node: YAMLNode) -> (Measure?, [Diagnostic]) {
    var reader = KeyedReader(node, keys: keys)
    let id = reader.requiredText("id")
    let title = reader.requiredText("namn")
    guard let id, let title, let name = reader.requiredText("data") else { return (nil, reader.diagnostics) }
    if let fault = fault(in: id) {
      reader.reject(
        reader.node("id") ?? node, fault, help: Message(sv: "Välj ett annat id.", en: "Choose another id."))
    }
    guard let dataset = Dataset(rawValue: Folding.key(name)) else {
      let known = Dataset.allCases.map(\.rawValue).joined(separator: ", ")
      reader.reject(
        reader.node("data") ?? node, Message(sv: "Data `\(name)` är okänt.", en: "The data `\(name)` are unknown."),
        help: Message(sv: "Välj bland \(known).", en: "Choose among \(known)."))
      return (nil, reader.diagnostics)
    }
    let counted = counted(&reader, dataset, node)
    let formula = formula(&reader, dataset)
    if case .lacking = formula, counted != .staff, counted != .clients {
      reader.reject(
        reader.node("utan") ?? node,
        Message(sv: "`utan` går bara med medarbetare och brukare.", en: "`utan` works for staff and clients only."),
        help: Message(sv: "Räkna medarbetare eller brukare.", en: "Count staff or clients."))
    }
    let text = reader.text("definition") ?? title
    let isPersons = counted == .staff || counted == .clients
    let measure = Measure(
      id: id, dataset: dataset, counted: counted, formula: formula,
      unit: formula.filters.count == 2 && !formula.isLacking ? .share : .count, target: target(&reader, node),
      title: Message(sv: title, en: title), definition: Message(sv: text, en: text),
      clause: reader.text("stycke") ?? "", countsPersons: reader.flag("personer") ?? false || isPersons)
    return (reader.diagnostics.isEmpty ? measure : nil, reader.diagnostics)
  }

  /// Why no measure of the municipality's own may be called so.
  private static func fault(in id: String) -> Message? {
    if id == "all" {
      return Message(sv: "Ordet `all` betyder alla mått.", en: "The word `all` means every measure.")
    }
    guard builtIn.contains(where: { $0.id == id }) || id.hasPrefix("D.") else { return nil }
    return Message(sv: "Måttet `\(id)` finns redan.", en: "There is already a measure `\(id)`.")
  }

  private static func counted(_ reader: inout KeyedReader, _ dataset: Dataset, _ node: YAMLNode) -> Counted {
    let choices: [(name: String, counted: Counted)] =
      switch dataset {
      case .visits: [("besök", .visits), ("rader", .rows), ("medarbetare", .staff), ("brukare", .clients)]
      case .phones: [("telefoner", .phones)]
      case .locks: [("lås", .locks)]
      case .jobs: [("uppdrag", .jobs)]
      }
    guard let written = reader.text("räkna") else { return choices[0].counted }
    if let choice = choices.first(where: { Folding.key($0.name) == Folding.key(written) }) { return choice.counted }
    let known = choices.map(\.name).joined(separator: ", ")
    reader.reject(
      reader.node("räkna") ?? node,
      Message(
        sv: "`\(written)` går inte att räkna här.",
        en: "`\(written)` cannot be counted here."),
      help: Message(sv: "Välj bland \(known).", en: "Choose among \(known)."))
    return choices[0].counted
  }

  private static func formula(_ reader: inout KeyedReader, _ dataset: Dataset) -> Formula {
    let numerator = filter(&reader, "täljare", dataset)
    if reader.node("utan") != nil {
      return .lacking(base: numerator, without: filter(&reader, "utan", dataset))
    }
    guard reader.keyRange("nämnare") != nil else { return .count(numerator) }
    let denominator = filter(&reader, "nämnare", dataset)
    // What is counted is a part of what it is counted of.
    return .ratio(numerator.narrowed(by: denominator), of: denominator)
  }

  private static func filter(_ reader: inout KeyedReader, _ key: String, _ dataset: Dataset) -> Filter {
    guard let node = reader.node(key) else { return .all }
    let attributes = dataset.attributes
    var columns = KeyedReader(node, keys: KnownKeys(attributes.map { ($0.name, []) }))
    var allowed: [Int: Set<Int>] = [:]
    for (place, attribute) in attributes.enumerated() where columns.keyRange(attribute.name) != nil {
      let faultCount = columns.diagnostics.count
      let texts = columns.texts(attribute.name)
      if texts.isEmpty, columns.diagnostics.count == faultCount {
        columns.reject(
          node, Message(sv: "`\(attribute.name)` har inget värde.", en: "`\(attribute.name)` has no value."),
          help: Message(
            sv: "Skriv de värden som räknas, eller ta bort raden om alla gör det.",
            en: "Write the values that count, or remove the line if all do."))
      }
      var codes: Set<Int> = []
      for text in texts {
        if let code = attribute.values.firstIndex(where: { Folding.key($0) == Folding.key(text) && !$0.isEmpty }) {
          codes.insert(code)
        } else {
          let known = attribute.values.filter { !$0.isEmpty }.joined(separator: ", ")
          columns.reject(
            columns.node(attribute.name) ?? node,
            Message(sv: "`\(attribute.name)` kan inte vara `\(text)`.", en: "`\(attribute.name)` cannot be `\(text)`."),
            help: Message(sv: "Välj bland \(known).", en: "Choose among \(known)."))
        }
      }
      allowed[place] = codes
    }
    for diagnostic in columns.diagnostics {
      reader.reject(node, diagnostic.message, help: diagnostic.help)
    }
    return Filter(allowed)
  }

  private static func target(_ reader: inout KeyedReader, _ node: YAMLNode) -> Target? {
    guard let text = reader.text("mål") else { return nil }
    let words = text.split(separator: " ")
    var digits = words.dropFirst().joined().filter { $0 != "%" }
    digits = String(digits.map { $0 == "," ? "." : $0 })
    if let number = Double(digits), number.isFinite, let word = words.first {
      let value = text.hasSuffix("%") ? number / 100 : number
      switch Folding.key(word) {
      case "minst": return .atLeast(value)
      case "hogst": return .atMost(value)
      default: break
      }
    }
    reader.reject(
      reader.node("mål") ?? node,
      Message(
        sv: "Målet `\(text)` kan inte läsas.",
        en: "The target `\(text)` cannot be read."),
      help: Message(sv: "Skriv `minst 80 %` eller `högst 5`.", en: "Write `minst 80 %` or `högst 5`."))
    return nil
  }
}

extension Measure.Formula {
  fileprivate var isLacking: Bool {
    if case .lacking = self { return true }
    return false
  }
}

extension Filter {
  /// What both let through.
  func narrowed(by other: Filter) -> Filter {
    Filter(allowed.merging(other.allowed) { $0.intersection($1) })
  }
}
