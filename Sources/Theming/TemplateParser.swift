internal import Diagnostics

/// Template text → a tree; whatever is wrong is noted, and the rest read as if it were right.
struct TemplateParser {
  static let depthLimit = 64
  static let sizeLimit = 1 << 20

  private struct Level {
    var tag: TemplateTag
    var nodes: [TemplateNode] = []
  }

  private var open: [Level] = []
  private var nodes: [TemplateNode] = []
  private var faults: [Diagnostic] = []

  /// `file` is the path as the theme's author knows it.
  static func parse(_ bytes: [UInt8], file: String) -> ParsedTemplate {
    if bytes.count > sizeLimit {
      return ParsedTemplate(file: file, nodes: [], faults: [.fileTooLarge(file, limit: sizeLimit)])
    }
    if String(validating: bytes, as: UTF8.self) == nil {
      return ParsedTemplate(file: file, nodes: [], faults: [.invalidEncoding(of: file)])
    }
    var parser = TemplateParser()
    var scanner = TemplateScanner(bytes, file: file)
    parser.read(scanner.scan(from: byteOrderMarkLength(of: bytes)), of: bytes)
    return ParsedTemplate(file: file, nodes: parser.nodes, faults: scanner.faults + parser.faults)
  }

  private mutating func read(_ tokens: [TemplateToken], of bytes: [UInt8]) {
    for token in tokens {
      switch token {
      case .text(let range, let place): append(.text(Array(bytes[range])), place)
      case .tag(let tag):
        switch tag.kind {
        case .section, .inverted, .parent, .block:
          if open.count == Self.depthLimit {
            // What follows can no longer be paired, so nothing more is said about this file.
            faults.append(.nestedTooDeep(at: tag.range))
            while open.last != nil { closeInnermost() }
            return
          }
          open.append(Level(tag: tag))
        case .close: close(tag)
        default: leaf(tag)
        }
      }
    }
    while let level = open.last {
      faults.append(.unclosed(level.tag))
      closeInnermost()
    }
  }

  private mutating func leaf(_ tag: TemplateTag) {
    switch tag.kind {
    case .variable, .rawVariable:
      if let name = name(of: tag) { append(.variable(name: name, isRaw: tag.kind == .rawVariable), tag.range) }
    case .partial:
      if let name = path(of: tag) { append(.partial(name: name, isInline: !tag.isStandalone), tag.range) }
    case .asset:
      if let path = path(of: tag) { append(.asset(path: path), tag.range) }
    case .ampersand, .delimiters: faults.append(.unsupportedTag(tag.kind, at: tag.range))
    case .comment, .section, .inverted, .close, .parent, .block: break
    }
  }

  private mutating func close(_ tag: TemplateTag) {
    guard let index = open.lastIndex(where: { $0.tag.content == tag.content }) else {
      faults.append(.unexpectedClose(tag, open: open.last?.tag))
      return
    }
    while open.count - 1 > index {
      if let level = open.last { faults.append(.unclosed(level.tag)) }
      closeInnermost()
    }
    closeInnermost()
  }

  /// Makes a node of the innermost open tag and what it has gathered.
  private mutating func closeInnermost() {
    guard let level = open.popLast() else { return }
    let tag = level.tag
    switch tag.kind {
    case .section, .inverted:
      append(
        .section(name: name(of: tag) ?? "", isInverted: tag.kind == .inverted, body: level.nodes), tag.range)
    case .parent:
      if let name = path(of: tag) {
        append(.parent(name: name, blocks: blocks(in: level.nodes, of: name)), tag.range)
      }
    case .block:
      if let name = name(of: tag) {
        append(.block(TemplateNode.Block(name: name, body: level.nodes, range: tag.range)), tag.range)
      }
    default: break
    }
  }

  private mutating func blocks(in nodes: [TemplateNode], of parent: String) -> [TemplateNode.Block] {
    var blocks: [TemplateNode.Block] = []
    var first: [String: SourceRange] = [:]
    for node in nodes {
      switch node.kind {
      case .block(let block):
        if let range = first[block.name] {
          faults.append(.repeatedBlock(block, first: range))
        } else {
          first[block.name] = block.range
          blocks.append(block)
        }
      case .text(let text) where text.allSatisfy({ $0.isBlank || $0 == .newline || $0 == 0x0D }): break
      default: faults.append(.outsideBlocks(of: parent, at: node.range))
      }
    }
    return blocks
  }

  private mutating func append(_ kind: TemplateNode.Kind, _ range: SourceRange) {
    let node = TemplateNode(kind: kind, range: range)
    if open.isEmpty { nodes.append(node) } else { open[open.count - 1].nodes.append(node) }
  }

  private mutating func name(of tag: TemplateTag) -> String? {
    if TemplateName.isValid(tag.content) { return tag.content }
    faults.append(.notAName(tag.content, at: tag.range))
    return nil
  }

  /// A file's path below its folder: anything without blanks and braces.
  private mutating func path(of tag: TemplateTag) -> String? {
    let isPath =
      !tag.content.isEmpty
      && tag.content.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "{" && $0 != "}" }
    if isPath { return tag.content }
    faults.append(.notAName(tag.content, at: tag.range))
    return nil
  }
}

/// The names that may stand in a tag.
enum TemplateName {
  static let item = "."
  static let first = "-first"
  static let last = "-last"

  static func isValid(_ name: String) -> Bool {
    [item, first, last].contains(name) || parts(of: name).allSatisfy(isPart)
  }

  static func parts(of name: String) -> [String] {
    name.utf8.contains(UInt8(ascii: "."))
      ? name.split(separator: ".", omittingEmptySubsequences: false).map(String.init) : [name]
  }

  private static func isPart(_ part: String) -> Bool {
    part.first != "-" && !part.isEmpty
      && part.unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
        default: !scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        }
      }
  }
}
