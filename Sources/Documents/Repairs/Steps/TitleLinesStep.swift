internal import Swedish

/// Row 3: an H1 that only names the kind is taken off, and the lines after it are joined to the title.
///
/// Where front matter has a title of its own, only lines that say the same are taken.
enum TitleLinesStep {
  struct Found {
    var text: String
    var line: Int
  }

  /// `title` is the one in front matter.
  static func apply(to draft: inout Draft, _ reading: inout FactReading, title override: String?) -> Found? {
    guard let kindIndex = draft.lines.firstIndex(where: isKindHeading) else { return nil }
    let line = draft.lines[kindIndex]
    let kind = reading.add(.kind, (line.headingText ?? line.bytes.trimmed).string, at: draft.range(kindIndex))
    draft.blank(kindIndex, .titleLines, kind == .first ? .moved : .dropped)
    guard let first = draft.nextText(after: kindIndex) else { return nil }
    var lines: [Int] = []
    var index = first
    while index < draft.lines.count, lines.count < 4, isTitleLine(draft.lines[index]) {
      lines.append(index)
      index += 1
    }
    // A block of prose is no title.
    let isProse = index < draft.lines.count && lines.count == 4 && isTitleLine(draft.lines[index])
    let words = lines.map { draft.lines[$0].bytes.trimmed.string }
    let title = TitleLinesStep.joined(words)
    guard !title.isEmpty, !isProse, title.count <= 200, title.split(separator: " ").count <= 24 else { return nil }
    if let override, Folding.words(override) != Folding.words(title) { return nil }
    let found = Found(text: title, line: draft.lines[first].number)
    for line in lines { draft.blank(line, .titleLines, .moved) }
    return found
  }

  private static func isKindHeading(_ line: Draft.Line) -> Bool {
    guard !line.isBlank, !line.isCode, line.bytes.count < 40 else { return false }
    if case .heading(1) = line.start, let text = line.headingText { return DocumentKind(named: LabelScanner.clean(text)) != nil }
    guard case .text = line.start else { return false }
    let text = line.bytes.trimmed.string
    return text == text.uppercased() && DocumentKind(named: text) != nil
  }

  private static func isTitleLine(_ line: Draft.Line) -> Bool {
    !line.isBlank && !line.isCode && line.start == .text && line.bytes.count <= 120 && line.bytes.first != UInt8(ascii: "|")
      && line.bytes.first != UInt8(ascii: ">")
  }

  /// Wrapped lines as one title, without bold marks and a final full stop.
  static func joined(_ lines: [String]) -> String {
    var title = LabelScanner.clean(Array(lines.joined(separator: " ").utf8)[...])
    if title.hasSuffix("."), !title.hasSuffix("..") { title.removeLast() }
    return title
  }
}
