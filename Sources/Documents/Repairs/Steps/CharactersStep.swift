internal import Diagnostics

/// Row 12: decomposed letters are composed; glyphs that stand for list marks become list marks; other private-use glyphs are reported.
enum CharactersStep {
  private enum Mark {
    case bullet, open, done

    var markdown: String {
      switch self {
      case .bullet: "- "
      case .open: "- [ ] "
      case .done: "- [x] "
      }
    }
  }

  private static func mark(_ scalar: Unicode.Scalar) -> Mark? {
    switch scalar {
    case "•", "➢", "✓", "✔", "▪", "●", "◦", "‣", "\u{F0B7}", "\u{F0A7}", "\u{F0D8}", "\u{F0FC}": .bullet
    case "☐", "□", "\u{F0A8}", "\u{F06F}", "\u{F071}": .open
    case "☑", "☒", "\u{F0FE}": .done
    default: nil
    }
  }

  static func apply(to draft: inout Draft) {
    for index in draft.lines.indices where mayNeedRepair(index, in: draft) {
      let old = draft.bytes(index).string
      let isTakenApart = draft.lines[index].holds.contains(.combining)
      var scalars = isTakenApart ? Composition.composed(old.unicodeScalars) : old.unicodeScalars
      replaceMark(in: &scalars)
      let new = String(scalars)
      if !new.utf8.elementsEqual(old.utf8) { draft.rewrite(index, .characters, to: Array(new.utf8)) }
      if draft.lines[index].holds.contains(.privateUse) { reportPrivateUse(index, scalars, in: &draft) }
    }
  }

  private static func mayNeedRepair(_ index: Int, in draft: Draft) -> Bool {
    let line = draft.lines[index]
    if line.isCode { return false }
    // Glyphs are three bytes that begin with E2 or EF.
    if !line.holds.isDisjoint(with: [.combining, .privateUse]) || line.first == 0xE2 { return true }
    guard case .bullet(let offset) = line.start, line.first != UInt8(ascii: "+") else { return false }
    return draft.bytes(index).dropFirst(offset).first == 0xE2
  }

  private static func replaceMark(in scalars: inout String.UnicodeScalarView) {
    guard let first = scalars.firstIndex(where: { $0 != " " && $0 != "\t" }) else { return }
    var glyph = first
    // `- ☐ text`: the list mark is there already.
    if scalars[first] == "-" || scalars[first] == "*",
      let next = scalars[scalars.index(after: first)...].firstIndex(where: { $0 != " " }), mark(scalars[next]) != nil
    {
      glyph = next
    }
    guard let mark = mark(scalars[glyph]) else { return }
    var end = scalars.index(after: glyph)
    while end < scalars.endIndex, [" ", "\t", "\u{A0}"].contains(scalars[end]) { end = scalars.index(after: end) }
    scalars.replaceSubrange(first..<end, with: mark.markdown.unicodeScalars)
  }

  private static func reportPrivateUse(_ index: Int, _ scalars: String.UnicodeScalarView, in draft: inout Draft) {
    for (offset, scalar) in scalars.enumerated() where (0xE000...0xF8FF).contains(scalar.value) {
      let line = draft.lines[index].number
      draft.log(.characters, .warned, line: line)
      let code = String(scalar.value, radix: 16, uppercase: true)
      draft.diagnostics.append(
        Diagnostic(
          .privateUseGlyph,
          SourceRange(file: draft.file, line: line, column: offset + 1, endColumn: offset + 2),
          Message(
            sv: "Tecknet U+\(code) finns bara i vissa typsnitt och syns inte för läsaren.",
            en: "The character U+\(code) exists in some fonts only and cannot be seen by the reader."),
          help: Message(sv: "Ersätt det med ett vanligt tecken eller ta bort det.", en: "Replace or remove it.")))
    }
  }
}
