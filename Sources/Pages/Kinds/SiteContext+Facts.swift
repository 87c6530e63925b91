internal import CivilTime
internal import Documents
internal import Handbook
internal import Theming

extension SiteContext {
  /// Shown as missing when a document does not say them: nobody should have to wonder.
  private static let expected: Set = ["decidedBy", "decidedOn", "validTo", "owner"]

  /// The header facts that a document has or should have, as they are shown: dates in ISO form, everything else as written.
  func factRecords(of document: Document) -> [Record] {
    shownFacts(of: document).map {
      fact($0.name, label: $0.label, value: $0.value, isUnreadable: $0.isUnreadable, isMissing: $0.isMissing)
    }
  }

  struct ShownFact {
    var name: String
    var label: String
    var value: String
    var isUnreadable = false
    var isMissing = false
  }

  func shownFacts(of document: Document) -> [ShownFact] {
    let facts = document.facts
    let front = document.frontMatter
    var shown: [ShownFact] = []
    func add<Value>(_ name: String, _ fact: Fact<Value>, _ text: (Value) -> String) {
      switch fact.outcome {
      case .missing:
        if Self.expected.contains(name) {
          shown.append(ShownFact(name: name, label: strings["fact.\(name)"], value: "", isMissing: true))
        }
      case .unreadable:
        shown.append(ShownFact(name: name, label: strings["fact.\(name)"], value: fact.raw, isUnreadable: true))
      case .read:
        guard let value = fact.value else { return }
        shown.append(ShownFact(name: name, label: strings["fact.\(name)"], value: text(value)))
      }
    }
    if let decidedBy = shownDecider(facts.decidedBy) { add("decidedBy", decidedBy) { $0 } }
    add("createdBy", facts.createdBy) { $0 }
    add("decidedOn", facts.decidedOn, \.iso)
    add("createdOn", facts.createdOn, \.iso)
    add("updatedOn", facts.updatedOn, \.iso)
    add("validFrom", facts.validFrom, \.iso)
    add("validTo", facts.validTo) { end in
      switch end {
      case .date(let date): date.iso
      case .openEnded: strings["fact.openEnded"]
      }
    }
    if let reviewBy = front.reviewBy {
      shown.append(ShownFact(name: "reviewBy", label: strings["fact.reviewBy"], value: reviewBy.iso))
    }
    add("owner", facts.owner) { $0 }
    add("replaces", facts.replaces) { $0 }
    add("audience", facts.audience) { $0.joined(separator: ", ") }
    add("organisation", facts.organisation) { $0.joined(separator: ", ") }
    // å for ä, say, is a difference that a reader should see.
    if let name = facts.name.value, name.lowercased() != document.title.lowercased() { add("name", facts.name) { $0 } }
    return shown
  }

  func fact(
    _ name: String, label: String, value: String, isUnreadable: Bool = false, isMissing: Bool = false,
    address: String? = nil
  ) -> Record {
    Record(
      PageSchemas.fact,
      [
        "name": .text(name), "label": .text(label), "value": .text(value), "unreadable": .flag(isUnreadable),
        "missing": .flag(isMissing), "address": Value(address),
      ])
  }

  /// Where a line of a contact block leads, when it is as a whole a telephone number, an e-mail or a web address.
  static func contactAddress(_ value: String) -> String? {
    if value.contains(where: \.isLetter) {
      guard !value.contains(" ") else { return nil }
      if value.contains("@") { return "mailto:" + value }
      if isWeb(value) { return value }
      return value.hasPrefix("www.") ? "https://" + value : nil
    }
    let digits = value.count { $0.isASCII && $0.isNumber }
    // An organisation number or a date begins with another digit.
    guard (7...15).contains(digits), let first = value.first, first == "0" || first == "+",
      value.allSatisfy({ $0.isNumber || " -+()/".contains($0) })
    else { return nil }
    return "tel:" + dialled(value)
  }

  /// As written, or the role or department only; nil when a person is all that is named and names are not shown.
  func shownDecider(_ fact: Fact<String>) -> Fact<String>? {
    guard !library.configuration.showsDeciderName, let written = fact.value else { return fact }
    return DeciderName.withoutPerson(written).map { .read($0, raw: $0, line: fact.line) }
  }
}
