/// What came of looking for a header fact; a fact is never guessed.
public enum Outcome: String, Sendable, Hashable {
  case read
  case missing
  /// Something is written there that cannot be read with certainty.
  case unreadable
}

/// One header fact and where it was found.
public struct Fact<Value: Sendable & Hashable>: Sendable, Hashable {
  public var value: Value?
  public var outcome: Outcome
  /// As it is written, without brackets and bold marks; empty when missing.
  public var raw: String
  /// Line in the file, from 1; nil when nothing stands there, not even the label.
  public var line: Int?

  public static var missing: Fact { Fact(value: nil, outcome: .missing, raw: "", line: nil) }

  /// The label stands there with nothing after it.
  public static func empty(line: Int) -> Fact { Fact(value: nil, outcome: .missing, raw: "", line: line) }

  public static func read(_ value: Value, raw: String, line: Int?) -> Fact {
    Fact(value: value, outcome: .read, raw: raw, line: line)
  }

  public static func unreadable(_ raw: String, line: Int?) -> Fact {
    Fact(value: nil, outcome: .unreadable, raw: raw, line: line)
  }
}
