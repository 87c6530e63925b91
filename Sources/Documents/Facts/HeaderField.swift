/// A header fact's name; the raw values are the JSON keys of `cli.md` 1.
public enum HeaderField: String, Sendable, Hashable, CaseIterable {
  case decidedBy, createdBy, decidedOn, createdOn, updatedOn, validFrom, validTo, replaces, owner, kind, name,
    documentName,
    audience, subjects,
    organisation

  var isDate: Bool {
    switch self {
    case .decidedOn, .createdOn, .updatedOn, .validFrom, .validTo: true
    default: false
    }
  }
}
