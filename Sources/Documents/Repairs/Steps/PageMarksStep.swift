/// Row 4: `1/2`, `2 [2]`, `1 (3)`, `sida 1 av 3` alone on a line, or glued to the paragraph after it, are dropped; they number the
/// log's pages.
enum PageMarksStep {
  private struct Found {
    var index: Int
    var mark: PageMark
  }

  static func apply(to draft: inout Draft) {
    var alone: [Found] = []
    var glued: [Found] = []
    for (index, line) in draft.lines.enumerated() where PageMark.mayBegin(with: line.first) && !line.isCode {
      guard let mark = PageMark(draft.text(index)) else { continue }
      if mark.length == line.text.count {
        alone.append(Found(index: index, mark: mark))
      } else if mark.isCertain || draft.text(index).dropFirst(mark.length).trimmed.startsLikeText {
        glued.append(Found(index: index, mark: mark))
      }
    }
    if alone.isEmpty, glued.isEmpty { return }
    let totals = Set(alone.map(\.mark.total))
    let pages = Set(alone.map(\.mark.page))
    for found in alone { note(found, draft.text(found.index), in: &draft) }
    // A glued mark must fit among the others: the same number of pages, a page that has no mark of its own.
    for found in glued
    where found.mark.isCertain || totals.contains(found.mark.total) && !pages.contains(found.mark.page) {
      note(found, draft.text(found.index).prefix(found.mark.length).trimmed, in: &draft)
      let offset = draft.lines[found.index].text.lowerBound - draft.lines[found.index].bytes.lowerBound
      draft.dropPrefix(found.index, count: offset + found.mark.length)
    }
    draft.pageStarts.sort { $0.line < $1.line }
    draft.removeLines(alone.map(\.index))
  }

  private static func note(_ found: Found, _ text: ArraySlice<UInt8>, in draft: inout Draft) {
    let line = draft.lines[found.index].number
    draft.pageStarts.append((line, found.mark.page))
    draft.log(.pageMarks, .dropped, line: line, before: text.string)
  }
}

extension ArraySlice<UInt8> {
  /// A capital letter, or a mark of Markdown: `1/2 tablett` begins with neither.
  fileprivate var startsLikeText: Bool {
    guard let first else { return false }
    return startsUppercase || first.isOne(of: "#-*>|")
  }
}
