internal import Diagnostics

/// The texts of a theme in one language, by key; nested keys are joined by full stops.
public struct Strings: Sendable {
  /// A text, split at its variables.
  struct Entry: Sendable {
    enum Segment: Sendable, Hashable {
      case text(String)
      case variable(String)
    }

    var text: String
    var segments: [Segment]
    var keyRange: SourceRange
    /// The text's place.
    var range: SourceRange

    var variables: Set<String> {
      segments.reduce(into: []) { names, segment in
        if case .variable(let name) = segment { names.insert(name) }
      }
    }
  }

  /// As in `lang`: `sv`, `en`.
  public let language: String
  /// The end of the theme's own strings file.
  let end: SourceRange
  let entries: [String: Entry]

  init(language: String, end: SourceRange, entries: [String: Entry] = [:]) {
    self.language = language
    self.end = end
    self.entries = entries
  }

  func string(_ key: String) -> Entry? { entries[key] }

  /// In byte order.
  public var keys: [String] { entries.keys.sorted() }

  /// The text as it is written; the key itself when there is none, which the theme's checks have then reported.
  public subscript(key: String) -> String { entries[key]?.text ?? key }

  /// The text with its `{{name}}` variables replaced; a variable without a value is left as it is written.
  public func formatted(_ key: String, _ values: [String: String]) -> String {
    guard let entry = entries[key] else { return key }
    var text = ""
    for segment in entry.segments {
      switch segment {
      case .text(let part): text += part
      case .variable(let name): text += values[name] ?? "{{\(name)}}"
      }
    }
    return text
  }

  /// These strings, with those of `other` in the place of those with the same key.
  func overridden(by other: Strings) -> Strings {
    Strings(language: language, end: end, entries: entries.merging(other.entries) { $1 })
  }
}
