internal import CivilTime
internal import Diagnostics
internal import Statistics
internal import Swedish
internal import YAML

extension ComponentReader {
  private static let words: [(name: String, groups: FigureSpec.Groups)] = [
    ("totalt", .total), ("utförare", .each(.provider)), ("enhet", .each(.unit)), ("denna", .own),
    ("egna enheter", .ownUnits), ("fil", .files),
  ]
  private static let aliases = [
    "kommunen": "totalt", "alla": "totalt", "total": "totalt", "enheter": "enhet", "unit": "enhet",
    "provider": "utförare", "filer": "fil",
  ]

  mutating func groups(_ node: YAMLNode, _ keyed: inout KeyedReader) -> FigureSpec.Groups? {
    let nodes = keyed.nodes("per")
    if nodes.count == 1, let text = nodes[0].text {
      let word = Self.aliases.first { Folding.key($0.key) == Folding.key(text) }?.value ?? text
      if let choice = Self.words.first(where: { Folding.key($0.name) == Folding.key(word) })?.groups {
        return check(choice, node, text)
      }
    }
    if !book.knowsGroups { return .named([]) }
    let found = nodes.compactMap { group($0) }
    return found.count == nodes.count && !found.isEmpty ? .named(found) : nil
  }

  private mutating func check(_ choice: FigureSpec.Groups, _ node: YAMLNode, _ text: String) -> FigureSpec.Groups? {
    let isAllowed =
      switch choice {
      case .own: pageKind != nil
      case .ownUnits: pageKind == .provider
      default: true
      }
    if isAllowed { return choice }
    reject(
      node,
      Message(
        sv: "`\(text)` går bara på en sida som görs för varje utförare eller enhet.",
        en: "`\(text)` works only on a page that is made for each provider or unit."),
      help: Message(
        sv: "Skriv `sida per: utförare` överst i filen, eller välj `utförare`, `enhet` eller `totalt` här.",
        en: "Write `sida per: utförare` at the head of the file, or choose `utförare`, `enhet` or `totalt` here."))
    return nil
  }

  private mutating func group(_ node: YAMLNode) -> FigureBook.Group? {
    guard let text = node.text else { return nil }
    if let group = book.groups.first(where: { $0.id == text || Folding.key($0.name) == Folding.key(text) }) {
      return group
    }
    rejectChoice(
      node, text, among: Self.words.map(\.name) + book.groups.map(\.name),
      Message(sv: "Gruppen `\(text)` finns inte.", en: "There is no group `\(text)`."))
    return nil
  }

  mutating func span(_ node: YAMLNode) -> FigureSpec.Span? {
    guard let text = node.text else { return nil }
    switch Folding.key(text) {
    case Folding.key("senaste"), Folding.key("senaste månaden"), Folding.key("senaste avläsningen"): return .latest
    case Folding.key("senaste halvåret"): return .latestHalfYear
    case Folding.key("halvår"), Folding.key("alla halvår"): return .halfYears
    case Folding.key("hela perioden"): return .all
    default: break
    }
    let words = text.split(separator: " ")
    if words.count == 2, Folding.key(String(words[1])).hasPrefix("manad"), let count = Int(words[0]),
      (1...120).contains(count)
    {
      return .months(count)
    }
    if CivilMonth(iso: text) != nil || CivilDate(iso: text) != nil || text.hasSuffix("-H1") || text.hasSuffix("-H2") {
      return .one(text)
    }
    let ends = text.replacingDashes().split(separator: "–").map { $0.filter { $0 != " " } }
    if ends.count == 2, let first = CivilMonth(iso: ends[0]), let last = CivilMonth(iso: ends[1]), first <= last {
      return .between(ends[0], ends[1])
    }
    rejectChoice(
      node, text,
      among: [
        "senaste månaden", "senaste avläsningen", "12 månader", "senaste halvåret", "halvår", "hela perioden",
        "2026-10", "2026-H1", "2026-01 till 2026-06",
      ], Message(sv: "Perioden `\(text)` går inte att läsa.", en: "The period `\(text)` cannot be read."))
    return nil
  }

  /// Whether the figures have the period at all.
  mutating func check(_ span: FigureSpec.Span, of measures: [Measure], at node: YAMLNode) {
    for measure in measures where book.hasFigures(of: measure) && book.periods(span, of: measure).isEmpty {
      let periods = book.periods(of: measure.id)
      let known = (periods.days + periods.months + periods.halfYears).sorted()
      let ends = known.first.map { $0 == known.last ? $0 : "\($0) – \(known.last ?? "")" } ?? ""
      reject(
        node,
        Message(
          sv: "Måttet `\(measure.id)` har inga siffror för den perioden.",
          en: "The measure `\(measure.id)` has no figures for that period."),
        help: Message(sv: "Siffror finns för \(ends).", en: "There are figures for \(ends)."))
    }
  }
}

extension String {
  /// With `till` and hyphens that stand alone as en dashes.
  fileprivate func replacingDashes() -> String {
    split(separator: " ").map { ["till", "-", "to"].contains($0) ? "–" : String($0) }.joined(separator: " ")
  }
}

extension FigureBook {
  func hasFigures(of measure: Measure) -> Bool {
    let periods = periods(of: measure.id)
    return periods.isTimeless || periods.all != nil || !(periods.days + periods.months + periods.halfYears).isEmpty
  }

  /// The periods of a span for which the measure is delivered, in time's order.
  func periods(_ span: FigureSpec.Span, of measure: Measure) -> [String] {
    let periods = periods(of: measure.id)
    if periods.isTimeless { return [""] }
    switch span {
    case .latest: return [periods.days.last ?? periods.months.last ?? periods.halfYears.last].compactMap { $0 }
    case .months(let count): return Array(periods.months.suffix(count))
    case .latestHalfYear: return periods.halfYears.suffix(1)
    case .halfYears: return periods.halfYears
    case .all: return [periods.all ?? periods.days.last].compactMap { $0 }
    case .one(let text):
      return (periods.days + periods.months + periods.halfYears).contains(text) ? [text] : []
    case .between(let first, let last): return periods.months.filter { $0 >= first && $0 <= last }
    }
  }
}
