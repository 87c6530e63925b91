/// What a field of a page's data holds.
public struct FieldType: Sendable {
  enum Kind: Sendable {
    case text
    case markup
    case number
    case flag
    case texts
    case record(Schema)
    case records(Schema)
    case nested
  }

  let kind: Kind
  let isOptional: Bool

  private init(_ kind: Kind, isOptional: Bool = false) {
    self.kind = kind
    self.isOptional = isOptional
  }

  /// Text, escaped where it is inserted.
  public static let text = FieldType(.text)
  /// Ready HTML, inserted with `{{{ }}}` only.
  public static let markup = FieldType(.markup)
  /// A whole number, written in decimal digits; numbers for readers are text that Swift has formatted.
  public static let number = FieldType(.number)
  /// True or false, for sections only.
  public static let flag = FieldType(.flag)
  /// A list of texts; `{{.}}` is the item.
  public static let texts = FieldType(.texts)
  /// A list of records of the very schema that the field belongs to, as in a table of contents.
  public static let nested = FieldType(.nested)

  public static func record(_ schema: Schema) -> FieldType { FieldType(.record(schema)) }
  public static func records(_ schema: Schema) -> FieldType { FieldType(.records(schema)) }

  /// The same, but possibly absent: a section over it is entered only when it is there and not empty.
  public var optional: FieldType {
    switch kind {
    case .text, .markup, .number, .record: FieldType(kind, isOptional: true)
    case .flag, .texts, .records, .nested: preconditionFailure("A flag is false and a list empty, never absent.")
    }
  }
}
