public import Diagnostics
internal import Swedish

/// Reads a mapping with known keys; every unknown, repeated or ill-typed one becomes a diagnostic.
///
/// Keys are compared as `Folding.key`: without case, space, `_` and `-`, with å ä → a, ö → o.
public struct KeyedReader {
  public private(set) var diagnostics: [Diagnostic] = []
  /// The whole mapping's place.
  public let range: SourceRange
  private let values: [String: YAMLNode]
  private let keyRanges: [String: SourceRange]

  /// `keys` maps each accepted spelling to the name under which it is asked for.
  public init(_ node: YAMLNode, keys: KnownKeys) {
    range = node.range
    guard case .mapping(let entries) = node.content else {
      values = [:]
      keyRanges = [:]
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
    var values: [String: YAMLNode] = [:]
    var keyRanges: [String: SourceRange] = [:]
    for entry in entries {
      let written = entry.key.text ?? ""
      guard let name = keys.name(for: written) else {
        diagnostics.append(keys.unknown(written, at: entry.key.range))
        continue
      }
      if let first = keyRanges[name] {
        diagnostics.append(
          Diagnostic(
            .repeatedKey, entry.key.range,
            Message(sv: "Nyckeln `\(written)` finns redan.", en: "The key `\(written)` is already given."),
            help: Message(sv: "Behåll en av dem; den första gäller.", en: "Keep one of them; the first one applies."),
            related: [Diagnostic.Related(first, Message(sv: "Den första står här.", en: "The first one is here."))]))
        continue
      }
      values[name] = entry.value
      keyRanges[name] = entry.key.range
    }
    self.values = values
    self.keyRanges = keyRanges
  }

  /// The value under `name`, nil when absent or empty.
  public func node(_ name: String) -> YAMLNode? {
    guard let node = values[name], !node.isEmpty else { return nil }
    return node
  }

  /// Where the key itself stands, also when its value is empty.
  public func keyRange(_ name: String) -> SourceRange? { keyRanges[name] }

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
          .missingKey, keyRanges[name] ?? range,
          Message(sv: "`\(name)` saknas.", en: "`\(name)` is missing."),
          help: Message(sv: "Lägg till raden `\(name): …`.", en: "Add the line `\(name): …`.")))
    }
    return nil
  }

  /// A list of texts; a single text is a list of one.
  public mutating func texts(_ name: String) -> [String] {
    guard let node = node(name) else { return [] }
    switch node.content {
    case .scalar: return [node.text].compactMap { $0 }
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
  private let names: [String: String]
  private let shown: [String]

  /// Each key under its own name, then its aliases.
  public init(_ keys: [(name: String, aliases: [String])]) {
    var names: [String: String] = [:]
    for key in keys {
      for spelling in [key.name] + key.aliases { names[Folding.key(spelling)] = key.name }
    }
    self.names = names
    shown = keys.map(\.name)
  }

  public init(_ keys: String...) {
    self.init(keys.map { ($0, []) })
  }

  func name(for written: String) -> String? { names[Folding.key(written)] }

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
