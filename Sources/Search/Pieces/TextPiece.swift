/// What a hit shows: its row, and sections with their anchors, headings and text.
enum TextPiece {
  /// Of very long texts only the beginning is shown; all of it is indexed.
  private static let sectionLimit = 6000
  private static let limit = 24_000

  /// The row and the sections: `[[address, title, number], [[anchor, heading, text], …]]`.
  static func piece(_ number: Int, of entry: SearchEntry, _ row: EntryRow) -> SearchPiece {
    let capacity = entry.sections.reduce(256) { $0 + $1.text.count + $1.text.count / 16 + 96 }
    return SearchPiece("d\(number)", capacity: capacity) { append(entry, row, to: &$0) }
  }

  private static func append(_ entry: SearchEntry, _ row: EntryRow, to out: inout [UInt8]) {
    var room = limit
    out.append(UInt8(ascii: "["))
    row.append(to: &out)
    out.append(UInt8(ascii: ","))
    out.append(list: entry.sections) { section, out in
      let text = section.text.prefix(cut(section.text, at: min(room, sectionLimit)))
      room -= text.count
      out.append(list: 0..<3) { part, out in
        switch part {
        case 0: out.append(quoted: section.anchor)
        case 1: out.append(quoted: section.title)
        default: out.append(quoted: text)
        }
      }
    }
    out.append(UInt8(ascii: "]"))
  }

  /// The last space before the limit.
  private static func cut(_ text: [UInt8], at limit: Int) -> Int {
    guard text.count > limit else { return text.count }
    return text[..<limit].lastIndex(of: UInt8(ascii: " ")) ?? 0
  }
}
