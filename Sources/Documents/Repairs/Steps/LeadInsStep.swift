internal import Swedish

/// Row 6: a line that introduces a list but was swallowed by the list item above it starts a block of its own.
enum LeadInsStep {
  static func apply(to draft: inout Draft, rules: ReadingRules) {
    var found: [Int] = []
    var inList = false
    for (index, line) in draft.lines.enumerated() {
      if line.isBlank || line.isHeading {
        inList = false
      } else if line.isListItem {
        inList = true
      } else if inList, !line.isCode, line.indentation < 2, isSwallowed(index, in: draft, rules: rules) {
        found.append(index)
        inList = false
      }
    }
    if found.isEmpty { return }
    var lines: [Line] = []
    lines.reserveCapacity(draft.lines.count + found.count)
    var copied = 0
    for index in found {
      let number = draft.lines[index].number
      draft.log(.leadIns, .changed, line: number)
      lines += draft.lines[copied..<index]
      lines.append(Line(blank: number))
      copied = index
    }
    draft.lines = lines + draft.lines[copied...]
  }

  private static func isSwallowed(_ index: Int, in draft: Draft, rules: ReadingRules) -> Bool {
    guard let next = draft.nextText(after: index), draft.lines[next].isListItem else { return false }
    let text = draft.text(index)
    guard text.startsUppercase else { return false }
    let words = Folding.words(utf8: text)
    let before = draft.text(index - 1)
    if before.last == UInt8(ascii: ",") || before.last == UInt8(ascii: "-") { return false }
    if Self.duties.contains(where: { words.suffix($0.count).elementsEqual($0) }) { return true }
    // Any other sentence must be seen to begin here.
    guard !draft.lines[index - 1].endsWithLetter || before.ends(with: "”") || before.ends(with: "»") else {
      return false
    }
    return text.last == UInt8(ascii: ":") || rules.leadIns.introduces(words)
  }

  /// "X ansvarar för": never in the middle of a sentence.
  private static let duties = ["ansvarar for", "ansvarar for att", "ansvarar att"].map { Array($0.utf8) }
}
