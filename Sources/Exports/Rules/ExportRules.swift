/// What a municipality has said of its own exports, beside what is built in.
public struct ExportRules: Sendable, Hashable {
  /// The other headings of a column, by kind and the column's own heading.
  public var headings: [ExportKind: [String: [String]]] = [:]
  /// The other spellings of a value, by kind, heading and value.
  public var values: [ExportKind: [String: [String: [String]]]] = [:]
  /// How the names of files of a kind begin, beside the kind's own name.
  public var namePrefixes: [ExportKind: [String]] = [:]
  public var dates: DateSpelling = []

  public init() {}
}
