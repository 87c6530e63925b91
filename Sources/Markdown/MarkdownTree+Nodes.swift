extension MarkdownTree {
  /// Reads libcmark's tree into `nodes`, `text` and `targets`; `lineOffset` lines stand before the document's first.
  mutating func readNodes(lineOffset: Int) {
    var handle = root
    var kind = MarkdownNode.Kind.document
    var index = append(&handle, kind, parent: 0, lineOffset: lineOffset)
    var level = 1
    while true {
      if kind.mayHaveChildren, let child = handle.firstChild {
        handle = child
      } else {
        while true {
          close(index)
          level -= 1
          if level == 0 { return }
          index = Int(nodes[index].parent)
          if let next = handle.next {
            handle = next
            break
          }
          handle = handles[index]
        }
      }
      kind = handle.kind ?? .table
      index = append(&handle, kind, parent: index, lineOffset: lineOffset)
      level += 1
      depth = max(depth, level)
    }
  }

  /// Appends a node; of a text that goes on over several lines, all of it, and `handle` becomes its last part.
  private mutating func append(
    _ handle: inout SyntaxNode, _ kind: MarkdownNode.Kind, parent: Int, lineOffset: Int
  ) -> Int {
    var node = MarkdownNode(
      kind: kind, parent: Int32(truncatingIfNeeded: parent), textStart: Int32(truncatingIfNeeded: text.count))
    if parent > 0, nodes[parent].isInTable {
      // What stands in a table was parsed elsewhere: its line is the row's.
      node.isInTable = true
      node.line = nodes[parent].line
      node.endLine = node.line
    } else if kind != .softBreak, kind != .lineBreak {
      node.line = Int32(truncatingIfNeeded: max(0, handle.startLine - lineOffset))
      node.endLine = Int32(truncatingIfNeeded: max(0, handle.endLine - lineOffset))
      node.column = Int32(truncatingIfNeeded: handle.startColumn)
    }
    handles.append(handle)
    switch kind {
    case .text: appendText(&handle)
    case .code, .htmlInline, .htmlBlock: text.append(contentsOf: handle.literal)
    case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
    case .codeBlock:
      text.append(contentsOf: handle.literal)
      appendTarget(handle.info, to: &node)
    case .link, .image: appendTarget(handle.address, to: &node)
    case .heading: node.level = UInt8(truncatingIfNeeded: handle.headingLevel)
    case .list:
      node.level = handle.isOrderedList ? 1 : 0
      node.listStart = Int32(truncatingIfNeeded: handle.listStart)
    case .table: readMark(of: handle, into: &node)
    default: break
    }
    nodes.append(node)
    return nodes.count - 1
  }

  /// The text, and what follows it over soft line breaks.
  private mutating func appendText(_ handle: inout SyntaxNode) {
    text.append(contentsOf: handle.literal)
    while let lineBreak = handle.next, lineBreak.kind == .softBreak, let next = lineBreak.next, next.kind == .text {
      breaks.append(text.count)
      text.append(UInt8(ascii: " "))
      text.append(contentsOf: next.literal)
      handle = next
    }
  }

  /// What one of our own nodes stands for.
  private func readMark(of handle: SyntaxNode, into node: inout MarkdownNode) {
    guard let mark = handle.mark else { return }
    node.kind = mark.kind
    if mark.line > 0 {
      node.line = Int32(truncatingIfNeeded: mark.line)
      node.endLine = node.line
    }
    if mark.kind == .tableRow { node.isInTable = true }
  }

  private mutating func appendTarget(_ bytes: UnsafeRawBufferPointer, to node: inout MarkdownNode) {
    node.targetStart = Int32(truncatingIfNeeded: targets.count)
    targets.append(contentsOf: bytes)
    node.targetEnd = Int32(truncatingIfNeeded: targets.count)
  }

  private mutating func close(_ index: Int) {
    switch nodes[index].kind {
    case .paragraph, .heading, .tableCell, .codeBlock, .htmlBlock:
      if text.last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
    default: break
    }
    nodes[index].end = Int32(truncatingIfNeeded: nodes.count)
    nodes[index].textEnd = Int32(truncatingIfNeeded: text.count)
  }
}

extension MarkdownNode.Kind {
  /// Not text, code, a break or HTML.
  fileprivate var mayHaveChildren: Bool {
    switch self {
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .codeBlock, .htmlBlock, .thematicBreak: false
    default: true
    }
  }
}
