public import JSON

extension Diagnostic {
  /// One fault for a person: place, what is wrong, what to do.
  public func report(in language: Language) -> String {
    let kind =
      switch (severity, language) {
      case (.error, .swedish): "fel"
      case (.warning, .swedish): "varning"
      case (.error, .english): "error"
      case (.warning, .english): "warning"
      }
    var lines = ["\(range.place): \(kind): \(message.text(in: language)) [\(code.rawValue)]"]
    for other in related {
      lines.append("    \(other.range.place): \(other.message.text(in: language))")
    }
    if let help {
      lines.append("    \(language == .swedish ? "Gör så här" : "What to do"): \(help.text(in: language))")
    }
    return lines.joined(separator: "\n")
  }

  /// The keys of `cli.md` 1.
  public func json(in language: Language) -> JSONValue {
    .object([
      ("code", .string(code.rawValue)), ("severity", .string(severity.rawValue)),
      ("file", .string(range.file)), ("line", .number(range.line)), ("column", .number(range.column)),
      ("endLine", .number(range.endLine)), ("endColumn", .number(range.endColumn)),
      ("message", .string(message.text(in: language))),
      ("help", .optional(help?.text(in: language))),
      (
        "related",
        .array(
          related.map { other in
            .object([
              ("file", .string(other.range.file)), ("line", .number(other.range.line)),
              ("column", .number(other.range.column)), ("message", .string(other.message.text(in: language))),
            ])
          })
      ),
    ])
  }
}

extension SourceRange {
  /// `file:line:column`, as editors make clickable.
  public var place: String { "\(file):\(line):\(column)" }
}
