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
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return first == startIndex && scalars.index(after: last) == endIndex ? self : String(scalars[first...last])
  }
}
