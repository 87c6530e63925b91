internal import Diagnostics
internal import HTML
internal import Markdown

extension BodyReader {
  /// Author HTML is shown as the text it is, but for line breaks and comments.
  mutating func readHTML(_ index: NodeIndex) {
    let isBlock = tree.nodes[index].kind == .htmlBlock
    let range = contentRange(index)
    let (text, comments) = Self.withoutComments(tree.text[range])
    for comment in comments {
      repairs.append(Repair(step: nil, action: .dropped, line: line(index), before: comment.string, after: ""))
    }
    if text.allSatisfy({ $0.isSpace || $0 == UInt8(ascii: "\n") }) {
      tree.remove(index)
      return
    }
    if !isBlock, Self.isLineBreak(text[...]) {
      tree.replaceByLineBreak(index)
      return
    }
    repairs.append(Repair(step: nil, action: .warned, line: line(index), before: "", after: ""))
    let first = text.prefix { $0 != UInt8(ascii: "\n") }
    diagnostics.append(
      Diagnostic(
        .authorHTML, source.range(line: Int(tree.nodes[index].line), part: first.string),
        Message(sv: "HTML i texten visas som vanlig text.", en: "HTML in the text is shown as plain text."),
        help: Message(sv: "Skriv om det som Markdown.", en: "Rewrite it as Markdown.")))
    if comments.isEmpty {
      tree.showAsText(index)
    } else {
      var shown = Markup(literal: isBlock ? "<p>" : "")
      shown.append(text: text[...].string)
      shown.append(literal: isBlock ? "</p>" : "")
      if isBlock { tree.replaceBlock(index, with: shown) } else { tree.replaceInline(index, with: shown) }
    }
  }

  /// `<br>`, `<br/>`, `<br />`.
  private static func isLineBreak(_ text: ArraySlice<UInt8>) -> Bool {
    let letters = text.filter { !$0.isSpace }.map { $0.isUppercaseASCII ? $0 | 0x20 : $0 }
    return letters.elementsEqual("<br>".utf8) || letters.elementsEqual("<br/>".utf8)
  }

  /// The text and its whole comments; one that nothing closes would hide all that follows, and stays.
  private static func withoutComments(_ text: ArraySlice<UInt8>) -> (text: [UInt8], comments: [ArraySlice<UInt8>]) {
    var rest = text
    var kept: [UInt8] = []
    var comments: [ArraySlice<UInt8>] = []
    while let open = rest.firstRange(of: Array("<!--".utf8)),
      let close = rest[open.upperBound...].firstRange(of: Array("-->".utf8))
    {
      kept += rest[..<open.lowerBound]
      comments.append(rest[open.lowerBound..<close.upperBound])
      rest = rest[close.upperBound...]
    }
    return (kept + rest, comments)
  }
}
