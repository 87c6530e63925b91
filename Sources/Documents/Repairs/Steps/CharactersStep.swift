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
    for index in draft.lines.indices {
      let line = draft.lines[index]
      if line.isCode || !line.bytes.contains(where: { $0 >= 0xCC }) { continue }
      let old = line.bytes.string
      var scalars = compose(old.unicodeScalars)
      replaceMark(in: &scalars)
      let new = String(scalars)
      if !new.utf8.elementsEqual(old.utf8) { draft.rewrite(index, .characters, to: Array(new.utf8)) }
      reportPrivateUse(index, scalars, in: &draft)
    }
  }

  private static func replaceMark(in scalars: inout String.UnicodeScalarView) {
    guard let first = scalars.firstIndex(where: { $0 != " " && $0 != "\t" }) else { return }
    var glyph = first
    // `- ☐ text`: the list mark is there already.
    if scalars[first] == "-" || scalars[first] == "*",
      let next = scalars[scalars.index(after: first)...].firstIndex(where: { $0 != " " }),
      mark(scalars[next]) != nil
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
      draft.log(.characters, .warned, line: line, before: "")
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

  /// Base letters with the combining marks of Latin text, as Unicode's canonical composition has them.
  private static let composed: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = {
    let table: [(mark: Unicode.Scalar, pairs: String)] = [
      ("\u{308}", "aäoöuüeëiïyÿAÄOÖUÜEËIÏYŸ"), ("\u{30A}", "aåAÅuůUŮ"),
      ("\u{301}", "eéaáiíoóuúyýcćnńsśzźEÉAÁIÍOÓUÚYÝCĆNŃSŚZŹ"), ("\u{300}", "aàeèiìoòuùAÀEÈIÌOÒUÙ"),
      ("\u{302}", "aâeêiîoôuûAÂEÊIÎOÔUÛ"), ("\u{303}", "nñaãoõNÑAÃOÕ"), ("\u{327}", "cçsşCÇSŞ"),
      ("\u{30C}", "sšzžcčrřnňeěSŠZŽCČRŘNŇEĚ"),
    ]
    var result: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = [:]
    for (mark, pairs) in table {
      let letters = Array(pairs.unicodeScalars)
      for index in stride(from: 0, to: letters.count - 1, by: 2) {
        result[mark, default: [:]][letters[index]] = letters[index + 1]
      }
    }
    return result
  }()

  private static func compose(_ scalars: String.UnicodeScalarView) -> String.UnicodeScalarView {
    guard scalars.contains(where: { (0x300...0x36F).contains($0.value) }) else { return scalars }
    var out = String.UnicodeScalarView()
    for scalar in scalars {
      if (0x300...0x36F).contains(scalar.value), let last = out.last, let letter = composed[scalar]?[last] {
        out.removeLast()
        out.append(letter)
      } else {
        out.append(scalar)
      }
    }
    return out
  }
}
