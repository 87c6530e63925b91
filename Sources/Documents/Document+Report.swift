internal import CivilTime
public import Diagnostics

extension Document {
  /// What was read, for an editor at a terminal: facts with lines, what the text holds, what the reader did to it.
  public func report(in language: Language) -> String {
    var lines = [file]
    func add(_ line: String) { lines.append(line) }
    func say(_ swedish: String, _ english: String) -> String { language == .swedish ? swedish : english }
    func at(_ line: Int?) -> String { line.map { say("rad \($0)", "line \($0)") } ?? "–" }

    add(
      "  \(padded(say("Titel", "Title")))\(title.isEmpty ? "–" : title)  (\(at(titleLine)), \(titleSource.name(in: language)))"
    )
    for row in factRows(in: language) {
      switch row.outcome {
      case .read: add("  \(padded(row.label))\(row.text)  (\(at(row.line)))")
      case .missing:
        add("  \(padded(row.label))\(say("saknas", "missing"))\(row.line == nil ? "" : "  (\(at(row.line)))")")
      case .unreadable:
        add("  \(padded(row.label))\(say("kan inte läsas", "unreadable")): ”\(row.text)”  (\(at(row.line)))")
      }
    }
    add(
      section: say("Avsnitt", "Sections"),
      sections.map { "\(at($0.line)): \(String(repeating: "  ", count: $0.level - 2))\($0.title)  #\($0.id)" })
    add(
      section: say("Roller och uppgifter", "Roles and duties"),
      roles.flatMap { role in ["\(at(role.line)): \(role.role)"] + role.duties.map { "  – \($0.text)" } })
    add(
      section: say("Checklistor och steg", "Checklists and procedures"),
      checklists.flatMap { list in
        ["\(at(list.line)): \(list.title)  (\(list.kind.name(in: language)))"] + list.items.map { "  □ \($0.text)" }
      })
    add(
      section: say("Hänvisningar", "References"),
      references.map { "\(at($0.range.line)): \($0.kind.name(in: language)) ”\($0.text)”" })
    add(section: say("Kontakter", "Contacts"), contacts.map { "\(at($0.line)): \($0.text)" })
    add(
      section: say(
        "Ser ut som återkommande uppgifter (skriv dem i `uppföljning:`)",
        "Look like scheduled duties (write them in `uppföljning:`)"),
      suggestedDuties.map { "\(at($0.line)): \($0.text)" })
    add(section: say("Vad läsningen gjorde", "What the reader did"), repairs.map { $0.report(in: language) })
    return lines.joined(separator: "\n")

    func add(section name: String, _ rows: [String]) {
      if rows.isEmpty { return }
      lines.append("  \(name)")
      lines += rows.map { "    " + $0 }
    }
  }

  private struct FactRow {
    var label: String
    var outcome: Outcome
    var text: String
    var line: Int?
  }

  private func factRows(in language: Language) -> [FactRow] {
    func say(_ swedish: String, _ english: String) -> String { language == .swedish ? swedish : english }
    func row<Value>(_ label: String, _ fact: Fact<Value>, _ text: (Value) -> String) -> FactRow {
      FactRow(label: label, outcome: fact.outcome, text: fact.value.map(text) ?? fact.raw, line: fact.line)
    }
    let list: ([String]) -> String = { $0.joined(separator: ", ") }
    return [
      row(say("Typ", "Kind"), facts.kind) { $0 }, row(say("Beslutad av", "Decided by"), facts.decidedBy) { $0 },
      row(say("Beslutad", "Decided on"), facts.decidedOn, \.iso),
      row(say("Upprättad", "Created on"), facts.createdOn, \.iso),
      row(say("Uppdaterad", "Updated on"), facts.updatedOn, \.iso),
      row(say("Gäller från", "Valid from"), facts.validFrom, \.iso),
      row(say("Gäller till", "Valid to"), facts.validTo) { end in
        switch end {
        case .date(let date): date.iso
        case .openEnded: say("tills vidare", "open-ended")
        }
      },
      row(say("Ansvarig", "Owner"), facts.owner) { $0 }, row(say("Ersätter", "Replaces"), facts.replaces) { $0 },
      row(say("Målgrupp", "Audience"), facts.audience, list), row(say("Ämnesord", "Subjects"), facts.subjects, list),
      row(say("Organisation", "Organisation"), facts.organisation, list),
    ]
  }
}

private func padded(_ label: String) -> String { label + String(repeating: " ", count: max(1, 14 - label.count)) }

extension Document.TitleSource {
  fileprivate func name(in language: Language) -> String {
    let (swedish, english) =
      switch self {
      case .override: ("från `titel:`", "from `titel:`")
      case .afterKind: ("raderna efter dokumenttypen", "the lines after the kind")
      case .heading: ("från rubriken", "from the heading")
      case .titleLabel: ("från `Titel:`", "from `Titel:`")
      case .documentName: ("från `Dokumentnamn:`", "from `Dokumentnamn:`")
      case .sourceName: ("filens namn", "the file's name")
      case .none: ("ingen titel", "no title")
      }
    return language == .swedish ? swedish : english
  }
}

extension Checklist.Kind {
  fileprivate func name(in language: Language) -> String {
    let (swedish, english) =
      switch self {
      case .tasks: ("checklista", "checklist")
      case .leadIn: ("checklista efter en ledfras", "checklist after a lead-in")
      case .procedure: ("steg", "procedure")
      case .component: ("checklista i block", "checklist block")
      }
    return language == .swedish ? swedish : english
  }
}

extension Reference.Kind {
  fileprivate func name(in language: Language) -> String {
    let (swedish, english) =
      switch self {
      case .link: ("länk", "link")
      case .image: ("bild", "image")
      case .quote: ("citerad titel", "quoted title")
      case .wiki: ("[[länk]]", "[[link]]")
      case .system: ("system", "system")
      case .namedLink: ("namngiven länk", "named link")
      }
    return language == .swedish ? swedish : english
  }
}

extension Repair {
  fileprivate func report(in language: Language) -> String {
    let isSwedish = language == .swedish
    let place =
      (isSwedish ? "rad \(line)" : "line \(line)") + (page.map { isSwedish ? ", sida \($0)" : ", page \($0)" } ?? "")
    let verb =
      switch action {
      case .dropped: isSwedish ? "ströks" : "dropped"
      case .moved: isSwedish ? "flyttades till sidans huvud" : "moved to the head of the page"
      case .changed: isSwedish ? "ändrades" : "changed"
      case .warned: isSwedish ? "se varningen" : "see the warning"
      }
    let change = before.isEmpty && after.isEmpty ? "" : after.isEmpty ? ": \(before)" : ": \(before) → \(after)"
    return "\(place): \(step?.rawValue ?? "author-html") \(verb)\(change)"
  }
}
