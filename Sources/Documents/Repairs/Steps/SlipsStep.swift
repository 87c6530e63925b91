internal import Diagnostics

/// Row 13: words from the editor's list of slips, and doubled words, are reported and never changed.
enum SlipsStep {
  static func apply(to draft: inout Draft, slips: SlipList) {
    for index in draft.lines.indices {
      let line = draft.lines[index]
      if line.isBlank || line.isCode { continue }
      for finding in slips.findings(in: draft.buffer, line.text) {
        draft.log(.slips, .warned, line: line.number)
        let start = line.bytes.lowerBound
        let range = draft.range(index, from: finding.range.lowerBound - start, to: finding.range.upperBound - start)
        draft.diagnostics.append(diagnostic(finding, written: draft.buffer[finding.written].string, range))
      }
    }
  }

  private static func diagnostic(_ finding: SlipList.Finding, written: String, _ range: SourceRange) -> Diagnostic {
    let message =
      finding.right.map { right in
        Message(
          sv: "”\(written)” kan vara en felskrivning för ”\(right)”.", en: "“\(written)” may be a slip for “\(right)”.")
      }
      ?? Message(sv: "”\(written)” står två gånger i rad.", en: "“\(written)” stands twice in a row.")
    return Diagnostic(
      .suspectedSlip, range, message,
      help: Message(
        sv: "Rätta i dokumentet om det är fel; texten visas som den är skriven.",
        en: "Correct the document if it is wrong; the text is shown as it is written."))
  }
}
