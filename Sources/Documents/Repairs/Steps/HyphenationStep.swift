internal import Diagnostics
internal import Swedish

/// Row 12: a word parted at the line's end is joined when that is certain, reported when it is not.
///
/// Certain: the whole word stands elsewhere in the text, the hyphen is a soft one, or the first part is an abbreviation (`IT-`), which
/// keeps its hyphen. `lås- eller` at a line's end is no parted word and stays.
enum HyphenationStep {
  static func apply(to draft: inout Draft) {
    let candidates = draft.lines.indices.dropLast().filter { mayBeParted($0, in: draft) }
    if candidates.isEmpty { return }
    let words = vocabulary(of: draft)
    var emptied: [Int] = []
    for index in candidates.reversed() {
      join(index, knowing: words, in: &draft)
      if draft.lines[index + 1].isBlank { emptied.append(index + 1) }
    }
    draft.removeLines(emptied.reversed())
  }

  private static func mayBeParted(_ index: Int, in draft: Draft) -> Bool {
    let (line, next) = (draft.lines[index], draft.lines[index + 1])
    guard line.last == UInt8(ascii: "-") || line.last == 0xAD, !line.isCode, !next.isBlank, !next.isCode,
      next.start == .text
    else {
      return false
    }
    let text = draft.text(index)
    return text.count > 2 && (text.ends(with: "\u{AD}") || text[text.endIndex - 2].isLetter)
  }

  private static func join(_ index: Int, knowing words: Set<Substring>, in draft: inout Draft) {
    let line = draft.bytes(index).string
    let next = draft.text(index + 1).string
    let text = line.dropLast(while: { $0 == " " || $0 == "\t" }).dropLast()
    let head = text.suffix(while: { $0.isLetter || $0.isNumber })
    let tail = next.prefix(while: { $0.isLetter || $0.isNumber })
    guard !head.isEmpty, !tail.isEmpty, tail.first?.isLowercase == true else { return }
    if ["och", "eller", "samt", "respektive", "till"].contains(tail) { return }
    let whole = head.lowercased() + tail
    let joined: String
    if draft.lines[index].last == 0xAD || words.contains(whole[...]) {
      joined = String(text + tail)
    } else if head.count > 1, head.allSatisfy({ $0.isUppercase || $0.isNumber }) {
      joined = String(text + "-" + tail)
    } else {
      let start = text.utf8.count - head.utf8.count
      report("\(head)", whole, draft.range(index, from: start, to: text.utf8.count + 1), in: &draft)
      return
    }
    let rest = next.dropFirst(tail.count)
    draft.log(
      .hyphenation, .changed, line: draft.lines[index].number, before: "\(head)- \(tail)",
      after: String(joined.dropFirst(text.count - head.count)))
    // Punctuation right after the word stays with it; the following words keep their line.
    let glued = rest.prefix { $0 != " " && $0 != "\t" }
    draft.set(index, to: (joined + glued).utf8)
    draft.set(index + 1, to: rest.dropFirst(glued.count).drop { $0 == " " || $0 == "\t" }.utf8)
  }

  private static func report(_ head: String, _ whole: String, _ range: SourceRange, in draft: inout Draft) {
    draft.log(.hyphenation, .warned, line: range.line)
    draft.diagnostics.append(
      Diagnostic(
        .uncertainHyphen, range,
        Message(
          sv: "”\(head)-” står sist på raden; det är osäkert om ordet är ”\(whole)”.",
          en: "“\(head)-” ends the line; it is uncertain whether the word is “\(whole)”."),
        help: Message(
          sv: "Skriv ihop ordet om det är avstavat; annars flytta ner bindestrecket på samma rad som fortsättningen.",
          en: "Join the word if it was hyphenated; otherwise keep the hyphen and its continuation on one line.")))
  }

  private static func vocabulary(of draft: Draft) -> Set<Substring> {
    var words: Set<Substring> = []
    for index in draft.lines.indices {
      words.formUnion(draft.bytes(index).string.lowercased().split { !$0.isLetter && !$0.isNumber })
    }
    return words
  }
}

extension StringProtocol {
  fileprivate func dropLast(while isDropped: (Character) -> Bool) -> SubSequence {
    var end = endIndex
    while end > startIndex, isDropped(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }

  fileprivate func suffix(while isKept: (Character) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, isKept(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
