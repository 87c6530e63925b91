internal import Swedish

/// Row 3: an H1 that only names the kind is taken off, and the lines after it are joined to the title.
///
/// Where front matter has a title of its own, only lines that say the same are taken.
enum TitleLinesStep {
  struct Found {
    var text: String
    var line: Int
  }

  /// `override` is the title in front matter.
  static func apply(to draft: inout Draft, _ reading: inout FactReading, title override: String?) -> Found? {
    guard let kindIndex = draft.lines.indices.first(where: { isKindHeading($0, in: draft) }) else { return nil }
    let kind = (draft.headingText(kindIndex) ?? draft.text(kindIndex)).string
    let result = reading.add(.kind, kind, at: draft.range(kindIndex))
    draft.blank(kindIndex, .titleLines, result == .first ? .moved : .dropped)
    guard let first = draft.nextText(after: kindIndex) else { return nil }
    var lines: [Int] = []
    var index = first
    while index < draft.lines.count, lines.count < 4, isTitleLine(draft.lines[index]) {
      lines.append(index)
      index += 1
    }
    // A block of prose is no title.
    let isProse = index < draft.lines.count && lines.count == 4 && isTitleLine(draft.lines[index])
    let title = joined(lines.map { draft.text($0).string })
    guard !title.isEmpty, !isProse, title.utf8.count <= 240, !isLong(title), !isSentences(title)
    else {
      return nil
    }
    if let override, Folding.words(override) != Folding.words(title) { return nil }
    let found = Found(text: title, line: draft.lines[first].number)
    for line in lines { draft.blank(line, .titleLines, .moved) }
    return found
  }

  private static func isKindHeading(_ index: Int, in draft: Draft) -> Bool {
    let line = draft.lines[index]
    guard !line.isCode, !line.isBlank, line.bytes.count < 40 else { return false }
    if line.start == .heading(level: 1), let text = draft.headingText(index) {
      return DocumentKind(named: LabelScanner.clean(text)) != nil
    }
    // `RUTIN` alone on a line.
    guard line.start == .text, line.first.isUppercaseASCII else { return false }
    let text = draft.text(index)
    return !text.contains { (0x61...0x7A).contains($0) } && DocumentKind(named: text.string) != nil
  }

  private static func isTitleLine(_ line: Line) -> Bool {
    !line.isBlank && !line.isCode && line.start == .text && line.bytes.count <= 120 && line.first != UInt8(ascii: "|")
      && line.first != UInt8(ascii: ">")
  }

  /// More than 24 words; they are counted only where there are as many spaces.
  private static func isLong(_ title: String) -> Bool {
    title.utf8.count { $0 == 0x20 } >= 24 && title.split(separator: " ").count > 24
  }

  /// A full stop with a capital letter after it.
  private static func isSentences(_ title: String) -> Bool {
    guard title.utf8.dropLast().contains(UInt8(ascii: ".")) else { return false }
    let words = title.split(separator: " ")
    return zip(words, words.dropFirst()).contains { $0.last == "." && $0.count > 2 && $1.first?.isUppercase == true }
  }

  /// Wrapped lines as one title, without bold marks and a final full stop.
  static func joined(_ lines: [String]) -> String {
    var title = LabelScanner.clean(Array(lines.joined(separator: " ").utf8)[...])
    if title.hasSuffix("."), !title.hasSuffix("..") { title.removeLast() }
    return title
  }
}
