/// The data of one page or of one part of it, checked against its schema when it is made.
public struct Record: Sendable {
  public let schema: Schema
  /// In the schema's slot order.
  let values: [Value]

  /// Each field once, in any order; in the schema's order it is fastest. Optional fields may be left out.
  ///
  /// An unknown or missing name and a value of the wrong type are programmers' errors and stop the program.
  public init(_ schema: Schema, _ fields: KeyValuePairs<String, Value>) {
    self.schema = schema
    if Self.inOrder(fields, of: schema) {
      values = fields.map(\.value)
    } else {
      var values = [Value](repeating: .none, count: schema.fields.count)
      for field in fields {
        guard let slot = schema.slot(of: field.key) else {
          preconditionFailure("\(schema.name) has no field `\(field.key)`")
        }
        values[slot] = field.value
      }
      self.values = values
    }
    for slot in values.indices {
      if case .none = values[slot] {
        precondition(schema.fields[slot].type.isOptional, "\(schema.name).\(schema.fields[slot].name) is missing")
      } else {
        precondition(
          values[slot].fits(schema.kind(at: slot)), "\(schema.name).\(schema.fields[slot].name) has the wrong type")
      }
    }
  }

  private static func inOrder(_ fields: KeyValuePairs<String, Value>, of schema: Schema) -> Bool {
    guard fields.count == schema.fields.count else { return false }
    for slot in 0..<fields.count where fields[slot].key != schema.fields[slot].name { return false }
    return true
  }
}
