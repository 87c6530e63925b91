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
      let checklist = add(ChecklistDraft(title: leadIn.map { title($0) }, kind: .tasks, items: drafts), at: index)
      for (position, task) in tasks.enumerated() {
        guard let task else { continue }
        label(task, with: checklist.items[position].id)
      }
      return
    }
    guard let leadIn else { return }
    let words = Folding.words(utf8: tree.text[leadIn])
    guard let kind = rules.leadIns.kind(of: words) else {
      if Self.introducesLinks(words) { namedLinkLists.insert(index) }
      return
    }
    let drafts = items.map { ChecklistDraft.Item(text: itemText($0), isDone: false, line: line($0)) }
    // "Gör så här" names nothing: the section does.
    add(ChecklistDraft(title: kind == .procedure ? nil : title(leadIn), kind: kind, items: drafts), at: index)
  }

  private static func introducesLinks(_ words: [UInt8]) -> Bool {
    guard let first = words.firstRange(of: beginningOfLinks) else { return false }
    return first.lowerBound == 0
      || words.split(separator: 0x20).contains { $0.elementsEqual("lankar".utf8) || $0.elementsEqual("lankarna".utf8) }
  }

  private static let beginningOfLinks = Array("lank".utf8)

  /// The last sentence of the paragraph that stands right before a list; bytes of `tree.text`.
  private func leadIn(before index: NodeIndex) -> Range<Int>? {
    let parent = Int(tree.nodes[index].parent)
    var before = index - 1
    guard before != parent else { return nil }
    while Int(tree.nodes[before].parent) != parent { before = Int(tree.nodes[before].parent) }
    return tree.nodes[before].kind == .paragraph ? lastSentence(of: before) : nil
  }

  private func title(_ leadIn: Range<Int>) -> String {
    var text = tree.text[leadIn]
    while let end = text.last, end.isOne(of: ":.; ") { text.removeLast() }
    return text.string
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
  func itemText(_ item: NodeIndex) -> String {
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
