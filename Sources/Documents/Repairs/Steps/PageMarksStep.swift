/// Row 4: `1/2`, `2 [2]`, `1 (3)`, `sida 1 av 3` alone on a line, or glued to the paragraph after it, are dropped; they number the log's pages.
enum PageMarksStep {
  struct Mark: Equatable {
    var page: Int
    var total: Int
    /// Where the text after the mark begins.
    var end: Int
    /// Only a page mark looks like this: `2 [2]`, `sida 2 av 3`.
    var isCertain: Bool
  }

  static func apply(to draft: inout Draft) {
    var alone: [(index: Int, mark: Mark)] = []
    var glued: [(index: Int, mark: Mark)] = []
    for index in draft.lines.indices where !draft.lines[index].isCode && !draft.lines[index].isBlank {
      guard let mark = mark(at: draft.lines[index].bytes) else { continue }
      if mark.end == draft.lines[index].bytes.endIndex {
        alone.append((index, mark))
      } else {
        glued.append((index, mark))
      }
    }
    for (index, mark) in alone {
      draft.pageStarts.append((draft.lines[index].number, mark.page))
      draft.log(.pageMarks, .dropped, line: draft.lines[index].number, before: draft.lines[index].bytes.trimmed.string)
    }
    // A glued mark must fit among the others: the same number of pages, a page that has no mark of its own.
    for (index, mark) in glued {
      let fits = alone.contains { $0.mark.total == mark.total } && !alone.contains { $0.mark.page == mark.page }
      guard fits || mark.isCertain else { continue }
      let bytes = draft.lines[index].bytes
      draft.pageStarts.append((draft.lines[index].number, mark.page))
      draft.log(.pageMarks, .dropped, line: draft.lines[index].number, before: bytes[..<mark.end].trimmed.string)
      draft.lines[index].bytes = bytes[mark.end...].trimmed
    }
    draft.pageStarts.sort { $0.line < $1.line }
    let dropped = Set(alone.map(\.index))
    if !dropped.isEmpty {
      draft.lines = draft.lines.indices.filter { !dropped.contains($0) }.map { draft.lines[$0] }
    }
  }

  /// The page mark that a line begins with.
  static func mark(at bytes: ArraySlice<UInt8>) -> Mark? {
    var index = bytes.startIndex
    func peek() -> UInt8? { index < bytes.endIndex ? bytes[index] : nil }
    func skipSpaces() { while let byte = peek(), byte.isSpace { index += 1 } }
    func number() -> Int? {
      let start = index
      var value = 0
      while let byte = peek(), byte.isDigit, index - start < 3 {
        value = value * 10 + Int(byte - 0x30)
        index += 1
      }
      return index == start || (peek()?.isDigit ?? false) ? nil : value
    }
    func word(_ text: StaticString) -> Bool {
      let length = text.utf8CodeUnitCount
      guard bytes.endIndex - index >= length else { return false }
      let matches = text.withUTF8Buffer { zip($0, bytes[index...]).allSatisfy { $0 == ($1 | 0x20) } }
      if matches { index += length }
      return matches
    }
    skipSpaces()
    let saysPage = word("sida") || word("sid")
    if saysPage, peek() == UInt8(ascii: ".") { index += 1 }
    if saysPage { skipSpaces() }
    guard peek()?.isDigit == true, let page = number() else { return nil }
    skipSpaces()
    var close: UInt8?
    var isCertain = saysPage
    switch peek() {
    case UInt8(ascii: "/"): index += 1
    case UInt8(ascii: "["):
      index += 1
      close = UInt8(ascii: "]")
      isCertain = true
    case UInt8(ascii: "("):
      index += 1
      close = UInt8(ascii: ")")
    case UInt8(ascii: "a"), UInt8(ascii: "A"):
      guard saysPage, word("av") else { return nil }
    case nil where saysPage: return Mark(page: page, total: 0, end: index, isCertain: false)
    default: return nil
    }
    skipSpaces()
    guard let total = number(), page >= 1, page <= total else { return nil }
    skipSpaces()
    if let close {
      guard peek() == close else { return nil }
      index += 1
    }
    let gap = index
    skipSpaces()
    // Something right behind it (`1/2-tablett`) makes it a part of the text.
    guard index == bytes.endIndex || index > gap else { return nil }
    return Mark(page: page, total: total, end: index, isCertain: isCertain)
  }
}
