internal import Diagnostics

extension HeaderFactsStep {
  /// Lines with labels, in the header zone and where they name the document itself.
  mutating func takeLabels(from draft: inout Draft) {
    for index in draft.lines.indices {
      let line = draft.lines[index]
      guard line.start == .text || line.first == UInt8(ascii: "*"), !line.isBlank, !line.isCode, line.indentation < 4,
        !taken[index],
        LabelScanner.mayBegin(draft.text(index))
      else { continue }
      if let span = LabelScanner.span(in: draft.text(index)) {
        take(index, reading.add(span: span, at: draft.range(index)), from: &draft)
        continue
      }
      let findings = LabelScanner.findings(in: draft.bytes(index))
      if findings.isEmpty || !counts(findings, at: index, in: draft) { continue }
      var result = FactReading.Result.repeated
      for finding in findings {
        let value = complete(finding, at: index, in: &draft)
        result = max(result, reading.add(finding.field, value, at: draft.range(index, from: finding.offset)))
      }
      take(index, result, from: &draft)
    }
  }

  /// A value whose bracket is closed on the next line goes on there.
  private mutating func complete(_ finding: LabelScanner.Finding, at index: Int, in draft: inout Draft) -> String {
    let value = finding.value.utf8
    guard value.first == UInt8(ascii: "["), !value.contains(UInt8(ascii: "]")), index + 1 < draft.lines.count else {
      return finding.value
    }
    let next = draft.lines[index + 1]
    guard next.last == UInt8(ascii: "]"), !next.isCode, next.start == .text, next.first != UInt8(ascii: "["),
      !draft.text(index + 1).contains(UInt8(ascii: "[")), LabelScanner.findings(in: draft.bytes(index + 1)).isEmpty
    else { return finding.value }
    let whole = finding.value + " " + draft.text(index + 1).string
    draft.blank(index + 1, .headerFacts, .moved)
    taken[index + 1] = true
    return whole
  }

  private func counts(_ findings: [LabelScanner.Finding], at index: Int, in draft: Draft) -> Bool {
    if index < zoneEnd || findings.count > 1 || findings.contains(where: \.isCertain) { return true }
    if index > 0, taken[index - 1] { return true }
    // Two labels together are a block of facts, wherever they stand.
    return [draft.previousText(before: index), draft.nextText(after: index)].contains { neighbour in
      guard let neighbour, abs(neighbour - index) <= 2 else { return false }
      return taken[neighbour] || LabelScanner.findings(in: draft.bytes(neighbour)).contains(where: \.isCertain)
    }
  }
}
