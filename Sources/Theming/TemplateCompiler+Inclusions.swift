internal import Diagnostics

extension TemplateCompiler {
  mutating func partial(_ name: String, isInline: Bool, at range: SourceRange) {
    let path = TemplateLibrary.partialPath(name)
    guard let template = surroundings.library[path] else {
      return report(.missingPartial(name, known: surroundings.library.partialNames, at: range))
    }
    usedFiles.insert(path)
    if let index = expansions.lastIndex(where: { $0.path == path && isSameKind($0.level, scopes.count - 1) }) {
      return call(index, name, at: range)
    }
    builder.mark()
    expand(path, at: range) { compiler in
      compiler.compile(isInline ? template.nodes.withoutLastLineBreak : template.nodes)
    }
  }

  /// A partial within itself: allowed when it has gone at least one step inwards in the data, which is finite.
  private mutating func call(_ index: Int, _ name: String, at range: SourceRange) {
    let outer = expansions[index]
    guard case .record = scopes[outer.level].content, outer.environment == environment, isBelow(outer.level) else {
      if case .unknown = scopes[scopes.count - 1].content { return }
      return report(.endlessInclusion(name, at: range))
    }
    let subroutine = outer.subroutine ?? builder.declareSubroutine(level: outer.level)
    expansions[index].subroutine = subroutine
    builder.append(.call(Int32(subroutine)))
  }

  private func isSameKind(_ level: Int, _ other: Int) -> Bool {
    switch (scopes[level].content, scopes[other].content) {
    case (.record(let schema), .record(let otherSchema)): schema === otherSchema
    case (.item, .item), (.unknown, .unknown): true
    default: false
    }
  }

  /// Whether the innermost scope was reached from `level` by going into its own parts.
  private func isBelow(_ level: Int) -> Bool {
    var current = scopes.count - 1
    guard current > level else { return false }
    while current > level {
      guard let origin = scopes[current].origin else { return false }
      current = origin.level
    }
    return current == level
  }

  mutating func parent(_ name: String, blocks: [TemplateNode.Block], at range: SourceRange) {
    let path = TemplateLibrary.parentPath(name)
    guard let template = surroundings.library[path] else {
      return report(.missingParent(name, known: surroundings.library.parentNames, at: range))
    }
    usedFiles.insert(path)
    if expansions.contains(where: { $0.path == path }) {
      return report(.endlessInclusion(name, at: range))
    }
    let known = blockNames[path] ?? surroundings.library.blockNames(of: path)
    blockNames[path] = known
    var fills = environments[environment]
    for block in blocks {
      if !known.contains(block.name) { report(.unknownBlock(block, of: name, known: known)) }
      // What is given from outside wins over what a parent in between gives.
      if fills[block.name] == nil {
        fills[block.name] = Fill(body: block.body, environment: environment, expansionCount: expansions.count)
      }
    }
    environments.append(fills)
    let outside = environment
    environment = environments.count - 1
    expand(path, at: range) { $0.compile(template.nodes) }
    environment = outside
  }

  mutating func block(_ block: TemplateNode.Block) {
    guard let fill = environments[environment][block.name] else { return compile(block.body) }
    // The fill is read as if it stood where it was written, except for the data's names.
    let (outside, inside) = (environment, expansions)
    environment = fill.environment
    expansions = Array(expansions.prefix(fill.expansionCount))
    compile(fill.body)
    expansions += inside[fill.expansionCount...]
    environment = outside
  }

  private mutating func expand(_ path: String, at range: SourceRange, _ body: (inout TemplateCompiler) -> Void) {
    let outerEntry = entry
    if range.file == file { entry = range }
    let level = scopes.count - 1
    let start = builder.position
    expansions.append(Expansion(path: path, level: level, environment: environment, start: start))
    body(&self)
    if let expansion = expansions.popLast(), let subroutine = expansion.subroutine {
      builder.define(subroutine, from: expansion.start)
    }
    entry = outerEntry
  }
}

extension [TemplateNode] {
  /// Without the line break that ends a file, for a partial in the middle of a line.
  fileprivate var withoutLastLineBreak: [TemplateNode] {
    guard let last, case .text(var text) = last.kind, text.last == .newline else { return self }
    text.removeLast()
    if text.last == UInt8(ascii: "\r") { text.removeLast() }
    return dropLast() + [TemplateNode(kind: .text(text), range: last.range)]
  }
}
