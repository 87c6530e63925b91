internal import Diagnostics

/// Row 15: a text that ends in the middle of a sentence, or with a lead-in that nothing follows, is shown as it is and reported.
enum AbruptEndStep {
  static func apply(to draft: inout Draft) {
    guard let index = draft.previousText(before: draft.lines.count) else { return }
    let line = draft.lines[index]
    guard !line.isCode, endsAbruptly(line, draft.text(index), in: draft, at: index) else { return }
    draft.log(.abruptEnd, .warned, line: line.number)
    draft.diagnostics.append(
      Diagnostic(
        .abruptEnd, draft.range(index),
        Message(sv: "Texten slutar tvärt.", en: "The text ends abruptly."),
        help: Message(
          sv: "Kontrollera mot originalet om något fattas; avsluta annars meningen med punkt.",
          en: "Check against the original whether something is missing; otherwise end the sentence with a full stop.")))
  }

  private static func endsAbruptly(_ line: Line, _ text: ArraySlice<UInt8>, in draft: Draft, at index: Int) -> Bool {
    switch line.start {
    case .heading: return true
    case .bullet, .ordered: return text.last == UInt8(ascii: ":")
    case .text: break
    }
    guard let last = text.last else { return false }
    if last == UInt8(ascii: ":") { return true }
    // A link definition, an address or a number needs no full stop.
    if text.contains(UInt8(ascii: "@")) || text.contains(UInt8(ascii: "|")) || text.starts(with: "[") { return false }
    guard last.isLetter, !text.ends(with: "”"), !text.ends(with: "…"), !text.ends(with: "»") else { return false }
    // The last line of a list item that was wrapped is not the end of a sentence either.
    var start = index
    while start > 0, !draft.lines[start - 1].isBlank, !draft.lines[start].isListItem { start -= 1 }
    return !draft.lines[start].isListItem
  }
}
