public import JSON

extension [Diagnostic] {
  /// A SARIF 2.1.0 log with one run, as code hosts and editors read it.
  public func sarif(in language: Language) -> JSONValue {
    let codes = Set(map(\.code)).sorted { $0.rawValue < $1.rawValue }
    return .object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      (
        "runs",
        .array([
          .object([
            (
              "tool",
              .object([
                (
                  "driver",
                  .object([
                    ("name", .string("rutin")),
                    ("rules", .array(codes.map { .object([("id", .string($0.rawValue))]) })),
                  ])
                )
              ])
            ),
            ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(map { $0.sarifResult(in: language) })),
          ])
        ])
      ),
    ])
  }
}

extension Diagnostic {
  fileprivate func sarifResult(in language: Language) -> JSONValue {
    let text = [message.text(in: language), help?.text(in: language)].compactMap { $0 }.joined(separator: " ")
    return .object([
      ("ruleId", .string(code.rawValue)),
      ("level", .string(severity.rawValue)),
      ("message", .object([("text", .string(text))])),
      ("locations", .array([range.sarifLocation(id: nil, message: nil)])),
      (
        "relatedLocations",
        .array(
          related.enumerated().map { index, other in
            other.range.sarifLocation(id: index, message: other.message.text(in: language))
          })
      ),
    ])
  }
}

extension SourceRange {
  fileprivate func sarifLocation(id: Int?, message: String?) -> JSONValue {
    var pairs: [(key: String, value: JSONValue)] = []
    if let id { pairs.append(("id", .number(id))) }
    pairs.append(
      (
        "physicalLocation",
        .object([
          ("artifactLocation", .object([("uri", .string(Self.percentEncoded(file)))])),
          (
            "region",
            .object([
              ("startLine", .number(line)), ("startColumn", .number(column)),
              ("endLine", .number(endLine)), ("endColumn", .number(endColumn)),
            ])
          ),
        ])
      ))
    if let message { pairs.append(("message", .object([("text", .string(message))]))) }
    return .object(pairs)
  }

  private static func percentEncoded(_ path: String) -> String {
    var out = ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      if byte < 0x80,
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "-._~/".unicodeScalars.contains(scalar)
      {
        out.unicodeScalars.append(scalar)
      } else {
        out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return out
  }
}
