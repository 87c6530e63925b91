internal import Diagnostics

/// A part of a parsed template: static text or a tag with what it encloses.
struct TemplateNode: Sendable {
  indirect enum Kind: Sendable {
    case text([UInt8])
    case variable(name: String, isRaw: Bool)
    /// The name is empty when it was no name at all, which the parser has reported.
    case section(name: String, isInverted: Bool, body: [TemplateNode])
    /// Inline: other things stand on the tag's line.
    case partial(name: String, isInline: Bool)
    case parent(name: String, blocks: [Block])
    case block(Block)
    case asset(path: String)
  }

  /// A named part of a layout, or what fills it.
  struct Block: Sendable {
    var name: String
    var body: [TemplateNode]
    var range: SourceRange
  }

  var kind: Kind
  /// The opening tag's place.
  var range: SourceRange
}

/// A template file as it is written, before any name has a meaning.
struct ParsedTemplate: Sendable {
  var file: String
  var nodes: [TemplateNode]
  var faults: [Diagnostic]
}
