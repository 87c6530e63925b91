/// A JSON document as a value; keys keep the order in which they are written.
public enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case number(Int)
  /// A number as it is written, for decimals.
  case literal(String)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// `null` when there is no string.
  public static func optional(_ text: String?) -> JSONValue {
    text.map(JSONValue.string) ?? .null
  }

  /// `null` when there is no number.
  public static func optional(_ number: Int?) -> JSONValue {
    number.map(JSONValue.number) ?? .null
  }

  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    left.text() == right.text()
  }
}
