public import Diagnostics
internal import Swedish

/// Reads a mapping with known keys; every unknown, repeated or ill-typed one becomes a diagnostic.
///
/// Keys are compared as `Folding.key`: without case, space, `_` and `-`, with å ä → a, ö → o.
public struct KeyedReader {
  public private(set) var diagnostics: [Diagnostic] = []
  /// The whole mapping's place.
  public let range: SourceRange
  private let keys: KnownKeys
  /// The keys that were given, in their order; few, so they are looked through.
  private var found: [Found] = []

  private struct Found {
    /// The number of the key.
    var number: Int
    var keyRange: SourceRange
    var value: YAMLNode
  }

  /// `keys` maps each accepted spelling to the name under which it is asked for.
  public init(_ node: YAMLNode, keys: KnownKeys) {
    range = node.range
    self.keys = keys
    guard case .mapping(let entries) = node.content else {
      if !node.isEmpty {
        diagnostics.append(
          Diagnostic(
            .invalidValue, node.range,
            Message(
              sv: "Här väntas rader av slaget `nyckel: värde`.", en: "Lines of the form `key: value` are expected here."
            ),
            help: keys.help))
      }
      return
    }
    found.reserveCapacity(min(entries.count, keys.count))
    for entry in entries {
      let written = entry.key.text ?? ""
      guard let number = keys.number(of: written) else {
        diagnostics.append(keys.unknown(written, at: entry.key.range))
        continue
      }
      if let first = place(of: number).map({ found[$0].keyRange }) {
        diagnostics.append(
          Diagnostic(
            .repeatedKey, entry.key.range,
            Message(sv: "Nyckeln `\(written)` finns redan.", en: "The key `\(written)` is already given."),
            help: Message(sv: "Behåll en av dem; den första gäller.", en: "Keep one of them; the first one applies."),
            related: [Diagnostic.Related(first, Message(sv: "Den första står här.", en: "The first one is here."))]))
        continue
      }
      found.append(Found(number: number, keyRange: entry.key.range, value: entry.value))
    }
  }

  private func place(of number: Int) -> Int? { found.firstIndex { $0.number == number } }

  /// The value under `name`, nil when absent or empty.
  public func node(_ name: String) -> YAMLNode? {
    guard let number = keys.number(of: name), let place = place(of: number) else { return nil }
    return found[place].value.isEmpty ? nil : found[place].value
  }

  /// Where the key itself stands, also when its value is empty.
  public func keyRange(_ name: String) -> SourceRange? {
    keys.number(of: name).flatMap { place(of: $0) }.map { found[$0].keyRange }
  }

  public mutating func text(_ name: String) -> String? {
    guard let node = node(name) else { return nil }
    guard let text = node.text else {
      reject(
        node, Message(sv: "`\(name)` ska vara en text, inte en lista.", en: "`\(name)` should be a text, not a list."))
      return nil
    }
    return text
  }

  public mutating func requiredText(_ name: String) -> String? {
    if let text = text(name) { return text }
    if node(name) == nil {
      diagnostics.append(
        Diagnostic(
          .missingKey, keyRange(name) ?? range,
          Message(sv: "`\(name)` saknas.", en: "`\(name)` is missing."),
          help: Message(sv: "Lägg till raden `\(name): …`.", en: "Add the line `\(name): …`.")))
    }
    return nil
  }

  /// A list of texts; a single text is a list of one.
  public mutating func texts(_ name: String) -> [String] {
    guard let node = node(name) else { return [] }
    switch node.content {
    case .scalar: return node.text.map { [$0] } ?? []
    case .sequence(let items):
      return items.compactMap { item in
        if item.text == nil {
          reject(
            item, Message(sv: "`\(name)` ska vara en lista av texter.", en: "`\(name)` should be a list of texts."))
        }
        return item.text
      }
    case .mapping:
      reject(node, Message(sv: "`\(name)` ska vara en lista av texter.", en: "`\(name)` should be a list of texts."))
      return []
    }
  }

  /// The nodes of a list; a single value is a list of one.
  public func nodes(_ name: String) -> [YAMLNode] {
    guard let node = node(name) else { return [] }
    if case .sequence(let items) = node.content { return items }
    return [node]
  }

  public mutating func number(_ name: String) -> Int? {
    guard let text = text(name), let node = node(name) else { return nil }
    if let number = Int(text) { return number }
    reject(node, Message(sv: "`\(name)` ska vara ett heltal.", en: "`\(name)` should be a whole number."))
    return nil
  }

  public mutating func flag(_ name: String) -> Bool? {
    guard let text = text(name), let node = node(name) else { return nil }
    switch Folding.key(text) {
    case "ja", "true", "yes", "pa", "on": return true
    case "nej", "false", "no", "av", "off": return false
    default:
      reject(node, Message(sv: "`\(name)` ska vara ja eller nej.", en: "`\(name)` should be yes or no."))
      return nil
    }
  }

  public mutating func reject(_ node: YAMLNode, _ message: Message, help: Message? = nil) {
    diagnostics.append(Diagnostic(.invalidValue, node.range, message, help: help))
  }
}

/// The keys that a mapping may have, with their aliases.
public struct KnownKeys: Sendable {
  /// By the folded spelling.
  private let numbers: [String: Int]
  private let shown: [String]
  /// The numbers of those names that have a length, by the length.
  private let numbersByLength: [[Int]]

  /// Each key under its own name, then its aliases.
  public init(_ keys: [(name: String, aliases: [String])]) {
    var numbers: [String: Int] = [:]
    for (number, key) in keys.enumerated() {
      for spelling in [key.name] + key.aliases { numbers[Folding.key(spelling)] = number }
    }
    self.numbers = numbers
    shown = keys.map(\.name)
    var numbersByLength: [[Int]] = []
    for (number, name) in shown.enumerated() {
      while numbersByLength.count <= name.utf8.count { numbersByLength.append([]) }
      numbersByLength[name.utf8.count].append(number)
    }
    self.numbersByLength = numbersByLength
  }

  public init(_ keys: String...) {
    self.init(keys.map { ($0, []) })
  }

  var count: Int { shown.count }

  /// The number of the key that a spelling stands for.
  func number(of written: String) -> Int? {
    // Most are asked for, and written, by their own names.
    let length = written.utf8.count
    if length < numbersByLength.count, let number = numbersByLength[length].first(where: { shown[$0] == written }) {
      return number
    }
    return numbers[Folding.key(written)]
  }

  var help: Message {
    let list = shown.joined(separator: ", ")
    return Message(sv: "Nycklarna är: \(list).", en: "The keys are: \(list).")
  }

  func unknown(_ written: String, at range: SourceRange) -> Diagnostic {
    let near = NearMatch.nearest(to: written, in: shown)
    let list = near.map { "`\($0)`" }
    return Diagnostic(
      .unknownKey, range,
      Message(sv: "Nyckeln `\(written)` är okänd.", en: "The key `\(written)` is unknown."),
      help: near.isEmpty
        ? help
        : Message(
          sv: "Menade du \(list.joined(separator: " eller "))?", en: "Did you mean \(list.joined(separator: " or "))?"))
  }
}
