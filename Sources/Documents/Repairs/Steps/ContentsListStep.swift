internal import Swedish

/// Row 10: a contents list with dots and page numbers is dropped; the site makes its own.
enum ContentsListStep {
  static func apply(to draft: inout Draft) {
    var index = 0
    while index < draft.lines.count {
      let isHeading = isContentsHeading(draft.lines[index])
      let first = isHeading ? draft.nextText(after: index) : index
      guard let first, !draft.lines[first].isCode, isEntry(draft.lines[first].bytes) else {
        index += 1
        continue
      }
      var entries: [Int] = []
      var next: Int? = first
      while let entry = next, isEntry(draft.lines[entry].bytes) {
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

  private static func isContentsHeading(_ line: Draft.Line) -> Bool {
    guard !line.isBlank, !line.isCode, line.bytes.count < 60 else { return false }
    let text = line.headingText ?? line.bytes.trimmed
    guard let first = text.first, first == UInt8(ascii: "I") || first == UInt8(ascii: "i") || first == UInt8(ascii: "*")
    else {
      return false
    }
    let words = Folding.words(text.string)
    return words == "innehall" || words == "innehallsforteckning"
  }

  /// Text, at least three dots (or ellipses), a page number.
  static func isEntry(_ bytes: ArraySlice<UInt8>) -> Bool {
    let line = bytes.trimmed
    guard line.last?.isDigit == true else { return false }
    var index = line.endIndex
    while index > line.startIndex, line[index - 1].isDigit { index -= 1 }
    var dots = 0
    while index > line.startIndex {
      switch line[index - 1] {
      case UInt8(ascii: "."): dots += 1
      case 0x20, 0x09, 0xC2, 0xA0: break
      case 0xA6 where index - 2 > line.startIndex && line[index - 2] == 0x80 && line[index - 3] == 0xE2:
        dots += 3
        index -= 2
      default: return dots >= 3 && index > line.startIndex
      }
      index -= 1
    }
    return false
  }
}
