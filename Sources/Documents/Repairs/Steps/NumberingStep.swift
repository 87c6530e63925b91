internal import Diagnostics

/// Row 8: a numbered list that goes on from a list before it, although a heading stands between, restarts at 1.
enum NumberingStep {
  static func apply(to draft: inout Draft) {
    var last = 0
    /// The numbers at which the lists so far ended.
    var ends: Set<Int> = []
    var offset = 0
    var headingSince = false
    for index in draft.lines.indices where !draft.lines[index].isCode {
      switch draft.lines[index].start {
      case .heading:
        headingSince = true
        offset = 0
        ends.insert(last)
      case .ordered(let number, let mark, _) where mark < 2:
        if number == 1 || headingSince { ends.insert(last) }
        if headingSince, number > 1, ends.contains(number - 1) {
          offset = number - 1
          warn(index, from: number, in: &draft)
        } else if offset > 0, number != last + 1 {
          offset = 0
        }
        headingSince = false
        last = number
        if offset > 0 { renumber(index, number - offset, markOffset: mark, in: &draft) }
      default: continue
      }
    }
  }

  private static func renumber(_ index: Int, _ number: Int, markOffset: Int, in draft: inout Draft) {
    let bytes = draft.bytes(index)
    let mark = bytes.dropFirst(markOffset)
    let digits = mark.prefix { $0.isDigit }
    // The text keeps its column, so that what is nested below stays nested.
    let padding = digits.count - String(number).utf8.count
    var rest = Array(mark.dropFirst(digits.count))
    rest.insert(contentsOf: repeatElement(0x20, count: max(0, padding)), at: 1)
    draft.rewrite(index, .numbering, to: Array(bytes.prefix(markOffset)) + Array(String(number).utf8) + rest)
  }

  private static func warn(_ index: Int, from number: Int, in draft: inout Draft) {
    draft.diagnostics.append(
      Diagnostic(
        .continuedNumbering, draft.range(index, to: 2),
        Message(
          sv: "Listan börjar på \(number) fast en ny rubrik står före; på sidan börjar den på 1.",
          en: "The list begins at \(number) although a new heading stands before it; on the page it begins at 1."),
        help: Message(sv: "Numrera om listan från 1 i dokumentet.", en: "Number the list from 1 in the document.")))
  }
}
