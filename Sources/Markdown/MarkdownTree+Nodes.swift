extension MarkdownTree {
  /// Reads libcmark's tree into `nodes`, `text` and `targets`; `lineOffset` lines stand before the document's first.
  mutating func readNodes(lineOffset: Int) {
    var handle = root
    var index = append(handle, parent: 0, lineOffset: lineOffset)
    var open = [index]
    while true {
      if let child = handle.firstChild {
        handle = child
        index = append(handle, parent: index, lineOffset: lineOffset)
        open.append(index)
        depth = max(depth, open.count)
        continue
      }
      while true {
        close(index)
        open.removeLast()
        guard let parent = open.last else { return }
        if let next = handle.next {
          handle = next
          index = append(handle, parent: parent, lineOffset: lineOffset)
          open.append(index)
          break
        }
        handle = handles[parent]
        index = parent
      }
    }
  }

  private mutating func append(_ handle: SyntaxNode, parent: Int, lineOffset: Int) -> Int {
    var node = MarkdownNode(
      kind: .document, parent: Int32(parent), textStart: Int32(text.count),
      line: Int32(max(0, handle.startLine - lineOffset)), endLine: Int32(max(0, handle.endLine - lineOffset)),
      column: Int32(handle.startColumn))
    if let kind = handle.kind {
      node.kind = kind
      readContent(of: handle, into: &node)
    } else if let mark = handle.mark {
      node.kind = mark.kind
      (node.line, node.endLine) = (Int32(mark.line), Int32(mark.line))
    }
    // What stands in a table was parsed elsewhere: its line is the row's.
    if !nodes.isEmpty, node.kind != .tableRow, [.tableRow, .tableCell].contains(nodes[parent].kind) || nodes[parent].isInTable {
      node.isInTable = true
      (node.line, node.endLine, node.column) = (nodes[parent].line, nodes[parent].line, 0)
    }
    nodes.append(node)
    handles.append(handle)
    return nodes.count - 1
  }

  private mutating func readContent(of handle: SyntaxNode, into node: inout MarkdownNode) {
    switch node.kind {
    case .text, .code, .htmlInline, .htmlBlock: text.append(contentsOf: handle.literal)
    case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
    case .codeBlock:
      text.append(contentsOf: handle.literal)
      appendTarget(handle.info, to: &node)
    case .link, .image: appendTarget(handle.address, to: &node)
    case .heading: node.level = UInt8(handle.headingLevel)
    case .list:
      node.level = handle.isOrderedList ? 1 : 0
      node.listStart = Int32(handle.listStart)
    default: break
    }
  }

  private mutating func appendTarget(_ bytes: UnsafeRawBufferPointer, to node: inout MarkdownNode) {
    node.targetStart = Int32(targets.count)
    targets.append(contentsOf: bytes)
    node.targetEnd = Int32(targets.count)
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
}
