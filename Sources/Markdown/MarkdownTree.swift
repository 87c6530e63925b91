internal import CCmark
internal import Glibc
public import HTML

/// A document parsed by libcmark, with GFM's tables, task marks and strikethrough put in on its tree.
///
/// This is the one file that touches libcmark. The nodes are read once into plain values (`nodes`, `text`, `targets`);
/// edits name a node by its index there, and libcmark renders what comes of it.
public struct MarkdownTree: ~Copyable {
  private let root: Handle
  private var handles: [Handle] = []
  /// In preorder; the document is the first.
  public private(set) var nodes: [MarkdownNode] = []
  /// The texts of all nodes one after another: a space for a line break, a line feed after each block with inline content.
  public private(set) var text: [UInt8] = []
  /// Link addresses and info strings.
  public private(set) var targets: [UInt8] = []
  /// The greatest depth of nesting.
  public private(set) var depth = 0

  private typealias Handle = OpaquePointer

  /// Tags in a custom node's user data that tell what stands for what.
  private enum Mark: Int {
    case table = 1, row, cell, strikethrough
  }

  /// `source` must be valid UTF-8.
  public init(_ source: [UInt8]) {
    let escapedTildes = Self.escapedTildes(in: source)
    root = Self.parse(escapedTildes ?? source)
    cmark_consolidate_text_nodes(root)
    if source.contains(UInt8(ascii: "|")) { Self.putTables(in: root, source: escapedTildes ?? source) }
    if source.contains(UInt8(ascii: "~")) {
      Self.putStrikethrough(in: root)
      if escapedTildes != nil { Self.restoreTildes(in: root) }
    }
    nodes.reserveCapacity(source.count / 16)
    handles.reserveCapacity(source.count / 16)
    text.reserveCapacity(source.count)
    readNodes()
  }

  deinit { cmark_node_free(root) }

  /// The document as HTML: author HTML left out, addresses with unsafe schemes emptied.
  public borrowing func html() -> Markup {
    guard let rendered = cmark_render_html(root, CMARK_OPT_DEFAULT) else { return Markup() }
    defer { cmark_get_default_mem_allocator().pointee.free(rendered) }
    return Markup(trusted: Array(UnsafeRawBufferPointer(start: rendered, count: strlen(rendered))))
  }

  // MARK: Reading

  /// The subtree's text as it reads, without the final line feed.
  public borrowing func plainText(_ index: NodeIndex) -> String {
    var range = textRange(index)
    while let last = range.last, text[last] == UInt8(ascii: "\n") { range.removeLast() }
    return String(decoding: text[range], as: UTF8.self)
  }

  public borrowing func textRange(_ index: NodeIndex) -> Range<Int> {
    Int(nodes[index].textStart)..<Int(nodes[index].textEnd)
  }

  /// A link's address, a code block's info string.
  public borrowing func target(_ index: NodeIndex) -> String {
    String(decoding: targets[Int(nodes[index].targetStart)..<Int(nodes[index].targetEnd)], as: UTF8.self)
  }

  /// Indices of the direct children.
  public borrowing func children(_ index: NodeIndex) -> [NodeIndex] {
    var children: [NodeIndex] = []
    var child = index + 1
    while child < Int(nodes[index].end) {
      children.append(child)
      child = Int(nodes[child].end)
    }
    return children
  }

  // MARK: Editing

  /// What a text node is replaced by.
  public enum Piece: Sendable {
    /// Bytes of `text`.
    case text(Range<Int>)
    case markup(Markup)
  }

  /// Replaces a text node.
  public mutating func replaceText(_ index: NodeIndex, with pieces: [Piece]) {
    let old = handles[index]
    for piece in pieces {
      let new: Handle
      switch piece {
      case .text(let range):
        new = cmark_node_new(CMARK_NODE_TEXT)
        Self.setLiteral(new, Array(text[range]))
      case .markup(let markup): new = Self.custom(CMARK_NODE_CUSTOM_INLINE, enter: markup.bytes, exit: [])
      }
      cmark_node_insert_before(old, new)
    }
    cmark_node_unlink(old)
    cmark_node_free(old)
  }

  /// Replaces an inline node and all in it.
  public mutating func replaceInline(_ index: NodeIndex, with markup: Markup) {
    replace(index, with: Self.custom(CMARK_NODE_CUSTOM_INLINE, enter: markup.bytes, exit: []))
  }

  /// Replaces a block node and all in it.
  public mutating func replaceBlock(_ index: NodeIndex, with markup: Markup) {
    replace(index, with: Self.custom(CMARK_NODE_CUSTOM_BLOCK, enter: markup.bytes, exit: []))
  }

  /// Replaces an inline node's own tags, keeping what is in it.
  public mutating func retagInline(_ index: NodeIndex, enter: Markup, exit: Markup) {
    retag(index, as: CMARK_NODE_CUSTOM_INLINE, enter: enter, exit: exit)
  }

  /// Replaces a block's own tags, keeping what is in it.
  public mutating func retagBlock(_ index: NodeIndex, enter: Markup, exit: Markup) {
    retag(index, as: CMARK_NODE_CUSTOM_BLOCK, enter: enter, exit: exit)
  }

  /// Puts all inline content of a paragraph, heading or cell between two pieces of markup.
  public mutating func wrapContent(_ index: NodeIndex, enter: Markup, exit: Markup) {
    let new = Self.custom(CMARK_NODE_CUSTOM_INLINE, enter: enter.bytes, exit: exit.bytes)
    Self.moveChildren(of: handles[index], to: new)
    cmark_node_append_child(handles[index], new)
  }

  /// Drops the first `count` bytes of a text node's literal.
  public mutating func dropPrefix(_ index: NodeIndex, count: Int) {
    Self.setLiteral(handles[index], Array(text[textRange(index)].dropFirst(count)))
  }

  /// Removes a node and all in it.
  public mutating func remove(_ index: NodeIndex) {
    cmark_node_unlink(handles[index])
    cmark_node_free(handles[index])
  }

  /// Shows author HTML as the text it is.
  public mutating func showAsText(_ index: NodeIndex) {
    let isBlock = nodes[index].kind == .htmlBlock
    let new: Handle = cmark_node_new(isBlock ? CMARK_NODE_PARAGRAPH : CMARK_NODE_TEXT)
    let literal = Array(text[textRange(index)])
    if isBlock {
      let inner: Handle = cmark_node_new(CMARK_NODE_TEXT)
      Self.setLiteral(inner, literal)
      cmark_node_append_child(new, inner)
    } else {
      Self.setLiteral(new, literal)
    }
    replace(index, with: new)
  }

  public mutating func replaceByLineBreak(_ index: NodeIndex) {
    replace(index, with: cmark_node_new(CMARK_NODE_LINEBREAK))
  }

  /// Numbers an ordered list from 1.
  public mutating func restartNumbering(_ index: NodeIndex) {
    cmark_node_set_list_start(handles[index], 1)
  }

  private mutating func replace(_ index: NodeIndex, with new: Handle) {
    cmark_node_replace(handles[index], new)
    cmark_node_free(handles[index])
    handles[index] = new
  }

  private mutating func retag(_ index: NodeIndex, as type: cmark_node_type, enter: Markup, exit: Markup) {
    let new = Self.custom(type, enter: enter.bytes, exit: exit.bytes)
    Self.moveChildren(of: handles[index], to: new)
    replace(index, with: new)
  }

  // MARK: The walk

  private mutating func readNodes() {
    var handle: Handle = root
    var index = append(handle, parent: 0)
    var open = [index]
    while true {
      if let child = cmark_node_first_child(handle) {
        handle = child
        index = append(handle, parent: index)
        open.append(index)
        depth = max(depth, open.count)
        continue
      }
      while true {
        close(index)
        open.removeLast()
        guard let parent = open.last else { return }
        if let next = cmark_node_next(handle) {
          handle = next
          index = append(handle, parent: parent)
          open.append(index)
          break
        }
        handle = handles[parent]
        index = parent
      }
    }
  }

  private mutating func append(_ handle: Handle, parent: Int) -> Int {
    var node = MarkdownNode(
      kind: .document, parent: Int32(parent), textStart: Int32(text.count),
      line: cmark_node_get_start_line(handle), endLine: cmark_node_get_end_line(handle),
      column: cmark_node_get_start_column(handle))
    switch cmark_node_get_type(handle) {
    case CMARK_NODE_BLOCK_QUOTE: node.kind = .blockQuote
    case CMARK_NODE_LIST:
      node.kind = .list
      node.level = cmark_node_get_list_type(handle) == CMARK_ORDERED_LIST ? 1 : 0
      node.listStart = cmark_node_get_list_start(handle)
    case CMARK_NODE_ITEM: node.kind = .item
    case CMARK_NODE_CODE_BLOCK:
      node.kind = .codeBlock
      appendLiteral(of: handle)
      appendTarget(cmark_node_get_fence_info(handle), to: &node)
    case CMARK_NODE_HTML_BLOCK:
      node.kind = .htmlBlock
      appendLiteral(of: handle)
    case CMARK_NODE_PARAGRAPH: node.kind = .paragraph
    case CMARK_NODE_HEADING:
      node.kind = .heading
      node.level = UInt8(cmark_node_get_heading_level(handle))
    case CMARK_NODE_THEMATIC_BREAK: node.kind = .thematicBreak
    case CMARK_NODE_TEXT:
      node.kind = .text
      appendLiteral(of: handle)
    case CMARK_NODE_SOFTBREAK:
      node.kind = .softBreak
      text.append(UInt8(ascii: " "))
    case CMARK_NODE_LINEBREAK:
      node.kind = .lineBreak
      text.append(UInt8(ascii: " "))
    case CMARK_NODE_CODE:
      node.kind = .code
      appendLiteral(of: handle)
    case CMARK_NODE_HTML_INLINE:
      node.kind = .htmlInline
      appendLiteral(of: handle)
    case CMARK_NODE_EMPH: node.kind = .emphasis
    case CMARK_NODE_STRONG: node.kind = .strong
    case CMARK_NODE_LINK:
      node.kind = .link
      appendTarget(cmark_node_get_url(handle), to: &node)
    case CMARK_NODE_IMAGE:
      node.kind = .image
      appendTarget(cmark_node_get_url(handle), to: &node)
    case CMARK_NODE_CUSTOM_BLOCK, CMARK_NODE_CUSTOM_INLINE:
      switch Mark(rawValue: Int(bitPattern: cmark_node_get_user_data(handle))) {
      case .table: node.kind = .table
      case .row: node.kind = .tableRow
      case .cell: node.kind = .tableCell
      case .strikethrough, nil: node.kind = .strikethrough
      }
    default: break
    }
    nodes.append(node)
    handles.append(handle)
    return nodes.count - 1
  }

  private mutating func close(_ index: Int) {
    switch nodes[index].kind {
    case .paragraph, .heading, .tableCell, .codeBlock, .htmlBlock:
      if text.last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
    default: break
    }
    nodes[index].end = Int32(nodes.count)
    nodes[index].textEnd = Int32(text.count)
  }

  private mutating func appendLiteral(of handle: Handle) {
    guard let literal = cmark_node_get_literal(handle) else { return }
    text.append(contentsOf: UnsafeRawBufferPointer(start: literal, count: strlen(literal)))
  }

  private mutating func appendTarget(_ string: UnsafePointer<CChar>?, to node: inout MarkdownNode) {
    node.targetStart = Int32(targets.count)
    if let string { targets.append(contentsOf: UnsafeRawBufferPointer(start: string, count: strlen(string))) }
    node.targetEnd = Int32(targets.count)
  }

  // MARK: libcmark, in Swift's types

  private static func parse(_ source: [UInt8]) -> Handle {
    source.withUnsafeBytes { bytes in
      cmark_parse_document(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_DEFAULT)
    }
  }

  private static func literal(_ handle: Handle) -> [UInt8] {
    guard let literal = cmark_node_get_literal(handle) else { return [] }
    return Array(UnsafeRawBufferPointer(start: literal, count: strlen(literal)))
  }

  private static func setLiteral(_ handle: Handle, _ bytes: [UInt8]) {
    withCString(bytes) { _ = cmark_node_set_literal(handle, $0) }
  }

  private static func withCString(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> Void) {
    (bytes + [0]).withUnsafeBytes { raw in
      if let start = raw.baseAddress { body(start.assumingMemoryBound(to: CChar.self)) }
    }
  }

  private static func custom(_ type: cmark_node_type, enter: [UInt8], exit: [UInt8], mark: Mark? = nil) -> Handle {
    let node: Handle = cmark_node_new(type)
    withCString(enter) { _ = cmark_node_set_on_enter(node, $0) }
    withCString(exit) { _ = cmark_node_set_on_exit(node, $0) }
    if let mark { cmark_node_set_user_data(node, UnsafeMutableRawPointer(bitPattern: mark.rawValue)) }
    return node
  }

  private static func moveChildren(of old: Handle, to new: Handle) {
    while let child = cmark_node_first_child(old) {
      cmark_node_unlink(child)
      cmark_node_append_child(new, child)
    }
  }

  private static func children(of handle: Handle) -> [Handle] {
    var children: [Handle] = []
    var child = cmark_node_first_child(handle)
    while let node = child {
      children.append(node)
      child = cmark_node_next(node)
    }
    return children
  }

  /// All nodes of a type, in preorder, read before anything is changed.
  private static func all(in root: Handle, where isWanted: (Handle) -> Bool) -> [Handle] {
    var found: [Handle] = []
    guard let iterator = cmark_iter_new(root) else { return [] }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return found }
      if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator), isWanted(node) { found.append(node) }
    }
  }

  // MARK: Strikethrough

  /// Stands for an escaped tilde while the tree is worked on; a noncharacter, so no text holds it.
  private static let tildeStandIn: [UInt8] = [0xEF, 0xB7, 0x90]

  /// The source with `\~` replaced by the stand-in, nil when there is none.
  private static func escapedTildes(in source: [UInt8]) -> [UInt8]? {
    var changed: [UInt8]?
    var copied = 0
    var index = 0
    while index + 1 < source.count {
      if source[index] == UInt8(ascii: "\\") {
        if source[index + 1] == UInt8(ascii: "~") {
          changed = (changed ?? []) + source[copied..<index] + tildeStandIn
          copied = index + 2
        }
        index += 2
      } else {
        index += 1
      }
    }
    return changed.map { $0 + source[copied...] }
  }

  private static func restoreTildes(in root: Handle) {
    for node in all(in: root, where: { cmark_node_get_literal($0) != nil }) {
      let type = cmark_node_get_type(node)
      let plain = type == CMARK_NODE_TEXT ? Array("~".utf8) : Array("\\~".utf8)
      let old = literal(node)
      let new = replacing(tildeStandIn, by: plain, in: old)
      if new != old { setLiteral(node, new) }
    }
  }

  private static func replacing(_ part: [UInt8], by other: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: part) {
        out += other
        index += part.count
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return out
  }

  private static func putStrikethrough(in root: Handle) {
    let parents = all(in: root) { node in
      children(of: node).contains { child in
        cmark_node_get_type(child) == CMARK_NODE_TEXT && literal(child).contains(UInt8(ascii: "~"))
      }
    }
    for parent in parents { putStrikethrough(inChildrenOf: parent) }
  }

  private static func putStrikethrough(inChildrenOf parent: Handle) {
    let children = children(of: parent)
    let texts = children.map { cmark_node_get_type($0) == CMARK_NODE_TEXT ? literal($0)[...] : nil }
    let found = Strikethrough(texts)
    if found.pairs.isEmpty { return }
    // Each text is cut into what lies before, between and after its runs, so that a pair is two nodes.
    var runNodes: [Handle?] = Array(repeating: nil, count: found.runs.count)
    for (textIndex, child) in children.enumerated() {
      guard let bytes = texts[textIndex] else { continue }
      var position = 0
      let runs = found.runs.indices.filter { found.runs[$0].text == textIndex }
      if runs.isEmpty { continue }
      func put(_ range: Range<Int>) -> Handle {
        let new: Handle = cmark_node_new(CMARK_NODE_TEXT)
        setLiteral(new, Array(bytes[range]))
        cmark_node_insert_before(child, new)
        return new
      }
      for run in runs {
        let range = found.runs[run].range
        if position < range.lowerBound { _ = put(position..<range.lowerBound) }
        runNodes[run] = put(range)
        position = range.upperBound
      }
      if position < bytes.count { _ = put(position..<bytes.count) }
      cmark_node_unlink(child)
      cmark_node_free(child)
    }
    for pair in found.pairs {
      guard let open = runNodes[pair.open], let close = runNodes[pair.close] else { continue }
      let deleted = custom(
        CMARK_NODE_CUSTOM_INLINE, enter: Array("<del>".utf8), exit: Array("</del>".utf8), mark: .strikethrough)
      cmark_node_insert_before(open, deleted)
      while let node = cmark_node_next(open), node != close {
        cmark_node_unlink(node)
        cmark_node_append_child(deleted, node)
      }
      for tilde in [open, close] {
        cmark_node_unlink(tilde)
        cmark_node_free(tilde)
      }
    }
  }

  // MARK: Tables

  private static func putTables(in root: Handle, source: [UInt8]) {
    let lines = source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let delimiters = lines.indices.filter { lines[$0].contains(UInt8(ascii: "|")) || lines[$0].contains(UInt8(ascii: ":")) }
      .filter { PipeTable.looksLikeDelimiterRow(withoutMarks(lines[$0])) }
    if delimiters.isEmpty { return }
    // A cell may use a link definition that stands anywhere in the document.
    let definitions = source.indices.dropLast().contains { source[$0] == UInt8(ascii: "]") && source[$0 + 1] == UInt8(ascii: ":") }
    let candidates = all(in: root) { node in
      let type = cmark_node_get_type(node)
      guard type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING else { return false }
      let span = Int(cmark_node_get_start_line(node))..<Int(cmark_node_get_end_line(node))
      return delimiters.contains { span.contains($0) }
    }
    for node in candidates { putTable(replacing: node, lines: lines, definitions: definitions ? source : []) }
  }

  /// The line without list and carriage-return marks that a delimiter row inside a list item may carry.
  private static func withoutMarks(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }

  private static func putTable(replacing node: Handle, lines: [ArraySlice<UInt8>], definitions: [UInt8]) {
    let first = Int(cmark_node_get_start_line(node)) - 1
    let last = min(Int(cmark_node_get_end_line(node)), lines.count) - 1
    guard first >= 0, first < last else { return }
    let containers = containers(of: node)
    var stripped = [withoutMarks(lines[first]).dropFirst(max(0, Int(cmark_node_get_start_column(node)) - 1))]
    var lazyFrom: Int?
    for index in (first + 1)...last {
      if let line = strip(containers, from: withoutMarks(lines[index])) {
        stripped.append(line)
      } else {
        lazyFrom = lazyFrom ?? stripped.count
        stripped.append(withoutMarks(lines[index]))
      }
    }
    let usable = stripped[..<(lazyFrom ?? stripped.count)]
    for start in usable.indices.dropLast() {
      guard let table = PipeTable(usable[start...]) else { continue }
      let firstLine = first + start + 1
      for block in fragment(stripped[..<start], definitions: definitions) { cmark_node_insert_before(node, block) }
      cmark_node_insert_before(node, tableNode(table, firstLine: firstLine, definitions: definitions))
      let rest = stripped[(start + table.lineCount)...]
      for block in fragment(rest, definitions: definitions) { cmark_node_insert_before(node, block) }
      cmark_node_unlink(node)
      cmark_node_free(node)
      return
    }
  }

  private enum Container {
    case quote
    case item(indentation: Int)
  }

  private static func containers(of node: Handle) -> [Container] {
    var found: [Container] = []
    var current = cmark_node_parent(node)
    while let container = current {
      switch cmark_node_get_type(container) {
      case CMARK_NODE_BLOCK_QUOTE: found.append(.quote)
      case CMARK_NODE_ITEM:
        let first = cmark_node_first_child(container)
        let inner = first.map { Int(cmark_node_get_start_column($0)) } ?? 0
        found.append(.item(indentation: max(1, inner - Int(cmark_node_get_start_column(container)))))
      default: break
      }
      current = cmark_node_parent(container)
    }
    return found.reversed()
  }

  /// The line within its containers; nil for a line that continues them lazily.
  private static func strip(_ containers: [Container], from line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var line = line
    for container in containers {
      switch container {
      case .quote:
        let rest = line.drop { $0 == UInt8(ascii: " ") }
        guard rest.first == UInt8(ascii: ">") else { return nil }
        line = rest.dropFirst()
        if line.first == UInt8(ascii: " ") { line = line.dropFirst() }
      case .item(let indentation):
        guard line.count >= indentation, line.prefix(indentation).allSatisfy({ $0 == UInt8(ascii: " ") }) else { return nil }
        line = line.dropFirst(indentation)
      }
    }
    return line
  }

  private static func tableNode(_ table: PipeTable, firstLine: Int, definitions: [UInt8]) -> Handle {
    let cells = ([table.header] + table.rows).flatMap { $0 }
    // Each cell is parsed as a paragraph of its own; the letter in front keeps it from being any other block.
    let paragraphs = fragment(
      cells.map { (Array("x ".utf8) + $0 + [UInt8(ascii: "\n")])[...] }, definitions: definitions)
    let node = custom(
      CMARK_NODE_CUSTOM_BLOCK, enter: Array("<div class=\"table\" tabindex=\"0\"><table>".utf8),
      exit: Array("</table></div>".utf8), mark: .table)
    var next = 0
    for rowIndex in 0...table.rows.count {
      let isHeader = rowIndex == 0
      let enter = isHeader ? "<thead><tr>" : rowIndex == 1 ? "<tbody><tr>" : "<tr>"
      let exit = isHeader ? "</tr></thead>" : rowIndex == table.rows.count ? "</tr></tbody>" : "</tr>"
      let row = custom(CMARK_NODE_CUSTOM_BLOCK, enter: Array(enter.utf8), exit: Array(exit.utf8), mark: .row)
      cmark_node_append_child(node, row)
      for alignment in table.alignments {
        let cell = cellNode(alignment, isHeader: isHeader)
        cmark_node_append_child(row, cell)
        guard next < paragraphs.count else { continue }
        takeCell(paragraphs[next], into: cell)
        next += 1
      }
    }
    return node
  }

  private static func cellNode(_ alignment: PipeTable.Alignment, isHeader: Bool) -> Handle {
    let style =
      switch alignment {
      case .none: ""
      case .left: " class=\"left\""
      case .center: " class=\"center\""
      case .right: " class=\"right\""
      }
    let tag = isHeader ? "th" : "td"
    return custom(
      CMARK_NODE_CUSTOM_BLOCK, enter: Array("<\(tag)\(isHeader ? " scope=\"col\"" : "")\(style)>".utf8),
      exit: Array("</\(tag)>".utf8), mark: .cell)
  }

  private static func takeCell(_ paragraph: Handle, into cell: Handle) {
    if let text = cmark_node_first_child(paragraph), cmark_node_get_type(text) == CMARK_NODE_TEXT {
      let rest = literal(text).dropFirst(2)
      if rest.isEmpty {
        cmark_node_unlink(text)
        cmark_node_free(text)
      } else {
        setLiteral(text, Array(rest))
      }
    }
    moveChildren(of: paragraph, to: cell)
    cmark_node_free(paragraph)
  }

  /// Parses lines on their own and hands over the blocks; link definitions of the whole document apply.
  private static func fragment(_ lines: some Collection<ArraySlice<UInt8>>, definitions: [UInt8]) -> [Handle] {
    if lines.isEmpty { return [] }
    let end = Array("<!--".utf8) + tildeStandIn + Array("-->".utf8)
    var source: [UInt8] = []
    for line in lines {
      source += line
      source.append(UInt8(ascii: "\n"))
    }
    if !definitions.isEmpty { source += [UInt8(ascii: "\n")] + end + Array("\n\n".utf8) + definitions }
    let root = parse(source)
    defer { cmark_node_free(root) }
    cmark_consolidate_text_nodes(root)
    var blocks: [Handle] = []
    while let block = cmark_node_first_child(root) {
      if cmark_node_get_type(block) == CMARK_NODE_HTML_BLOCK, literal(block).starts(with: end) { break }
      cmark_node_unlink(block)
      blocks.append(block)
    }
    return blocks
  }
}
