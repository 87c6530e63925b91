public import Diagnostics

/// A YAML value with its place in the source.
public struct YAMLNode: Sendable, Hashable {
  public enum Content: Sendable, Hashable {
    /// `plain` tells an unquoted scalar, which may stand for nothing (`~`, empty).
    case scalar(String, plain: Bool)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  public struct Entry: Sendable, Hashable {
    public var key: YAMLNode
    public var value: YAMLNode
  }

  public var content: Content
  public var range: SourceRange

  /// The scalar's text, trimmed; nil for lists, mappings and nothing.
  public var text: String? {
    guard case .scalar(let text, let plain) = content else { return nil }
    let trimmed = text.trimmingSpaces()
    return trimmed.isEmpty || plain && (trimmed == "~" || trimmed == "null") ? nil : trimmed
  }

  public var isEmpty: Bool {
    switch content {
    case .scalar: text == nil
    case .sequence(let items): items.isEmpty
    case .mapping(let entries): entries.isEmpty
    }
  }
}

extension String {
  func trimmingSpaces() -> String {
    // Hardly any text has white space at its ends; beyond ASCII it begins with C2, E1, E2 or E3.
    guard let first = utf8.first, let last = utf8.last else { return self }
    if first > 0x20, ![0xC2, 0xE1, 0xE2, 0xE3].contains(first), last > 0x20,
      last < 0x80 || utf8.dropLast().last == 0xC3
    {
      return self
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return first == startIndex && scalars.index(after: last) == endIndex ? self : String(scalars[first...last])
  }
}
