extension Strikethrough {
  /// Puts `<del>` around what is struck through below `root`.
  static func put(in root: SyntaxNode) {
    var parents: [SyntaxNode] = []
    var known: Set<SyntaxNode> = []
    root.visit { node in
      guard node.kind == .text, node.literal.contains(UInt8(ascii: "~")), let parent = node.parent else { return }
      if known.insert(parent).inserted { parents.append(parent) }
    }
    for parent in parents { put(amongChildrenOf: parent) }
  }

  private static func put(amongChildrenOf parent: SyntaxNode) {
    let children = parent.children
    let contents = children.map { node -> Child in
      switch node.kind {
      case .text: .text(Array(node.literal))
      case .softBreak, .lineBreak: .lineBreak
      default: .other
      }
    }
    let found = Strikethrough(contents, isWithinMarks: [.emphasis, .strong, .link, .image].contains(parent.kind))
    if found.pairs.isEmpty { return }
    let runNodes = found.cut(children, contents)
    for pair in found.pairs {
      guard let open = runNodes[pair.open], let close = runNodes[pair.close] else { continue }
      let deleted = SyntaxNode.inline(enter: "<del>", exit: "</del>", mark: .strikethrough)
      deleted.insert(before: open)
      while let node = open.next, node != close {
        node.unlink()
        deleted.append(node)
      }
      open.unlink()
      close.unlink()
    }
  }

  /// Cuts each text into what lies before, between and after its runs, so that a run is a node.
  private func cut(_ children: [SyntaxNode], _ contents: [Child]) -> [SyntaxNode?] {
    var runNodes: [SyntaxNode?] = Array(repeating: nil, count: runs.count)
    var next = 0
    for (index, node) in children.enumerated() {
      guard case .text(let bytes) = contents[index], next < runs.count, runs[next].child == index else { continue }
      func put(_ range: Range<Int>) -> SyntaxNode {
        let new = SyntaxNode.text(bytes[range])
        new.insert(before: node)
        return new
      }
      var position = 0
      while next < runs.count, runs[next].child == index {
        let range = runs[next].range
        if position < range.lowerBound { _ = put(position..<range.lowerBound) }
        runNodes[next] = put(range)
        position = range.upperBound
        next += 1
      }
      if position < bytes.count { _ = put(position..<bytes.count) }
      node.unlink()
    }
    return runNodes
  }
}
