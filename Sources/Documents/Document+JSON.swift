internal import CivilTime
public import Diagnostics
public import JSON

extension Document {
  /// The object of `inspect` as `cli.md` 1 has it.
  public func json(in language: Language) -> JSONValue {
    .object([
      ("file", .string(file)), ("title", .string(title)), ("titleSource", .string(titleSource.rawValue)),
      ("titleLine", .optional(titleLine)),
      ("kind", facts.kind.json { .string(DocumentKind(named: $0)?.rawValue ?? $0) }),
      ("decidedBy", facts.decidedBy.json { .string($0) }), ("createdBy", facts.createdBy.json { .string($0) }), ("decidedOn", facts.decidedOn.json { .string($0.iso) }),
      ("createdOn", facts.createdOn.json { .string($0.iso) }), ("updatedOn", facts.updatedOn.json { .string($0.iso) }),
      ("validFrom", facts.validFrom.json { .string($0.iso) }), ("validity", validityJSON),
      ("owner", facts.owner.json { .string($0) }), ("replaces", facts.replaces.json { .string($0) }),
      ("audience", facts.audience.json(Self.list)), ("subjects", facts.subjects.json(Self.list)),
      ("organisation", facts.organisation.json(Self.list)), ("limitInYears", .optional(facts.limitInYears)),
      (
        "organisationContact",
        .array(facts.organisationContact.map { .object([("label", .string($0.label)), ("value", .string($0.value))]) })
      ),
      ("sections", .array(sections.map(\.json))), ("roles", .array(roles.map(\.json))),
      ("checklists", .array(checklists.map(\.json))), ("references", .array(references.map(\.json))),
      ("contacts", .array(contacts.map(\.json))), ("suggestedDuties", .array(suggestedDuties.map(\.json))),
      ("repairs", .array(repairs.map(\.json))),
      ("diagnostics", .array(diagnostics.inOrder().map { $0.json(in: language) })),
    ])
  }

  private static func list(_ items: [String]) -> JSONValue { .array(items.map { .string($0) }) }

  private var validityJSON: JSONValue {
    let (kind, to): (String, JSONValue) =
      switch validity {
      case .until(let date): ("date", .string(date.iso))
      case .openEnded: ("openEnded", .null)
      case .missing: ("missing", .null)
      case .unreadable: ("unreadable", .null)
      case .contradictory: ("contradictory", .string(facts.validTo.value.map(Self.iso) ?? ""))
      }
    return .object([
      ("kind", .string(kind)), ("to", to), ("raw", .string(facts.validTo.raw)),
      ("outcome", .string(facts.validTo.outcome.rawValue)), ("line", .optional(facts.validTo.line)),
    ])
  }

  private static func iso(_ end: HeaderFacts.End) -> String {
    if case .date(let date) = end { return date.iso }
    return ""
  }
}

extension Fact {
  /// `{value, outcome, line}`, with the text as written where it could not be read.
  func json(_ value: (Value) -> JSONValue) -> JSONValue {
    var pairs: [(key: String, value: JSONValue)] = [
      ("value", self.value.map(value) ?? .null), ("outcome", .string(outcome.rawValue)), ("line", .optional(line)),
    ]
    if outcome == .unreadable { pairs.append(("raw", .string(raw))) }
    return .object(pairs)
  }
}

extension Section {
  var json: JSONValue {
    .object([
      ("id", .string(id)), ("level", .number(level)), ("title", .string(title)),
      ("standard", .optional(standard?.rawValue)), ("line", .number(line)),
    ])
  }
}

extension RoleDuties {
  var json: JSONValue {
    .object([
      ("role", .string(role)), ("line", .number(line)), ("section", .optional(section)),
      ("duties", .array(duties.map(\.json))),
    ])
  }
}

extension RoleDuties.Duty {
  var json: JSONValue { .object([("text", .string(text)), ("line", .number(line))]) }
}

extension Checklist {
  var json: JSONValue {
    .object([
      ("id", .string(id)), ("title", .string(title)), ("kind", .string(kind.rawValue)), ("period", .optional(period)),
      ("line", .number(line)), ("section", .optional(section)),
      (
        "items",
        .array(
          items.map { item in
            .object([
              ("id", .string(item.id)), ("text", .string(item.text)), ("done", .bool(item.isDone)),
              ("line", .number(item.line)),
            ])
          })
      ),
    ])
  }
}

extension Reference {
  var json: JSONValue {
    .object([
      ("kind", .string(kind.rawValue)), ("text", .string(text)), ("target", .string(target)),
      ("line", .number(range.line)), ("column", .number(range.column)),
    ])
  }
}

extension Contact {
  var json: JSONValue {
    .object([
      ("kind", .string(kind.rawValue)), ("text", .string(text)), ("address", .string(address)), ("line", .number(line)),
    ])
  }
}

extension Repair {
  var json: JSONValue {
    .object([
      ("step", .string(step?.rawValue ?? "author-html")), ("action", .string(action.rawValue)), ("page", .optional(page)),
      ("line", .number(line)), ("before", .string(before)), ("after", .string(after)),
    ])
  }
}
