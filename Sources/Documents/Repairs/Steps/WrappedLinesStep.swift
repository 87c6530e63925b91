/// Row 7: what is one sentence stays one block: a blank line that a page break left inside it is closed,
/// and a wrapped line that only looks like a list item (`2023. Därefter`) stays text.
enum WrappedLinesStep {
  static func apply(to draft: inout Draft) {
    var closed: Set<Int> = []
    var index = 0
    while index < draft.lines.count {
      if !draft.lines[index].isBlank {
        keepAsText(index, in: &draft)
        index += 1
        continue
      }
      let start = index
      while index < draft.lines.count, draft.lines[index].isBlank { index += 1 }
      guard start > 0, index < draft.lines.count, isBroken(draft.lines[start - 1], draft.lines[index]) else { continue }
      draft.log(.wrappedLines, .changed, line: draft.lines[start].number)
      closed.formUnion(start..<index)
    }
    if !closed.isEmpty { draft.lines = draft.lines.indices.filter { !closed.contains($0) }.map { draft.lines[$0] } }
  }

  /// Whether a sentence goes on across the gap.
  private static func isBroken(_ before: Draft.Line, _ after: Draft.Line) -> Bool {
    guard !before.isCode, !after.isCode, after.start == .text, after.bytes.indentation < 4,
      startsLowercase(after.bytes.trimmed)
    else {
      return false
    }
    if case .heading = before.start { return false }
    let text = before.bytes.trimmed
    guard text.count >= 25, let last = text.last, !text.contains(UInt8(ascii: "|")) else { return false }
    return last.isLetter && !text.ends(with: "”") && !text.ends(with: "…") && !text.ends(with: "»") || last.isDigit
      || last == UInt8(ascii: ",")
  }

  private static func startsLowercase(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    if (0x61...0x7A).contains(first) { return true }
    return text.starts(with: "å") || text.starts(with: "ä") || text.starts(with: "ö")
  }

  private static func keepAsText(_ index: Int, in draft: inout Draft) {
    guard index > 0, draft.lines[index].bytes.first?.isDigit == true,
      case .ordered(let number, _, _) = draft.lines[index].start, number >= 100,
      !draft.lines[index].isCode, let last = draft.lines[index - 1].bytes.trimmed.last,
      last.isLetter || last == UInt8(ascii: ",")
    else { return }
    if case .heading = draft.lines[index - 1].start { return }
    let bytes = draft.lines[index].bytes
    let digits = bytes.prefix { $0.isDigit }
    draft.rewrite(index, .wrappedLines, to: Array(digits) + [UInt8(ascii: "\\")] + bytes.dropFirst(digits.count))
  }
}
