internal import Diagnostics

extension Diagnostic {
  static func nestedTooDeep(_ range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      .nestingTooDeep, range,
      Message(
        sv: "Texten är nästlad i fler än \(limit) nivåer.", en: "The text is nested more than \(limit) levels deep."),
      help: Message(
        sv: "Ta bort överflödiga citattecken (>) eller listnivåer.",
        en: "Remove surplus quote marks (>) or list levels."))
  }
}
