public import Diagnostics

/// What a command names its options by, whatever the type of their values.
public protocol CommandOption: Sendable {
  var declaration: OptionDeclaration { get }
}

/// An option as the command line sees it.
public struct OptionDeclaration: Sendable {
  /// Without the dashes.
  public let name: String
  let short: Character?
  /// Nil for an option that takes no value.
  let placeholder: String?
  let shownDefault: String?
  let expected: Message
  let summary: Message
  let read: @Sendable (String) -> (any Sendable)?
}

/// One thing that the program can do.
public struct Command: Sendable {
  /// What may follow the options.
  public enum Operands: Sendable {
    case none
    case one(String)
    /// At least one.
    case some(String)
  }

  public let name: String
  let summary: Message
  let operands: Operands
  let options: [OptionDeclaration]

  /// - Parameter summary: what it does, as a clause with a small first letter and no full stop.
  public init(
    _ name: String, _ summary: Message, operands: Operands = .none, options: [any CommandOption] = []
  ) {
    self.name = name
    self.summary = summary
    self.operands = operands
    self.options = options.map(\.declaration)
  }
}

/// What the user asked for.
public struct Invocation: Sendable {
  public let command: String
  public let operands: [String]
  public let language: Language
  public let isQuiet: Bool
  let values: [String: any Sendable]

  /// The option's value, or its default; given twice, the later holds.
  public subscript<Value>(option: Option<Value>) -> Value {
    values[option.declaration.name] as? Value ?? option.absent
  }
}
