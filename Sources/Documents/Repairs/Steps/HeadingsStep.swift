/// Row 11: bold marks and a final colon are taken off headings; where bold and plain headings share a level, the plain ones stand below.
enum HeadingsStep {
  static func apply(to draft: inout Draft) {
    var boldLevel: Int?
    for index in draft.lines.indices where draft.lines[index].isHeading && !draft.lines[index].isCode {
      guard case .heading(let level) = draft.lines[index].start, let text = draft.headingText(index), !text.isEmpty
      else { continue }
      var clean = text
      let isBold = unbold(&clean)
      if clean.last == UInt8(ascii: ":") { clean = clean.dropLast().trimmed }
      if clean.isEmpty { continue }
      var newLevel = level
      if let bold = boldLevel {
        if level < bold || isBold && level == bold {
          boldLevel = isBold ? level : nil
        } else if level == bold {
          newLevel = min(6, level + 1)
        }
      } else if isBold {
        boldLevel = level
      }
      if clean.count != text.count || newLevel != level {
        draft.rewrite(index, .headings, to: Array(repeating: UInt8(ascii: "#"), count: newLevel) + [0x20] + clean)
      }
    }
  }

  /// Takes `**…**` or `__…__` off a text that is wholly bold, with a colon on either side of the marks.
  private static func unbold(_ text: inout ArraySlice<UInt8>) -> Bool {
    var inner = text
    if inner.last == UInt8(ascii: ":") { inner = inner.dropLast().trimmed }
    for mark in [UInt8(ascii: "*"), UInt8(ascii: "_")] where inner.first == mark {
      guard inner.count > 4, inner.starts(with: [mark, mark]), inner.suffix(2).elementsEqual([mark, mark]) else {
        continue
      }
      let content = inner.dropFirst(2).dropLast(2)
      if content.contains(mark) { continue }
      text = content.trimmed
      return true
    }
    return false
  }
}
