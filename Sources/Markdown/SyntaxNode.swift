internal import CArena
internal import CCmark
internal import Glibc

/// A node of libcmark's tree; the one file that touches libcmark.
///
/// The pointer is good for as long as the tree that holds the node, which `MarkdownTree` sees to.
struct SyntaxNode: Hashable {
  let pointer: OpaquePointer

  /// This thread's memory for nodes.
  private static var memory: UnsafeMutablePointer<cmark_mem> {
    rutin_arena_memory().assumingMemoryBound(to: cmark_mem.self)
  }

  /// Parses UTF-8 text; the tree must be ended, and used on this thread only.
  static func parse(_ source: [UInt8]) -> SyntaxNode {
    rutin_arena_tree_begins()
    return source.withUnsafeBytes { bytes in
      let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory)
      defer { cmark_parser_free(parser) }
      cmark_parser_feed(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
      return SyntaxNode(pointer: cmark_parser_finish(parser))
    }
  }

  /// What the first block of a text is, without keeping its tree.
  static func firstBlock(of source: [UInt8]) -> MarkdownNode.Kind? {
    source.withUnsafeBytes { bytes in
      let root = cmark_parse_document(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_DEFAULT)
      defer { cmark_node_free(root) }
      return cmark_node_first_child(root).flatMap { SyntaxNode(pointer: $0).kind }
    }
  }

  /// Gives back a tree that was parsed.
  func endTree() { rutin_arena_tree_ends() }

  /// The tree below this node as HTML: author HTML left out, addresses with unsafe schemes emptied.
  func html() -> [UInt8] {
    guard let rendered = cmark_render_html(pointer, CMARK_OPT_DEFAULT) else { return [] }
    // The text is in the memory of the tree, and goes with it.
    return Array(UnsafeRawBufferPointer(start: rendered, count: strlen(rendered)))
  }

  // MARK: Places in the tree

  var parent: SyntaxNode? { cmark_node_parent(pointer).map { SyntaxNode(pointer: $0) } }
  var firstChild: SyntaxNode? { cmark_node_first_child(pointer).map { SyntaxNode(pointer: $0) } }
  var next: SyntaxNode? { cmark_node_next(pointer).map { SyntaxNode(pointer: $0) } }

  var children: [SyntaxNode] {
    var children: [SyntaxNode] = []
    var child = firstChild
    while let node = child {
      children.append(node)
      child = node.next
    }
    return children
  }

  /// All nodes below this one, in preorder; `body` changes nothing but a node's own content.
  func visit(_ body: (SyntaxNode) -> Void) { visit(where: { _ in true }, body) }

  /// The same without what is below paragraphs and headings.
  func visitBlocks(_ body: (SyntaxNode) -> Void) {
    visit(
      where: { node in
        let type = cmark_node_get_type(node.pointer)
        return type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING
      }, body)
  }

  private func visit(where isEntered: (SyntaxNode) -> Bool, _ body: (SyntaxNode) -> Void) {
    var node = self
    while true {
      if isEntered(node), let child = node.firstChild {
        node = child
      } else {
        while node != self, node.next == nil, let parent = node.parent { node = parent }
        guard node != self, let next = node.next else { return }
        node = next
      }
      body(node)
    }
  }

  func append(_ child: SyntaxNode) { cmark_node_append_child(pointer, child.pointer) }
  func insert(before sibling: SyntaxNode) { cmark_node_insert_before(sibling.pointer, pointer) }
  func unlink() { cmark_node_unlink(pointer) }

  /// Puts `other` where this node stands.
  func replace(with other: SyntaxNode) { cmark_node_replace(pointer, other.pointer) }

  func moveChildren(to other: SyntaxNode) {
    while let child = firstChild {
      child.unlink()
      other.append(child)
    }
  }

  // MARK: Properties

  /// nil for a custom node.
  var kind: MarkdownNode.Kind? {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_DOCUMENT: .document
    default: nil
    }
  }

  /// What one of our own nodes stands for and its line (0 when unknown), kept in libcmark's user data.
  var mark: (kind: MarkdownNode.Kind, line: Int)? {
    let data = Int(bitPattern: cmark_node_get_user_data(pointer))
    guard let kind = MarkdownNode.Kind(rawValue: UInt8(truncatingIfNeeded: data)) else { return nil }
    return (kind, data >> 8)
  }

  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }

  var listStart: Int {
    get { Int(cmark_node_get_list_start(pointer)) }
    nonmutating set { cmark_node_set_list_start(pointer, Int32(clamping: newValue)) }
  }

  var literal: UnsafeRawBufferPointer { Self.bytes(cmark_node_get_literal(pointer)) }
  /// A link's or an image's address.
  var address: UnsafeRawBufferPointer { Self.bytes(cmark_node_get_url(pointer)) }
  var title: UnsafeRawBufferPointer { Self.bytes(cmark_node_get_title(pointer)) }
  /// What stands behind a code block's fence.
  var info: UnsafeRawBufferPointer { Self.bytes(cmark_node_get_fence_info(pointer)) }

  func setLiteral(_ bytes: some Collection<UInt8>) {
    Self.withCString(bytes) { _ = cmark_node_set_literal(pointer, $0) }
  }

  func setAddress(_ bytes: [UInt8]) { Self.withCString(bytes) { _ = cmark_node_set_url(pointer, $0) } }
  func setTitle(_ bytes: [UInt8]) { Self.withCString(bytes) { _ = cmark_node_set_title(pointer, $0) } }
  func setInfo(_ bytes: [UInt8]) { Self.withCString(bytes) { _ = cmark_node_set_fence_info(pointer, $0) } }

  private static func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeRawBufferPointer {
    guard let string else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(start: string, count: strlen(string))
  }

  private static func withCString(_ bytes: some Collection<UInt8>, _ body: (UnsafePointer<CChar>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 1) { string in
      let end = string.initialize(fromContentsOf: bytes)
      string.initializeElement(at: end, to: 0)
      let raw = UnsafeRawBufferPointer(string)
      if let start = raw.baseAddress { body(start.assumingMemoryBound(to: CChar.self)) }
    }
  }
}

// MARK: New nodes

extension SyntaxNode {
  static func text(_ bytes: some Collection<UInt8>) -> SyntaxNode {
    let node = SyntaxNode(pointer: cmark_node_new_with_mem(CMARK_NODE_TEXT, memory))
    node.setLiteral(bytes)
    return node
  }

  static func paragraph() -> SyntaxNode { SyntaxNode(pointer: cmark_node_new_with_mem(CMARK_NODE_PARAGRAPH, memory)) }
  static func lineBreak() -> SyntaxNode { SyntaxNode(pointer: cmark_node_new_with_mem(CMARK_NODE_LINEBREAK, memory)) }

  /// A block of our own making, written as `enter`, its children, `exit`.
  static func block(enter: [UInt8], exit: [UInt8] = []) -> SyntaxNode {
    custom(CMARK_NODE_CUSTOM_BLOCK, enter: enter, exit: exit)
  }

  /// The same within a line of text.
  static func inline(enter: [UInt8], exit: [UInt8] = []) -> SyntaxNode {
    custom(CMARK_NODE_CUSTOM_INLINE, enter: enter, exit: exit)
  }

  /// A block that stands for something which CommonMark does not have.
  static func block(
    enter: StaticString, exit: StaticString, mark: MarkdownNode.Kind, line: Int = 0
  ) -> SyntaxNode {
    custom(CMARK_NODE_CUSTOM_BLOCK, enter: enter, exit: exit, mark: mark, line: line)
  }

  static func inline(enter: StaticString, exit: StaticString, mark: MarkdownNode.Kind) -> SyntaxNode {
    custom(CMARK_NODE_CUSTOM_INLINE, enter: enter, exit: exit, mark: mark, line: 0)
  }

  private static func custom(_ type: cmark_node_type, enter: [UInt8], exit: [UInt8]) -> SyntaxNode {
    let node = SyntaxNode(pointer: cmark_node_new_with_mem(type, memory))
    withCString(enter) { _ = cmark_node_set_on_enter(node.pointer, $0) }
    if !exit.isEmpty { withCString(exit) { _ = cmark_node_set_on_exit(node.pointer, $0) } }
    return node
  }

  private static func custom(
    _ type: cmark_node_type, enter: StaticString, exit: StaticString, mark: MarkdownNode.Kind, line: Int
  ) -> SyntaxNode {
    let node = SyntaxNode(pointer: cmark_node_new_with_mem(type, memory))
    // A static string ends with a zero.
    cmark_node_set_on_enter(node.pointer, UnsafeRawPointer(enter.utf8Start).assumingMemoryBound(to: CChar.self))
    cmark_node_set_on_exit(node.pointer, UnsafeRawPointer(exit.utf8Start).assumingMemoryBound(to: CChar.self))
    cmark_node_set_user_data(node.pointer, UnsafeMutableRawPointer(bitPattern: line << 8 | Int(mark.rawValue)))
    return node
  }
}
