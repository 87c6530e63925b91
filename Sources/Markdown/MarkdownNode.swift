/// One node of a parsed document, in preorder; a plain value that stays true when the tree is edited.
public struct MarkdownNode: Sendable {
  public enum Kind: UInt8, Sendable {
    case document = 1
    case blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case table, tableRow, tableCell
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image
  }

  public internal(set) var kind: Kind
  /// Heading level; for an ordered list 1, for a bullet list 0.
  public internal(set) var level: UInt8 = 0
  /// Index of the parent; the document is its own.
  public internal(set) var parent: Int32
  /// Index after the last descendant.
  public internal(set) var end: Int32 = 0
  /// Bytes of `MarkdownTree.text` that the subtree spans.
  public internal(set) var textStart: Int32
  public internal(set) var textEnd: Int32 = 0
  /// Bytes of `MarkdownTree.targets`: a link's address, a code block's info string.
  public internal(set) var targetStart: Int32 = 0
  public internal(set) var targetEnd: Int32 = 0
  /// First and last line in the text that was parsed, from 1; 0 when unknown.
  public internal(set) var line: Int32 = 0
  public internal(set) var endLine: Int32 = 0
  /// First column in bytes, from 1; 0 when unknown.
  public internal(set) var column: Int32 = 0
  /// First number of an ordered list.
  public internal(set) var listStart: Int32 = 0

  /// Within a table's row.
  var isInTable = false

  public var isOrdered: Bool { kind == .list && level == 1 }
}

/// Index of a node in `MarkdownTree.nodes`.
public typealias NodeIndex = Int
