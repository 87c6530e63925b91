internal import Diagnostics

/// What the scanner finds: a stretch of static text, or a tag.
enum TemplateToken {
  /// The bytes' indices and where they begin.
  case text(Range<Int>, SourceRange)
  case tag(TemplateTag)
}

/// One tag as it is written.
struct TemplateTag {
  enum Kind {
    case variable
    case rawVariable
    case section
    case inverted
    case close
    case partial
    case comment
    case parent
    case block
    case asset
    case ampersand
    case delimiters

    /// The kind that a sign after the braces tells; a variable has none.
    init?(sign: UInt8) {
      switch sign {
      case UInt8(ascii: "{"): self = .rawVariable
      case UInt8(ascii: "#"): self = .section
      case UInt8(ascii: "^"): self = .inverted
      case UInt8(ascii: "/"): self = .close
      case UInt8(ascii: ">"): self = .partial
      case UInt8(ascii: "!"): self = .comment
      case UInt8(ascii: "<"): self = .parent
      case UInt8(ascii: "$"): self = .block
      case UInt8(ascii: "@"): self = .asset
      case UInt8(ascii: "&"): self = .ampersand
      case UInt8(ascii: "="): self = .delimiters
      default: return nil
      }
    }

    /// Whether a line that holds nothing else than the tag is removed.
    var canStandAlone: Bool {
      switch self {
      case .section, .inverted, .close, .partial, .comment, .parent, .block: true
      case .variable, .rawVariable, .asset, .ampersand, .delimiters: false
      }
    }
  }

  var kind: Kind
  /// Without the sign and the spaces around it.
  var content: String
  var range: SourceRange
  var isStandalone = false
}
