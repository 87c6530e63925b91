extension ExportRules {
  /// A text that differs when the rules would read a file of that name differently.
  public func fingerprint(for file: String) -> String {
    var parts = ["dates \(dates.rawValue)", "kind \(ExportKind.named(file, rules: self)?.rawValue ?? "")"]
    for kind in ExportKind.allCases {
      parts.append("files \(kind.rawValue) \(namePrefixes[kind] ?? [])")
      for (heading, aliases) in (headings[kind] ?? [:]).sorted(by: { $0.key < $1.key }) {
        parts.append("heading \(kind.rawValue) \(heading) \(aliases)")
      }
      for (heading, values) in (values[kind] ?? [:]).sorted(by: { $0.key < $1.key }) {
        for (value, aliases) in values.sorted(by: { $0.key < $1.key }) {
          parts.append("value \(kind.rawValue) \(heading) \(value) \(aliases)")
        }
      }
    }
    return parts.joined(separator: "\n")
  }
}
