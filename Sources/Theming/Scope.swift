/// One level of names while a template is compiled; at render time a frame with the value stands at the same level.
struct Scope {
  enum Content {
    case record(Schema)
    /// A text, markup or number, which `{{.}}` inserts.
    case item(FieldType.Kind)
    /// Entered by a name that is unknown: whatever is not found nearer is not complained about again.
    case unknown
  }

  var content: Content
  /// The place that was entered; nil for the page.
  var origin: ValuePlace?
  /// One of several, so that `-first` and `-last` have a meaning.
  var isLoop = false
}

/// A scope's level and the slots from its record inwards.
struct ValuePlace: Hashable {
  var level: Int
  var slots: [Int] = []
}

/// What a name stands for where it is used.
enum Meaning {
  case field(ValuePlace, FieldType.Kind, presence: Presence)
  case item(level: Int, FieldType.Kind)
  case edge(Program.Edge, level: Int)
  case string(key: String)
  case root
  case language
  case unknown

  enum Presence {
    case always
    /// Absent on some pages; a text is then empty.
    case optional
    /// A part of something that is absent on some pages: the name of that.
    case within(String)
  }
}

extension [Scope] {
  /// Walks outwards for the name's first part, then inwards along the others.
  func meaning(of name: String) throws(NameFault) -> Meaning {
    switch name {
    case TemplateName.item: return try itemMeaning()
    case TemplateName.first: return .edge(.first, level: try loopLevel(for: name))
    case TemplateName.last: return .edge(.last, level: try loopLevel(for: name))
    case "root": return .root
    case "language": return .language
    case "": return .unknown
    default: break
    }
    let parts = TemplateName.parts(of: name)
    if parts[0] == "t" { return .string(key: parts.dropFirst().joined(separator: ".")) }
    for level in indices.reversed() {
      switch self[level].content {
      case .unknown: return .unknown
      case .item: continue
      case .record(let schema):
        if schema.slot(of: parts[0]) != nil { return try meaning(of: parts, in: schema, at: level) }
      }
    }
    throw .unknown(parts[0], candidates: names)
  }

  private func meaning(of parts: [String], in outermost: Schema, at level: Int) throws(NameFault) -> Meaning {
    var schema = outermost
    var place = ValuePlace(level: level)
    var absentPart: String?
    for (index, part) in parts.enumerated() {
      guard let slot = schema.slot(of: part) else {
        throw .unknown(parts[...index].joined(separator: "."), candidates: schema.names(after: parts[..<index]))
      }
      place.slots.append(slot)
      let kind = schema.kind(at: slot)
      let isOptional = schema.fields[slot].type.isOptional && !contains { $0.origin == place }
      if index == parts.count - 1 {
        let presence: Meaning.Presence =
          if let absentPart { .within(absentPart) } else if isOptional { .optional } else { .always }
        return .field(place, kind, presence: presence)
      }
      guard case .record(let inner) = kind else {
        throw .withoutParts(parts[...index].joined(separator: "."))
      }
      if isOptional { absentPart = absentPart ?? parts[...index].joined(separator: ".") }
      schema = inner
    }
    throw .unknown(parts[0], candidates: names)
  }

  private func itemMeaning() throws(NameFault) -> Meaning {
    switch last?.content {
    case .item(let kind): return .item(level: count - 1, kind)
    case .unknown: return .unknown
    case .record, nil: throw .noItem
    }
  }

  private func loopLevel(for name: String) throws(NameFault) -> Int {
    if let level = lastIndex(where: \.isLoop) { return level }
    throw .noLoop(name)
  }

  /// The nearest first.
  private var names: [String] {
    let fields = reversed().flatMap { scope -> [String] in
      if case .record(let schema) = scope.content { schema.fields.map(\.name) } else { [] }
    }
    return fields + ["root", "language"]
  }
}

extension Schema {
  fileprivate func names(after parts: ArraySlice<String>) -> [String] {
    fields.map { (parts + [$0.name]).joined(separator: ".") }
  }
}
