internal import HTML
internal import Markdown
internal import Swedish

extension BodyReader {
  /// A list is a checklist by its items, or by the sentence before it.
  mutating func readList(_ index: NodeIndex) {
    let items = tree.children(index)
    let tasks = items.map { task($0) }
    let leadIn = leadIn(before: index)
    if tasks.contains(where: { $0 != nil }) {
      let drafts = zip(items, tasks).map { item, task in
        ChecklistDraft.Item(
          text: String(itemText(item).dropFirst(task == nil ? 0 : 4)), isDone: task?.isDone ?? false, line: line(item))
      }
      let checklist = add(ChecklistDraft(title: leadIn?.text, kind: .tasks, items: drafts), at: index)
      for (position, task) in tasks.enumerated() {
        guard let task else { continue }
        label(task, with: checklist.items[position].id)
      }
      return
    }
    guard let leadIn else { return }
    let kind: Checklist.Kind
    if rules.procedureLeadIns.contains(where: { leadIn.words.hasPrefix($0) }) {
      kind = .procedure
    } else if rules.checklistLeadIns.contains(where: { leadIn.words.hasPrefix($0) }) {
      kind = .leadIn
    } else {
      if isLinkLeadIn(leadIn.words) { namedLinkLists.insert(index) }
      return
    }
    let drafts = items.map { ChecklistDraft.Item(text: itemText($0), isDone: false, line: line($0)) }
    // "Gör så här" names nothing: the section does.
    add(ChecklistDraft(title: kind == .procedure ? nil : leadIn.text, kind: kind, items: drafts), at: index)
  }

  private func isLinkLeadIn(_ words: String) -> Bool {
    words.hasPrefix("lank") || words.split(separator: " ").contains { $0 == "lankar" || $0 == "lankarna" }
  }

  /// The paragraph that stands right before a list and introduces it.
  private func leadIn(before index: NodeIndex) -> (text: String, words: String)? {
    let siblings = tree.children(Int(tree.nodes[index].parent))
    guard let position = siblings.firstIndex(of: index), position > 0 else { return nil }
    let before = siblings[position - 1]
    guard tree.nodes[before].kind == .paragraph else { return nil }
    // The last sentence of the paragraph introduces the list.
    let sentences = sentences(of: before)
    guard let last = sentences.last else { return nil }
    var text = last
    while let end = text.last, ":.; ".contains(end) { text.removeLast() }
    return (text, Folding.words(last))
  }

  private struct TaskMark {
    var paragraph: NodeIndex
    var text: NodeIndex
    var isDone: Bool
  }

  /// `[ ] ` or `[x] ` at the start of an item's first paragraph, as it stands in the source.
  private func task(_ item: NodeIndex) -> TaskMark? {
    let paragraph = item + 1
    guard paragraph < Int(tree.nodes[item].end), tree.nodes[paragraph].kind == .paragraph,
      paragraph + 1 < tree.nodes.count,
      tree.nodes[paragraph + 1].kind == .text
    else { return nil }
    let literal = tree.text[tree.textRange(paragraph + 1)]
    let start = literal.startIndex
    guard literal.count > 4, literal[start] == UInt8(ascii: "["), literal[start + 2] == UInt8(ascii: "]"),
      literal[start + 3].isSpace,
      source.startsWithTask(line: Int(tree.nodes[paragraph].line), column: Int(tree.nodes[paragraph].column))
    else { return nil }
    switch literal[start + 1] {
    case 0x20: return TaskMark(paragraph: paragraph, text: paragraph + 1, isDone: false)
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return TaskMark(paragraph: paragraph, text: paragraph + 1, isDone: true)
    default: return nil
    }
  }

  private mutating func label(_ task: TaskMark, with id: String) {
    droppedPrefixes[task.text] = 4
    var enter = Markup(literal: "<label class=\"task\"><input type=\"checkbox\"")
    enter.append(attribute: "data-item", id)
    enter.append(literal: task.isDone ? " checked disabled> <span>" : " disabled> <span>")
    tree.wrapContent(task.paragraph, enter: enter, exit: Markup(literal: "</span></label>"))
  }

  /// The text of an item's own first paragraph.
  private func itemText(_ item: NodeIndex) -> String {
    let first = item + 1
    guard first < Int(tree.nodes[item].end) else { return "" }
    return tree.plainText(first)
  }
}

extension BodySource {
  /// Whether the source has the brackets of a task at this place, not an escaped one.
  fileprivate func startsWithTask(line: Int, column: Int) -> Bool {
    guard column > 0 else { return true }
    let text = lineBytes(line)
    let start = text.startIndex + column - 1
    return start < text.endIndex && text[start] == UInt8(ascii: "[")
  }
}
