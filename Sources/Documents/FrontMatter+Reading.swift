internal import CivilTime
internal import Diagnostics
internal import Swedish
internal import YAML

extension FrontMatter {
  static let keys = KnownKeys([
    ("titel", ["title"]), ("id", []), ("utgåva", ["edition"]), ("typ", ["kind", "dokumenttyp", "type"]), ("status", []),
    (
      "beslutad av",
      ["decided by", "beslutat av", "dokumentet är beslutat av", "fastställd av", "beslutad eller godkänd av"]
    ),
    ("beslutad", ["decided", "decided on", "beslutsdatum", "beslutat datum", "dokumentet beslutades"]),
    ("upprättad av", ["created by", "upprättat av"]), ("upprättad", ["created", "created on", "upprättat"]),
    ("uppdaterad", ["updated", "updated on", "uppdaterat", "reviderad", "dokumentet uppdaterat"]),
    ("gäller från", ["valid from", "gäller från datum", "gäller från och med"]),
    ("gäller till", ["valid to", "dokumentet gäller till"]),
    ("granskas senast", ["review by"]), ("granskad", ["reviewed", "reviewed on"]),
    ("ansvarig", ["owner", "dokumentansvarig", "ansvariga", "ansvarig förvaltning och avdelning"]),
    ("ersätter", ["replaces", "dokumentet ersätter", "ersätter tidigare beslut"]),
    ("verksamhet", ["operation", "operations", "område", "area"]),
    ("målgrupp", ["audience"]), ("ämnesord", ["subjects"]), ("nyckeltal", ["measures", "mått"]),
    ("organisation", ["organisation"]),
    ("uppföljning", ["follow up", "follow ups"]), ("ändringar", ["changes", "change note"]),
    ("betydelse", ["significance"]), ("sida per", ["page per"]), ("ordning", ["order"]),
    ("kontakt", ["contact"]), ("källa", ["source"]), ("källfil", ["source path"]),
    ("source_file", []), ("source_url", []),
  ])
  private static let followUpKeys = KnownKeys([
    ("vad", ["what"]), ("vem", ["who"]), ("med", ["with"]), ("hur ofta", ["frequency", "how often"]),
    ("från", ["from"]),
    ("checklista", ["checklist"]), ("rapporteras till", ["reports to", "reported to"]),
  ])
  private static let fields: [(key: String, field: HeaderField)] = [
    ("beslutad av", .decidedBy), ("upprättad av", .createdBy), ("beslutad", .decidedOn), ("upprättad", .createdOn),
    ("uppdaterad", .updatedOn),
    ("gäller från", .validFrom), ("gäller till", .validTo), ("ansvarig", .owner), ("ersätter", .replaces),
    ("typ", .kind),
    ("målgrupp", .audience), ("ämnesord", .subjects), ("organisation", .organisation),
  ]

  private static let placedKeys = [
    "id", "titel", "status", "ersätter", "gäller till", "granskas senast", "verksamhet", "ansvarig", "nyckeltal",
    "beslutad av",
  ]

  /// Reads the YAML between the `---` lines; the header facts in it go to `facts`, before any that the text holds.
  static func read(_ bytes: [UInt8], file: String, firstLine: Int, into facts: inout FactReading) -> (
    FrontMatter, [Diagnostic]
  ) {
    let (node, faults) = YAMLReader.read(bytes, file: file, firstLine: firstLine)
    guard let node else { return (FrontMatter(), faults) }
    var reader = KeyedReader(node, keys: keys)
    var front = FrontMatter()
    let isConverted = reader.node("source_file") != nil || reader.node("source_url") != nil
    if isConverted {
      front.sourceTitle = reader.text("titel")
    } else {
      front.title = reader.text("titel")
    }
    front.sourceFile = reader.text("source_file") ?? reader.text("källfil")
    front.sourceURL = reader.text("source_url") ?? reader.text("källa")
    front.id = reader.text("id")
    front.edition = reader.text("utgåva")
    front.status = reader.word("status", among: FrontMatter.Status.allCases)
    front.significance = reader.word("betydelse", among: FrontMatter.Significance.allCases)
    front.pagePer = reader.word("sida per", among: FrontMatter.PagePer.allCases)
    front.order = reader.number("ordning")
    front.reviewBy = reader.day("granskas senast")
    front.reviewedOn = reader.day("granskad")
    front.operations = reader.texts("verksamhet")
    front.measures = reader.texts("nyckeltal")
    front.changeNote = reader.text("ändringar")
    var diagnostics: [Diagnostic] = []
    for item in reader.nodes("uppföljning") {
      var inner = KeyedReader(item, keys: followUpKeys)
      if let what = inner.requiredText("vad"), let who = inner.requiredText("vem"),
        let frequency = inner.requiredText("hur ofta")
      {
        front.followUps.append(
          FollowUp(
            what: what, who: who, with: inner.texts("med"), frequency: frequency, from: inner.text("från"),
            checklist: inner.text("checklista"), reportsTo: inner.texts("rapporteras till"), range: item.range))
        if Frequency(swedish: frequency) == nil, let node = inner.node("hur ofta") {
          diagnostics.append(.unknownFrequency(frequency, at: node.range))
        }
        if let node = inner.node("från"), let text = node.text, CivilMonth(iso: text.prefix(7)) == nil {
          inner.reject(
            node, Message(sv: "”\(text)” är ingen månad.", en: "“\(text)” is no month."),
            help: Message(sv: "Skriv månaden som 2026-01.", en: "Write the month as 2026-01."))
        }
      }
      diagnostics += inner.diagnostics
    }
    if let kind = reader.node("typ"), let text = kind.text, DocumentKind(named: text) == nil {
      reader.reject(
        kind, Message(sv: "Dokumenttypen ”\(text)” är okänd.", en: "The document kind “\(text)” is unknown."),
        help: suggestion(text, among: DocumentKind.allCases.map(\.rawValue)))
    }
    for line in reader.texts("kontakt") {
      let parts = line.split(separator: ":", maxSplits: 1)
      facts.add(contact: HeaderFacts.ContactLine(label: Self.part(parts, 0), value: Self.part(parts, 1)))
    }
    facts.dateSeverity = isConverted ? .warning : .error
    for (key, field) in fields {
      guard let node = reader.node(key) else { continue }
      _ = facts.add(
        field, reader.texts(key).joined(separator: field == .audience || field == .subjects ? "; " : ", "),
        at: node.range)
    }
    facts.dateSeverity = .warning
    front.places.reserveCapacity(placedKeys.count)
    for key in placedKeys {
      if let node = reader.node(key) { front.places[key] = node.range }
    }
    return (front, faults + reader.diagnostics + diagnostics)
  }
}

extension FrontMatter {
  /// One side of `Telefon: 08-123 45`.
  private static func part(_ parts: [Substring], _ number: Int) -> String {
    parts.indices.contains(number) ? Array(parts[number].utf8)[...].trimmed.string : ""
  }
}

extension Diagnostic {
  fileprivate static func unknownFrequency(_ phrase: String, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .unknownFrequency, place,
      Message(
        sv: "”\(phrase)” kan inte läsas som hur ofta: uppgiften får inga datum.",
        en: "“\(phrase)” cannot be read as how often: the duty gets no dates."),
      help: suggestion(phrase, among: Frequency.swedishExamples))
  }
}

func suggestion(_ word: String, among known: [String]) -> Message {
  let near = NearMatch.nearest(to: word, in: known).map { "`\($0)`" }
  let list = near.isEmpty ? known.map { "`\($0)`" } : near
  return near.isEmpty
    ? Message(sv: "Välj bland \(list.joined(separator: ", ")).", en: "Choose among \(list.joined(separator: ", ")).")
    : Message(
      sv: "Menade du \(list.joined(separator: " eller "))?", en: "Did you mean \(list.joined(separator: " or "))?")
}

extension KeyedReader {
  fileprivate mutating func word<Word: RawRepresentable<String>>(_ key: String, among words: [Word]) -> Word? {
    guard let text = text(key), let node = node(key) else { return nil }
    let wanted = Folding.key(text)
    if let word = words.first(where: { $0.rawValue == text || Folding.key($0.rawValue) == wanted }) { return word }
    reject(
      node, Message(sv: "”\(text)” är inget värde för `\(key)`.", en: "“\(text)” is no value of `\(key)`."),
      help: suggestion(text, among: words.map(\.rawValue)))
    return nil
  }

  fileprivate mutating func day(_ key: String) -> CivilDate? {
    guard let text = text(key), let node = node(key) else { return nil }
    if let date = CivilDate(iso: text) { return date }
    rejectDate(node, text)
    return nil
  }

  private mutating func rejectDate(_ node: YAMLNode, _ text: String) {
    reject(
      node, Message(sv: "”\(text)” är inget datum.", en: "“\(text)” is no date."),
      help: Message(sv: "Skriv datumet som 2026-03-13.", en: "Write the date as 2026-03-13."))
  }
}
