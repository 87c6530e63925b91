/// The data of one page or of one part of it, checked against its schema when it is made.
public struct Record: Sendable {
  /// One object, so that a thread which renders a record counts references to that only, not to the shared schema.
  private final class Storage: Sendable {
    let schema: Schema
    let values: [Value]

    init(_ schema: Schema, _ values: [Value]) {
      self.schema = schema
      self.values = values
    }
  }

  private let storage: Storage

  public var schema: Schema { storage.schema }
  /// In the schema's slot order.
  var values: [Value] { storage.values }

  /// Each field once, in any order; in the schema's order it is fastest.
  ///
  /// Optional fields may be left out.
  /// An unknown or missing name and a value of the wrong type are programmers' errors and stop the program.
  public init(_ schema: Schema, _ fields: KeyValuePairs<String, Value>) {
    let values = Self.isInOrder(fields, of: schema) ? fields.map(\.value) : Self.ordered(fields, by: schema)
    for slot in values.indices {
      let field = schema.fields[slot]
      if case .none = values[slot] {
        precondition(field.type.isOptional, "\(schema.name).\(field.name) is missing")
      } else {
        precondition(values[slot].fits(schema.kind(at: slot)), "\(schema.name).\(field.name) has the wrong type")
      }
    }
    storage = Storage(schema, values)
  }

  private static func isInOrder(_ fields: KeyValuePairs<String, Value>, of schema: Schema) -> Bool {
    guard fields.count == schema.fields.count else { return false }
    for slot in 0..<fields.count where fields[slot].key != schema.fields[slot].name { return false }
    return true
  }

  private static func ordered(_ fields: KeyValuePairs<String, Value>, by schema: Schema) -> [Value] {
    var values = [Value](repeating: .none, count: schema.fields.count)
    for field in fields {
      guard let slot = schema.slot(of: field.key) else {
        preconditionFailure("\(schema.name) has no field `\(field.key)`")
      }
      values[slot] = field.value
    }
    return values
  }
}
