public import Diagnostics
internal import Swedish
public import YAML

extension ExportRules {
  private static let keys = KnownKeys([
    ("rubriker", ["headings"]), ("värden", ["values"]), ("filer", ["files"]), ("datum", ["dates"]),
  ])

  /// Reads the mapping under `data` in site.yaml: `rubriker`, `värden`, `filer` and `datum`.
  public static func read(_ node: YAMLNode) -> (ExportRules, [Diagnostic]) {
    var reader = KeyedReader(node, keys: keys)
    var rules = ExportRules()
    for name in reader.texts("datum") {
      switch Folding.key(name) {
      case "yyyymmdd", "aaaammdd", "kompakt", "compact": rules.dates.insert(.compact)
      case "t", "iso": rules.dates.insert(.withT)
      case "dmyyyy", "dmaaaa", "dagmanad": rules.dates.insert(.dayMonth)
      default:
        reader.reject(
          reader.node("datum") ?? node,
          Message(sv: "Skrivsättet `\(name)` är okänt.", en: "The spelling `\(name)` is unknown."),
          help: Message(sv: "Skriv ÅÅÅÅMMDD, T eller D/M ÅÅÅÅ.", en: "Write YYYYMMDD, T or D/M YYYY."))
      }
    }
    var found = reader.diagnostics
    eachKind(reader.node("filer"), &found) { kind, node, _ in rules.namePrefixes[kind] = node.list }
    eachKind(reader.node("rubriker"), &found) { kind, node, found in
      eachColumn(node, of: kind, &found) { column, node, found in
        for alias in node.list where DroppedColumns.contain(alias, in: kind) {
          found.append(neverRead(alias, node.range))
        }
        rules.headings[kind, default: [:]][column.heading] = node.list
      }
    }
    eachKind(reader.node("värden"), &found) { kind, node, found in
      eachColumn(node, of: kind, &found) { column, node, found in
        for entry in node.entries {
          let name = entry.key.text ?? ""
          guard let value = column.values.first(where: { Folding.key($0.name) == Folding.key(name) }) else {
            found.append(unknown(name, in: column.values.map(\.name), entry.key.range))
            continue
          }
          rules.values[kind, default: [:]][column.heading, default: [:]][value.name] = entry.value.list
        }
      }
    }
    return (rules, found)
  }

  private static func eachKind(
    _ node: YAMLNode?, _ found: inout [Diagnostic], _ body: (ExportKind, YAMLNode, inout [Diagnostic]) -> Void
  ) {
    for entry in node?.entries ?? [] {
      let name = entry.key.text ?? ""
      guard let kind = ExportKind(rawValue: Folding.key(name)) else {
        found.append(unknown(name, in: ExportKind.allCases.map(\.rawValue), entry.key.range))
        continue
      }
      body(kind, entry.value, &found)
    }
  }

  private static func eachColumn(
    _ node: YAMLNode, of kind: ExportKind, _ found: inout [Diagnostic],
    _ body: (Column, YAMLNode, inout [Diagnostic]) -> Void
  ) {
    for entry in node.entries {
      let name = entry.key.text ?? ""
      guard let column = kind.columns.first(where: { Folding.key($0.heading) == Folding.key(name) }) else {
        found.append(unknown(name, in: kind.columns.map(\.heading), entry.key.range))
        continue
      }
      body(column, entry.value, &found)
    }
  }

  private static func unknown(_ name: String, in known: [String], _ range: SourceRange) -> Diagnostic {
    let near = NearMatch.nearest(to: name, in: known)
    let list = (near.isEmpty ? known : near).joined(separator: ", ")
    return Diagnostic(
      .unknownKey, range, Message(sv: "`\(name)` är okänt här.", en: "`\(name)` is unknown here."),
      help: Message(sv: "Välj bland \(list).", en: "Choose among \(list)."))
  }

  private static func neverRead(_ heading: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .invalidValue, range,
      Message(
        sv: "Kolumnen `\(heading)` läses aldrig, eftersom den kan peka ut en person.",
        en: "The column `\(heading)` is never read, since it may point out a person."),
      help: Message(
        sv: "Ta bort raden och exportera ett löpnummer i stället.",
        en: "Remove the line and export a serial number instead."))
  }
}

extension YAMLNode {
  fileprivate var entries: [Entry] {
    if case .mapping(let entries) = content { return entries }
    return []
  }

  fileprivate var list: [String] {
    if case .sequence(let items) = content { return items.compactMap(\.text) }
    return [text].compactMap { $0 }
  }
}
