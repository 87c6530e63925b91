public import HTML

/// What stands in one field of a record.
public enum Value: Sendable {
  case text(String)
  case markup(Markup)
  case number(Int)
  case flag(Bool)
  case record(Record)
  case records([Record])
  case texts([String])
  /// Nothing; for optional fields.
  case none

  public init(_ text: String?) {
    if let text { self = .text(text) } else { self = .none }
  }

  public init(_ markup: Markup?) {
    if let markup { self = .markup(markup) } else { self = .none }
  }

  public init(_ number: Int?) {
    if let number { self = .number(number) } else { self = .none }
  }

  public init(_ record: Record?) {
    if let record { self = .record(record) } else { self = .none }
  }

  /// Whether a section over the value is entered.
  var isPresent: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .markup(let markup): !markup.isEmpty
    case .number, .record: true
    case .flag(let flag): flag
    case .records(let records): !records.isEmpty
    case .texts(let texts): !texts.isEmpty
    case .none: false
    }
  }

  func fits(_ kind: FieldType.Kind) -> Bool {
    switch (self, kind) {
    case (.text, .text), (.markup, .markup), (.number, .number), (.flag, .flag), (.texts, .texts): true
    case (.record(let record), .record(let schema)): record.schema === schema
    case (.records(let records), .records(let schema)): records.allSatisfy { $0.schema === schema }
    default: false
    }
  }
}
