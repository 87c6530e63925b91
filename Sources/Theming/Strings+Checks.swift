internal import Diagnostics
internal import Swedish

extension Strings {
  /// The keys and variables in which the two languages differ; warnings, since each page is in one language.
  static func differences(between first: Strings, and second: Strings) -> [Diagnostic] {
    missing(in: first, given: second) + missing(in: second, given: first)
  }

  private static func missing(in strings: Strings, given other: Strings) -> [Diagnostic] {
    other.entries.flatMap { key, entry -> [Diagnostic] in
      guard let own = strings.entries[key] else {
        return [
          Diagnostic(
            .missingString, strings.end,
            Message(
              sv: "Texten `\(key)` finns på språket \(other.language) men inte på \(strings.language).",
              en: "The string `\(key)` exists in \(other.language) but not in \(strings.language)."),
            help: Message(sv: "Lägg till `\(key)` här.", en: "Add `\(key)` here."),
            related: [Diagnostic.Related(entry.keyRange, Message(sv: "Den står här.", en: "It stands here."))],
            severity: .warning)
        ]
      }
      return own.variables.subtracting(entry.variables).map { name in
        Diagnostic(
          .unknownName, own.range,
          Message(
            sv: "`\(key)` har `{{\(name)}}` på språket \(strings.language) men inte på \(other.language).",
            en: "`\(key)` has `{{\(name)}}` in \(strings.language) but not in \(other.language)."),
          help: .nearest(to: name, in: entry.variables.sorted()),
          related: [Diagnostic.Related(entry.range, Message(sv: "Den andra står här.", en: "The other is here."))],
          severity: .warning)
      }
    }
  }

  /// Faults for what Swift code asks for and is not there, and warnings for what nobody asks for.
  ///
  /// `byCode` may end a prefix with `*`: `month.*` is every key that begins with `month.`.
  func checkUse(byTemplates: Set<String>, byCode: [String]) -> [Diagnostic] {
    let prefixes = byCode.filter { $0.hasSuffix("*") }.map { $0.dropLast() }
    let exact = byCode.filter { !$0.hasSuffix("*") }
    let lacking = exact.filter { entries[$0] == nil } + prefixes.filter { !hasKey(under: $0) }.map { "\($0)*" }
    let used = byTemplates.union(exact)
    let unused = entries.filter { key, _ in !used.contains(key) && !prefixes.contains { key.hasPrefix($0) } }
    return lacking.map { Diagnostic.missingString($0, known: keys, at: end) }
      + unused.map { key, entry in
        Diagnostic(
          .unusedString, entry.keyRange,
          Message(sv: "Texten `\(key)` används inte.", en: "The string `\(key)` is not used."),
          help: .didYouMean(key, in: lacking)
            ?? Message(sv: "Ta bort den, eller använd den i en mall.", en: "Remove it, or use it in a template."))
      }
  }

  private func hasKey(under prefix: Substring) -> Bool { entries.keys.contains { $0.hasPrefix(prefix) } }
}
