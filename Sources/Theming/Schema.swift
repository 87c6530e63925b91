/// The names that a page kind gives to its template, in slot order.
///
/// A class, because records and templates are matched by the schema's identity.
public final class Schema: Sendable {
  /// Names that mean the same in every template, so that no field can have them.
  static let builtInNames: Set = ["t", "root", "language"]

  public let name: String
  let fields: [(name: String, type: FieldType)]
  private let slots: [String: Int]

  /// Field names are ASCII letters, digits and `_`, each once; anything else is a programmer's error.
  public init(_ name: String, _ fields: KeyValuePairs<String, FieldType>) {
    precondition(fields.count <= Int(UInt16.max), "\(name): too many fields")
    var slots: [String: Int] = [:]
    for (slot, field) in fields.enumerated() {
      precondition(Self.isFieldName(field.key), "\(name): `\(field.key)` is not a field name")
      precondition(slots.updateValue(slot, forKey: field.key) == nil, "\(name): `\(field.key)` is given twice")
    }
    self.name = name
    self.fields = fields.map { (name: $0.key, type: $0.value) }
    self.slots = slots
  }

  func slot(of name: String) -> Int? { slots[name] }

  /// The field's kind, with `nested` made into records of this schema.
  func kind(at slot: Int) -> FieldType.Kind {
    if case .nested = fields[slot].type.kind { .records(self) } else { fields[slot].type.kind }
  }

  private static func isFieldName(_ name: String) -> Bool {
    !builtInNames.contains(name) && !name.isEmpty
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
