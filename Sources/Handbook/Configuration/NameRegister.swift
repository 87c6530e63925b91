internal import Diagnostics
internal import Swedish
internal import YAML

/// The names and aliases of one register, each once; compared without case and dots.
struct NameRegister: Sendable {
  private var seen: [String: SourceRange] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// Notes an entry's names; one that another entry has is reported where it stands.
  mutating func add(_ reader: KeyedReader, _ keys: String...) {
    var own: Set<String> = []
    for node in keys.flatMap({ reader.nodes($0) }) {
      guard let written = node.text else { continue }
      let name = Folding.words(written)
      guard own.insert(name).inserted else { continue }
      guard let first = seen[name] else {
        seen[name] = node.range
        continue
      }
      diagnostics.append(
        Diagnostic(
          .repeatedName, node.range,
          Message(sv: "Namnet ”\(written)” finns redan i registret.", en: "The name “\(written)” is already in the register."),
          help: Message(sv: "Behåll namnet på ett ställe.", en: "Keep the name in one place."),
          related: [Diagnostic.Related(first, Message(sv: "Finns redan här.", en: "It is here already."))]))
    }
  }
}
