internal import Swedish

/// Row 10: a contents list with dots and page numbers is dropped; the site makes its own.
enum ContentsListStep {
  static func apply(to draft: inout Draft) {
    var index = 0
    while index < draft.lines.count {
      let isHeading = isContentsHeading(index, in: draft)
      let first = isHeading ? draft.nextText(after: index) : index
      guard let first, isEntry(first, in: draft) else {
        index += 1
        continue
      }
      var entries: [Int] = []
      var next: Int? = first
      while let entry = next, isEntry(entry, in: draft) {
        entries.append(entry)
        next = draft.nextText(after: entry)
      }
      if isHeading || entries.count >= 3 {
        if isHeading { draft.blank(index, .contentsList, .dropped) }
        for entry in entries { draft.blank(entry, .contentsList, .dropped) }
      }
      index = (entries.last ?? index) + 1
    }
  }

  private static func isContentsHeading(_ index: Int, in draft: Draft) -> Bool {
    let line = draft.lines[index]
    guard !line.isBlank, !line.isCode, line.bytes.count < 60, line.isHeading || line.first.isOne(of: "Ii*") else {
      return false
    }
    let text = draft.headingText(index) ?? draft.text(index)
    guard let first = text.first, first.isOne(of: "Ii*_0123456789") else { return false }
    let words = Folding.words(utf8: text)
    return words.elementsEqual("innehall".utf8) || words.elementsEqual("innehallsforteckning".utf8)
  }

  /// Text, at least three dots (or an ellipsis), a page number.
  private static func isEntry(_ index: Int, in draft: Draft) -> Bool {
    let line = draft.lines[index]
    guard line.last.isDigit, !line.isCode else { return false }
    let text = draft.text(index)
    var end = text.endIndex
    while end > text.startIndex, text[end - 1].isDigit { end -= 1 }
    var dots = 0
    while end > text.startIndex {
      if text[end - 1] == UInt8(ascii: ".") {
        dots += 1
      } else if text[..<end].ends(with: "…") {
        dots += 3
        end -= 2
      } else if text[..<end].ends(with: "\u{A0}") {
        end -= 1
      } else if !text[end - 1].isSpace {
        return dots >= 3
      }
      end -= 1
    }
    return false
  }
}
