public enum Severity: String, Sendable, Hashable {
  case error
  case warning
}

/// What is wrong at one place, and what the editor can do about it.
public struct Diagnostic: Sendable, Hashable {
  /// Another place that belongs to the fault: the other of two documents, say.
  public struct Related: Sendable, Hashable {
    public var range: SourceRange
    public var message: Message

    public init(_ range: SourceRange, _ message: Message) {
      self.range = range
      self.message = message
    }
  }

  public var code: Code
  public var severity: Severity
  public var range: SourceRange
  public var message: Message
  public var help: Message?
  public var related: [Related]

  /// `severity` is the code's own unless given.
  public init(
    _ code: Code, _ range: SourceRange, _ message: Message, help: Message? = nil,
    related: [Related] = [], severity: Severity? = nil
  ) {
    self.code = code
    self.severity = severity ?? code.severity
    self.range = range
    self.message = message
    self.help = help
    self.related = related
  }
}

extension [Diagnostic] {
  public var errorCount: Int { count { $0.severity == .error } }
  public var warningCount: Int { count { $0.severity == .warning } }

  /// By place, then code; the same list for any order in which the faults were found, each fault once.
  public func inOrder() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }.sorted {
      $0.range == $1.range
        ? ($0.code.rawValue, $0.message.swedish) < ($1.code.rawValue, $1.message.swedish)
        : $0.range < $1.range
    }
  }
}
