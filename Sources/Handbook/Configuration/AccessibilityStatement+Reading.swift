internal import CivilTime
internal import Diagnostics
internal import YAML

extension AccessibilityStatement {
  private static let keys = KnownKeys([
    ("status", []), ("publicerad", ["published"]), ("bedömd", ["assessed"]), ("uppdaterad", ["updated"]),
    ("metod", ["method"]),
    ("bedömning", ["assessment"]), ("kontakt", ["contact"]), ("svarstid", ["answer time"]),
    ("brister", ["shortcomings"]),
  ])
  private static let contactKeys = KnownKeys([("e-post", ["email"]), ("telefon", ["telephone", "phone"])])
  private static let shortcomingKeys = KnownKeys([
    ("vad", ["what"]), ("skäl", ["reason"]), ("i stället", ["instead"]), ("klart", ["mended by"]),
  ])

  /// nil when a part that the law asks for is missing or cannot be read; all such are reported.
  static func read(_ node: YAMLNode) -> (AccessibilityStatement?, [Diagnostic]) {
    var reader = KeyedReader(node, keys: keys)
    let status: Status? = reader.choice("status")
    let method: Method? = reader.choice("metod")
    let assessment = reader.requiredText("bedömning")
    let publishedOn = reader.requiredDay("publicerad")
    let assessedOn = reader.requiredDay("bedömd")
    let updatedOn = reader.requiredDay("uppdaterad")
    var faults: [Diagnostic] = []
    var contact: (email: String?, telephone: String?)
    faults += KeyedReader.read(reader.nodes("kontakt"), keys: contactKeys) { inner in
      contact = (inner.email("e-post"), inner.telephone("telefon"))
    }
    if contact.email == nil, contact.telephone == nil {
      faults.append(
        Diagnostic(
          .missingStatement, reader.keyRange("kontakt") ?? reader.range,
          Message(
            sv: "Läsaren måste kunna höra av sig om brister.",
            en: "Readers must be able to tell about shortcomings."),
          help: Message(
            sv: "Skriv `kontakt: {e-post: …, telefon: …}`, minst en av dem.",
            en: "Write `kontakt: {e-post: …, telefon: …}`, at least one of them.")))
    }
    var shortcomings: [Shortcoming] = []
    faults += KeyedReader.read(reader.nodes("brister"), keys: shortcomingKeys) { inner in
      let what = inner.requiredText("vad")
      let reason: Reason? = inner.choice("skäl")
      let (instead, mendedBy) = (inner.text("i stället"), inner.text("klart"))
      if let what, let reason {
        shortcomings.append(Shortcoming(what: what, reason: reason, instead: instead, mendedBy: mendedBy))
      }
    }
    let hasFailings = shortcomings.contains { $0.reason != .exempt }
    if let status, faults.isEmpty, (status == .full) == hasFailings {
      faults.append(contradiction(status, at: reader.node("status")?.range ?? reader.range))
    }
    if let assessedOn, let updatedOn, updatedOn < assessedOn, let place = reader.node("uppdaterad") {
      reader.reject(
        place,
        Message(
          sv: "Redogörelsen är uppdaterad före bedömningen.", en: "The statement was updated before the assessment."),
        help: Message(
          sv: "Skriv dagen då texten senast ändrades.", en: "Write the day when the text was last changed."))
    }
    faults += reader.diagnostics
    guard faults.isEmpty, let status, let method, let assessment, let publishedOn, let assessedOn, let updatedOn else {
      return (nil, faults)
    }
    let statement = AccessibilityStatement(
      status: status, method: method, assessment: assessment, publishedOn: publishedOn, assessedOn: assessedOn,
      updatedOn: updatedOn,
      email: contact.email, telephone: contact.telephone, answerTime: reader.text("svarstid"),
      shortcomings: shortcomings, assessedPlace: reader.node("bedömd")?.range ?? reader.range)
    return (statement, [])
  }

  private static func contradiction(_ status: Status, at range: SourceRange) -> Diagnostic {
    status == .full
      ? Diagnostic(
        .missingStatement, range,
        Message(
          sv: "Webbplatsen sägs vara helt förenlig med lagen, men har brister.",
          en: "The site is said to comply in full, but has shortcomings."),
        help: Message(
          sv: "Skriv `status: delvis`, eller ta bort bristerna.", en: "Write `status: delvis`, or remove them."))
      : Diagnostic(
        .missingStatement, range,
        Message(
          sv: "Det framgår inte vad som inte är tillgängligt.", en: "What is not accessible is not told."),
        help: Message(
          sv: "Lägg till `brister:` med `- vad: …` och `skäl: …`, eller skriv `status: helt`.",
          en: "Add `brister:` with `- vad: …` and `skäl: …`, or write `status: helt`."))
  }
}

extension KeyedReader {
  /// One of a list of words, which must be there.
  fileprivate mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String) -> Choice? {
    guard let text = requiredText(key), let node = node(key) else { return nil }
    if let choice = Choice(rawValue: text.lowercased()) { return choice }
    let list = Choice.allCases.map { "`\($0.rawValue)`" }
    reject(
      node, Message(sv: "”\(text)” går inte att välja här.", en: "“\(text)” is no choice here."),
      help: Message(
        sv: "Skriv \(list.joined(separator: " eller ")).", en: "Write \(list.joined(separator: " or "))."))
    return nil
  }

  fileprivate mutating func requiredDay(_ key: String) -> CivilDate? {
    guard let text = requiredText(key), let node = node(key) else { return nil }
    if let day = CivilDate(iso: text) { return day }
    reject(
      node, Message(sv: "”\(text)” är inget datum.", en: "“\(text)” is no date."),
      help: Message(sv: "Skriv datumet som 2026-10-12.", en: "Write the date like 2026-10-12."))
    return nil
  }
}
