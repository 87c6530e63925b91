internal import Diagnostics
internal import Swedish

/// Row 12: a word parted at the line's end is joined when that is certain, reported when it is not.
///
/// Certain: the whole word stands elsewhere in the text, or the first part is an abbreviation (`IT-`), which keeps its hyphen.
/// `lås- eller` at a line's end is no parted word and stays.
enum HyphenationStep {
  static func apply(to draft: inout Draft) {
    let candidates = draft.lines.indices.dropLast().filter { index in
      let line = draft.lines[index]
      guard !line.isCode, line.bytes.last == UInt8(ascii: "-") || line.bytes.trimmed.last == UInt8(ascii: "-") else {
        return false
      }
      let text = line.bytes.trimmed
      guard text.count > 2, text[text.endIndex - 2].isLetter else { return false }
      let next = draft.lines[index + 1]
      return !next.isBlank && !next.isCode && next.start == .text
    }
    if candidates.isEmpty { return }
    let words = vocabulary(of: draft)
    for index in candidates.reversed() { join(index, knowing: words, in: &draft) }
  }

  private static func join(_ index: Int, knowing words: Set<Substring>, in draft: inout Draft) {
    let line = draft.lines[index].bytes.string
    let next = draft.lines[index + 1].bytes.trimmed.string
    let text = line.dropLast(while: { $0 == " " || $0 == "\t" }).dropLast()
    let head = text.suffix(while: { $0.isLetter || $0.isNumber })
    let tail = next.prefix(while: { $0.isLetter || $0.isNumber })
    guard !head.isEmpty, !tail.isEmpty, tail.first?.isLowercase == true else { return }
    if ["och", "eller", "samt", "respektive", "till"].contains(tail) { return }
    let whole = head.lowercased() + tail
    let joined: String
    if words.contains(whole[...]) {
      joined = String(text + tail)
    } else if head.count > 1, head.allSatisfy({ $0.isUppercase || $0.isNumber }) {
      joined = String(text + "-" + tail)
    } else {
      let number = draft.lines[index].number
      draft.log(.hyphenation, .warned, line: number)
      draft.diagnostics.append(
        Diagnostic(
          .uncertainHyphen, draft.range(index, from: text.utf8.count - head.utf8.count, to: text.utf8.count + 1),
          Message(
            sv: "”\(head)-” står sist på raden; det är osäkert om ordet är ”\(whole)”.",
            en: "“\(head)-” ends the line; it is uncertain whether the word is “\(whole)”."),
          help: Message(
            sv: "Skriv ihop ordet om det är avstavat; annars flytta ner bindestrecket på samma rad som fortsättningen.",
            en: "Join the word if it was hyphenated; otherwise keep the hyphen and its continuation on one line.")))
      return
    }
    let rest = next.dropFirst(tail.count)
    draft.log(
      .hyphenation, .changed, line: draft.lines[index].number, before: "\(head)- \(tail)",
      after: String(joined.dropFirst(text.count - head.count)))
    // Punctuation right after the word stays with it; the following words keep their line.
    let glued = rest.prefix { $0 != " " && $0 != "\t" }
    draft.lines[index].bytes = Array((joined + glued).utf8)[...]
    draft.lines[index + 1].bytes = Array(rest.dropFirst(glued.count).utf8)[...].trimmed
    if draft.lines[index + 1].isBlank { draft.lines.remove(at: index + 1) }
  }

  private static func vocabulary(of draft: Draft) -> Set<Substring> {
    var words: Set<Substring> = []
    for line in draft.lines {
      words.formUnion(line.bytes.string.lowercased().split { !$0.isLetter && !$0.isNumber })
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
