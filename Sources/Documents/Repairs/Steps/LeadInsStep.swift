internal import Swedish

/// Row 6: a line that introduces a list but was swallowed by the list item above it starts a block of its own.
enum LeadInsStep {
  static func apply(to draft: inout Draft, rules: ReadingRules) {
    var found: [Int] = []
    var inList = false
    for index in draft.lines.indices {
      let line = draft.lines[index]
      if line.isBlank {
        inList = false
      } else if line.isListItem {
        inList = true
      } else if inList, isSwallowed(index, in: draft, rules: rules) {
        found.append(index)
        inList = false
      } else if case .heading = line.start {
        inList = false
      }
    }
    for index in found.reversed() {
      draft.log(.leadIns, .changed, line: draft.lines[index].number)
      draft.lines.insert(Draft.Line(number: draft.lines[index].number, bytes: [], isCode: false), at: index)
    }
  }

  private static func isSwallowed(_ index: Int, in draft: Draft, rules: ReadingRules) -> Bool {
    let line = draft.lines[index]
    guard !line.isCode, line.bytes.indentation < 2, let next = draft.nextText(after: index),
      draft.lines[next].isListItem
    else {
      return false
    }
    let text = line.bytes.trimmed
    guard let first = text.string.unicodeScalars.first, first.properties.isUppercase else { return false }
    let before = draft.lines[index - 1].bytes.trimmed
    guard let last = before.last, !last.isLetter || before.ends(with: "”") || before.ends(with: "»"),
      last != UInt8(ascii: ","), last != UInt8(ascii: "-")
    else { return false }
    if text.last == UInt8(ascii: ":") { return true }
    let words = Folding.words(text.string)
    return words.hasSuffix("ansvarar for") || words.hasSuffix("ansvarar for att") || words.hasSuffix("ansvarar att")
      || (rules.checklistLeadIns + rules.procedureLeadIns).contains { words.hasPrefix($0) }
  }
}
