internal import Diagnostics
internal import YAML

/// `strings/*.yaml` → strings.
struct StringsReader {
  private let file: String
  private var entries: [String: Strings.Entry] = [:]
  private var faults: [Diagnostic] = []

  /// `file` is the path as the theme's author knows it.
  static func read(_ bytes: [UInt8], file: String, language: String) -> (Strings, [Diagnostic]) {
    var reader = StringsReader(file: file)
    let (node, faults) = YAMLReader.read(bytes, file: file)
    if let node { reader.read(node, under: "") }
    let lines = bytes.count { $0 == .newline } + (bytes.last == .newline ? 0 : 1)
    let strings = Strings(
      language: language, end: SourceRange(file: file, line: max(1, lines)), entries: reader.entries)
    return (strings, faults + reader.faults)
  }

  private init(file: String) { self.file = file }

  private mutating func read(_ node: YAMLNode, under prefix: String) {
    guard case .mapping(let entries) = node.content else {
      faults.append(
        Diagnostic(
          .invalidValue, node.range,
          Message(
            sv: "Här väntas rader av slaget `nyckel: text`.", en: "Lines of the form `key: text` are expected here."),
          help: Message(
            sv: "Sätt en text eller fler nycklar under varje nyckel.", en: "Give each key a text or more keys.")
        ))
      return
    }
    for entry in entries {
      guard let name = entry.key.text, TemplateName.isValid(name) else {
        faults.append(.notAName(entry.key.text ?? "", at: entry.key.range))
        continue
      }
      let key = prefix + name
      if case .scalar(let text, let isPlain) = entry.value.content {
        add(isPlain && entry.value.isEmpty ? nil : text, key, keyRange: entry.key.range, range: entry.value.range)
      } else {
        read(entry.value, under: key + ".")
      }
    }
  }

  private mutating func add(_ text: String?, _ key: String, keyRange: SourceRange, range: SourceRange) {
    guard let text else {
      faults.append(
        Diagnostic(
          .invalidValue, keyRange, Message(sv: "`\(key)` har ingen text.", en: "`\(key)` has no text."),
          help: Message(
            sv: "Skriv texten, eller `\"\"` om den ska vara tom.", en: "Write the text, or `\"\"` for none.")))
      return
    }
    if let first = entries[key] {
      faults.append(
        Diagnostic(
          .repeatedKey, keyRange,
          Message(sv: "Nyckeln `\(key)` finns redan.", en: "The key `\(key)` is already given."),
          help: Message(sv: "Behåll en av dem; den första gäller.", en: "Keep one of them; the first one applies."),
          related: [
            Diagnostic.Related(first.keyRange, Message(sv: "Den första står här.", en: "The first one is here."))
          ]))
      return
    }
    entries[key] = Strings.Entry(text: text, segments: segments(of: text, at: range), keyRange: keyRange, range: range)
  }

  private mutating func segments(of text: String, at range: SourceRange) -> [Strings.Entry.Segment] {
    let bytes = Array(text.utf8)
    var scanner = TemplateScanner(bytes, file: file)
    var segments: [Strings.Entry.Segment] = []
    for token in scanner.scan() {
      switch token {
      case .text(let part, _): segments.append(.text(String(decoding: bytes[part], as: UTF8.self)))
      case .tag(let tag):
        if tag.kind == .variable, TemplateName.isValid(tag.content), !tag.content.hasPrefix("t.") {
          segments.append(.variable(tag.content))
        } else {
          faults.append(.notAVariable(at: range))
        }
      }
    }
    // Lines within a text are not lines of the file, so a fault is shown where the text begins.
    for fault in scanner.faults { faults.append(Diagnostic(fault.code, range, fault.message, help: fault.help)) }
    return segments
  }
}
