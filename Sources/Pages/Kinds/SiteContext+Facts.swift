internal import CivilTime
internal import Documents
internal import Handbook
internal import Swedish
internal import Theming

extension SiteContext {
  /// The header facts that a document has, as they are shown: dates in ISO form, everything else as written.
  func factRecords(of routine: Routine) -> [Record] {
    let facts = routine.document.facts
    let front = routine.document.frontMatter
    var records: [Record] = []
    func add<Value>(_ name: String, _ fact: Fact<Value>, _ text: (Value) -> String) {
      switch fact.outcome {
      case .missing: return
      case .unreadable: records.append(self.fact(name, label: strings["fact.\(name)"], value: fact.raw, isUnreadable: true))
      case .read:
        guard let value = fact.value else { return }
        records.append(self.fact(name, label: strings["fact.\(name)"], value: text(value), isUnreadable: false))
      }
    }
    if library.configuration.showsDeciderName {
      add("decidedBy", facts.decidedBy) { $0 }
    } else {
      add("decidedBy", facts.decidedBy.withoutPerson) { $0 }
    }
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
    if let reviewBy = front.reviewBy { records.append(fact("reviewBy", label: strings["fact.reviewBy"], value: reviewBy.iso, isUnreadable: false)) }
    add("owner", facts.owner) { $0 }
    add("replaces", facts.replaces) { $0 }
    add("audience", facts.audience) { $0.joined(separator: ", ") }
    add("organisation", facts.organisation) { $0.joined(separator: ", ") }
    if Folding.words(routine.title) != Folding.words(facts.name.value ?? routine.title) { add("name", facts.name) { $0 } }
    return records
  }

  func fact(_ name: String, label: String, value: String, isUnreadable: Bool) -> Record {
    Record(
      PageSchemas.fact,
      ["name": .text(name), "label": .text(label), "value": .text(value), "unreadable": .flag(isUnreadable)])
  }
}

extension Fact<String> {
  /// The role or department only; missing when a person is all that is named.
  fileprivate var withoutPerson: Fact {
    guard let written = value else { return self }
    return DeciderName.withoutPerson(written).map { .read($0, raw: $0, line: line) } ?? .missing
  }
}
