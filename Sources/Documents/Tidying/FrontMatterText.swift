internal import CivilTime

/// The YAML that says what was read of a document, in the order of `cli.md` 3.
public struct FrontMatterText {
  private(set) var text = "---\n"

  init(_ document: Document) {
    let (facts, front) = (document.facts, document.frontMatter)
    add("titel", document.title)
    add("id", front.id)
    add("utgåva", front.edition)
    add("typ", facts.kind) { DocumentKind(named: $0)?.rawValue ?? $0 }
    add("status", front.status?.rawValue)
    add("beslutad av", facts.decidedBy) { $0 }
    add("beslutad", facts.decidedOn, \.iso)
    add("upprättad av", facts.createdBy) { $0 }
    add("upprättad", facts.createdOn, \.iso)
    add("uppdaterad", facts.updatedOn, \.iso)
    add("gäller från", facts.validFrom, \.iso)
    add("gäller till", facts.validTo) { Self.end($0, limit: facts.limitInYears) }
    add("granskas senast", front.reviewBy?.iso)
    add("granskad", front.reviewedOn?.iso)
    add("ansvarig", facts.owner) { $0 }
    add("ersätter", facts.replaces) { $0 }
    add("organisation", facts.organisation)
    add("kontakt", lines: facts.organisationContact.map { "\($0.label): \($0.value)" })
    add("verksamhet", list: front.operations)
    add("målgrupp", facts.audience)
    add("ämnesord", facts.subjects)
    add("nyckeltal", list: front.measures)
    add(front.followUps)
    add("ändringar", front.changeNote)
    add("betydelse", front.significance?.rawValue)
    add("källa", front.sourceURL)
    add("källfil", front.sourceFile)
    text += "---\n"
  }

  private static func end(_ end: HeaderFacts.End, limit: Int?) -> String {
    let limit = limit.map { " max \($0) år" } ?? ""
    return switch end {
    case .date(let date): date.iso + limit
    case .openEnded: "tillsvidare" + limit
    }
  }

  // MARK: Keys

  private mutating func add(_ key: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    text += "\(key): \(Self.scalar(value))\n"
  }

  /// What could not be read stands as it is written, to be mended.
  private mutating func add<Value>(_ key: String, _ fact: Fact<Value>, _ shown: (Value) -> String) {
    add(key, fact.value.map(shown) ?? fact.raw)
  }

  private mutating func add(_ key: String, _ fact: Fact<[String]>) {
    if let list = fact.value { add(key, list: list) } else { add(key, fact.raw) }
  }

  private mutating func add(_ key: String, list: [String]) {
    if !list.isEmpty { text += "\(key): [\(list.map(Self.scalar).joined(separator: ", "))]\n" }
  }

  private mutating func add(_ key: String, lines: [String]) {
    if !lines.isEmpty { text += "\(key):\n" + lines.map { "  - \(Self.scalar($0))\n" }.joined() }
  }

  private mutating func add(_ duties: [FrontMatter.FollowUp]) {
    if !duties.isEmpty { text += "uppföljning:\n" }
    for duty in duties {
      text += "  - vad: \(Self.scalar(duty.what))\n    vem: \(Self.scalar(duty.who))\n"
      if !duty.with.isEmpty { text += "    med: [\(duty.with.map(Self.scalar).joined(separator: ", "))]\n" }
      text += "    hur ofta: \(Self.scalar(duty.frequency))\n"
      if let from = duty.from { text += "    från: \(Self.scalar(from))\n" }
      if let checklist = duty.checklist { text += "    checklista: \(Self.scalar(checklist))\n" }
      if !duty.reportsTo.isEmpty {
        text += "    rapporteras till: [\(duty.reportsTo.map(Self.scalar).joined(separator: ", "))]\n"
      }
    }
  }

  // MARK: YAML

  /// Within quotes where YAML could take the text for something else.
  public static func scalar(_ value: String) -> String {
    let isPlain = value.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || " .-/0123456789".unicodeScalars.contains($0)
    }
    let isWord = ["true", "false", "null", "yes", "no", "on", "off", "ja", "nej"].contains(value.lowercased())
    if isPlain, !isWord, let first = value.first, first.isLetter || first.isNumber, value.last != " " { return value }
    var quoted = "\""
    for scalar in value.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar == "\t" ? " " : scalar)
    }
    return quoted + "\""
  }
}
