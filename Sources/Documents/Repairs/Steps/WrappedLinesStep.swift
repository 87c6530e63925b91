/// Row 7: what is one sentence stays one block: a blank line that a page break left inside it is closed,
/// and a wrapped line that only looks like a list item (`2023. Därefter`) stays text.
enum WrappedLinesStep {
  static func apply(to draft: inout Draft) {
    var closed: [Int] = []
    var index = 0
    while index < draft.lines.count {
      if !draft.lines[index].isBlank {
        if draft.lines[index].first.isDigit { keepAsText(index, in: &draft) }
        index += 1
        continue
      }
      let start = index
      while index < draft.lines.count, draft.lines[index].isBlank { index += 1 }
      guard start > 0, index < draft.lines.count, isBroken(start - 1, index, in: draft) else { continue }
      draft.log(.wrappedLines, .changed, line: draft.lines[start].number)
      closed += start..<index
    }
    draft.removeLines(closed)
  }

  /// Whether a sentence goes on across the gap.
  private static func isBroken(_ before: Int, _ after: Int, in draft: Draft) -> Bool {
    let (above, below) = (draft.lines[before], draft.lines[after])
    guard !above.isCode, !below.isCode, below.start == .text, below.indentation < 4, !above.isHeading,
      above.text.count >= 25,
      !above.holds.contains(.pipe), above.endsWithLetter || above.last.isDigit || above.last == UInt8(ascii: ","),
      draft.text(after).startsLowercase
    else { return false }
    let text = draft.text(before)
    if text.ends(with: "”") || text.ends(with: "…") || text.ends(with: "»") { return false }
    // `e-post: …` is an entry of its own.
    let word = draft.text(after).prefix { !$0.isSpace }
    return word.last != UInt8(ascii: ":") && !word.contains(UInt8(ascii: "@"))
  }

  private static func keepAsText(_ index: Int, in draft: inout Draft) {
    guard index > 0, draft.lines[index].indentation == 0, case .ordered(let number, _, _) = draft.lines[index].start,
      number >= 100,
      !draft.lines[index].isCode, !draft.lines[index - 1].isHeading
    else { return }
    let above = draft.lines[index - 1]
    guard above.endsWithLetter || above.last == UInt8(ascii: ",") else { return }
    let bytes = draft.bytes(index)
    let digits = bytes.prefix { $0.isDigit }
    draft.rewrite(index, .wrappedLines, to: Array(digits) + [UInt8(ascii: "\\")] + bytes.dropFirst(digits.count))
  }
}
