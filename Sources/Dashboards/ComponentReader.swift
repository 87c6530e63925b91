internal import CivilTime
public import Diagnostics
public import Statistics
internal import Swedish
internal import YAML

/// Reads the YAML of a `kpi`, `chart` or `table` block; unknown keys, measures, groups and periods are errors at their lines.
public struct ComponentReader {
  let book: FigureBook
  /// The kind of group that the page is made for, when there is one page for each.
  let pageKind: GroupKind?
  var diagnostics: [Diagnostic] = []

  private static let keys = KnownKeys([
    ("mått", ["measure", "measures"]), ("per", ["av", "by"]), ("period", []), ("mål", ["target"]),
    ("sort", ["typ", "kind"]), ("rubrik", ["title"]),
  ])

  /// The `name` is the block's; nil when it cannot be shown.
  public static func read(
    _ name: String, _ source: String, file: String, line: Int, book: FigureBook, pageKind: GroupKind?
  ) -> (FigureSpec?, [Diagnostic]) {
    let (node, faults) = YAMLReader.read(Array(source.utf8), file: file, firstLine: line)
    guard let node else {
      guard faults.isEmpty else { return (nil, faults) }
      let empty = Diagnostic(
        .invalidComponent, SourceRange(file: file, line: line),
        Message(sv: "Blocket `\(name)` är tomt.", en: "The block `\(name)` is empty."),
        help: Message(sv: "Skriv minst `mått: V1`.", en: "Write at least `mått: V1`."))
      return (nil, [empty])
    }
    var reader = ComponentReader(book: book, pageKind: pageKind)
    var keyed = KeyedReader(node, keys: keys)
    let spec = reader.spec(name, &keyed, node)
    let all = faults + keyed.diagnostics + reader.diagnostics
    return (all.errorCount == 0 ? spec : nil, all)
  }

  private mutating func spec(_ name: String, _ keyed: inout KeyedReader, _ node: YAMLNode) -> FigureSpec? {
    let form = form(name, &keyed)
    guard keyed.node("mått") != nil else {
      _ = keyed.requiredText("mått")
      return nil
    }
    let measures = keyed.nodes("mått").flatMap { self.measures($0) }
    let groups = keyed.node("per").map { self.groups($0, &keyed) } ?? (pageKind == nil ? .total : .own)
    guard !measures.isEmpty, let form, let groups else { return nil }
    let isLong = form == .chart(.line) || form == .chart(.sparkline)
    var span = isLong ? FigureSpec.Span.months(12) : .latest
    if let node = keyed.node("period") {
      guard let read = self.span(node) else { return nil }
      span = read
    }
    if diagnostics.isEmpty { check(span, of: measures, at: keyed.node("period") ?? keyed.node("mått") ?? node) }
    var target: Measure.Target?
    if let node = keyed.node("mål") {
      target = node.text.flatMap { Measure.Target(written: $0) }
      if target == nil {
        reject(
          node, Message(sv: "Målet går inte att läsa.", en: "The target cannot be read."),
          help: Message(
            sv: "Skriv till exempel `mål: \"≥ 90 %\"` eller `mål: \"högst 3\"`.",
            en: "Write for example `mål: \"≥ 90 %\"` or `mål: \"högst 3\"`."))
      }
    } else if measures.count == 1 {
      target = measures[0].target
    }
    return FigureSpec(
      form: form, measures: measures, groups: groups, span: span, target: target, title: keyed.text("rubrik"))
  }

  private mutating func form(_ name: String, _ keyed: inout KeyedReader) -> FigureSpec.Form? {
    guard name == "chart" else { return name == "kpi" ? .kpi : .table }
    guard let node = keyed.node("sort"), let text = node.text else { return .chart(.line) }
    if let style = FigureSpec.Style.allCases.first(where: { Folding.key($0.rawValue) == Folding.key(text) }) {
      return .chart(style)
    }
    rejectChoice(
      node, text, among: FigureSpec.Style.allCases.map(\.rawValue),
      Message(sv: "Diagrammet `\(text)` finns inte.", en: "There is no chart `\(text)`."))
    return nil
  }

  private mutating func measures(_ node: YAMLNode) -> [Measure] {
    guard let text = node.text else { return [] }
    let names = book.measureNames
    if let name = names.first(where: { $0 == text }) ?? names.first(where: { $0.lowercased() == text.lowercased() }) {
      return book.measures(named: name)
    }
    rejectChoice(
      node, text, among: names, Message(sv: "Måttet `\(text)` finns inte.", en: "There is no measure `\(text)`."))
    return []
  }

  mutating func rejectChoice(_ node: YAMLNode, _ text: String, among known: [String], _ message: Message) {
    let near = NearMatch.nearest(to: text, in: known)
    let list = (near.isEmpty ? Array(known.prefix(12)) : near).map { "`\($0)`" }.joined(separator: ", ")
    reject(
      node, message,
      help: near.isEmpty
        ? Message(sv: "Välj bland \(list).", en: "Choose among \(list).")
        : Message(sv: "Menade du \(list)?", en: "Did you mean \(list)?"))
  }

  mutating func reject(_ node: YAMLNode, _ message: Message, help: Message) {
    diagnostics.append(Diagnostic(.invalidComponent, node.range, message, help: help))
  }
}

extension Measure.Target {
  /// `≥ 90 %`, `minst 0,9`, `≤ 3`, `högst 3`.
  init?(written text: String) {
    let words = text.filter { $0 != " " && $0 != "\u{A0}" }.lowercased()
    let isLeast = ["≥", ">=", "minst"].first { words.hasPrefix($0) }
    let isMost = ["≤", "<=", "högst"].first { words.hasPrefix($0) }
    guard let sign = isLeast ?? isMost else { return nil }
    var number = words.dropFirst(sign.count)
    let isPercent = number.hasSuffix("%")
    if isPercent { number.removeLast() }
    guard let value = Double(number.map { $0 == "," ? "." : String($0) }.joined()), value.isFinite else { return nil }
    let scaled = isPercent ? value / 100 : value
    self = isLeast != nil ? .atLeast(scaled) : .atMost(scaled)
  }
}
