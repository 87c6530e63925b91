/// A header fact's name; the raw values are the JSON keys of `cli.md` 1.
public enum HeaderField: String, Sendable, Hashable, CaseIterable {
  case decidedBy, createdBy, decidedOn, createdOn, updatedOn, validFrom, validTo, replaces, owner, kind
  case name, documentName, audience, subjects, organisation

  var isDate: Bool {
    switch self {
    case .decidedOn, .createdOn, .updatedOn, .validFrom, .validTo: true
    default: false
    }
  }
}

/// A value for each header field that has one; some of them only, so they are looked through.
struct FieldValues<Value: Sendable>: Sendable {
  private var entries: [(field: HeaderField, value: Value)] = []

  subscript(field: HeaderField) -> Value? {
    get { entries.first { $0.field == field }?.value }
    set {
      entries.removeAll { $0.field == field }
      if let newValue { entries.append((field, newValue)) }
    }
  }
}
