/// What is wrong with a quoted cell.
struct QuoteFault: Sendable, Hashable {
  enum Kind {
    /// It has no end.
    case unterminated
    /// It holds a line break, and text follows its end: its first quotation mark stands there by mistake.
    case interrupted
  }

  var kind: Kind
  /// The line on which it begins, counted from where the reader began.
  var line: Int

  /// The same fault counted from a line further up.
  func below(_ line: Int) -> QuoteFault { QuoteFault(kind: kind, line: self.line + line) }
}
