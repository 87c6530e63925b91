internal import Diagnostics
internal import Swedish

/// Rows 2, 5 and 14: takes header labels, rules between them, organisation lines and the contact block out of the text;
/// says which lines repeat what is known.
///
/// The header zone lasts until the first section heading or the first real sentence. There any label counts; further on only those
/// that name the document itself, or labels that stand together.
struct HeaderFactsStep {
  private let rules: ReadingRules
  private var reading: FactReading
  private var zoneEnd = 0
  /// Lines that were taken, by index.
  private var taken: Set<Int> = []
  private var ruleLines: [Int] = []

  static func apply(to draft: inout Draft, rules: ReadingRules, knowing reading: FactReading) -> FactReading {
    var step = HeaderFactsStep(rules: rules, reading: reading)
    step.zoneEnd = step.endOfZone(in: draft)
    step.takeContactBlock(from: &draft)
    step.takeLabels(from: &draft)
    step.takeOrganisations(from: &draft)
    step.takeRules(from: &draft)
    step.takeLoneDates(from: &draft)
    step.takeEmptyFactHeadings(from: &draft)
    return step.reading
  }

  private init(rules: ReadingRules, reading: FactReading) {
    self.rules = rules
    self.reading = reading
  }

  // MARK: The zone

  private static let factHeadings: Set<String> = ["om dokumentet", "dokumentinformation", "dokumentuppgifter", "uppgifter om dokumentet"]

  private func endOfZone(in draft: Draft) -> Int {
    for index in draft.lines.indices {
      let line = draft.lines[index]
      if line.isBlank { continue }
      if line.isCode { return index }
      switch line.start {
      case .heading(let level):
        guard let text = line.headingText?.string else { return index }
        if level == 1 || Self.factHeadings.contains(Folding.words(text)) || isOrganisation(text, isHeading: true) { continue }
        return index
      case .bullet, .ordered: return index
      case .text:
        if LabelScanner.findings(in: line.bytes).isEmpty, isSentence(line.bytes.trimmed) { return index }
      }
    }
    return draft.lines.count
  }

  private func isSentence(_ text: ArraySlice<UInt8>) -> Bool {
    let words = text.split(whereSeparator: \.isSpace).count
    return text.count > 100 || words > 9 && (text.last == UInt8(ascii: ".") || text.count > 85)
  }

  // MARK: Labels

  private mutating func takeLabels(from draft: inout Draft) {
    for index in draft.lines.indices {
      let line = draft.lines[index]
      if line.isBlank || line.isCode || taken.contains(index) || line.bytes.indentation >= 4 { continue }
      if let span = LabelScanner.span(in: line.bytes) {
        let result = reading.add(span: span, raw: line.bytes.trimmed.string, at: draft.range(index))
        take(index, result, from: &draft)
        continue
      }
      let findings = LabelScanner.findings(in: line.bytes)
      if findings.isEmpty || !counts(findings, at: index, in: draft) { continue }
      var result = FactReading.Result.repeated
      for finding in findings {
        let value = complete(finding, at: index, in: &draft)
        let place = draft.range(index, from: finding.offset)
        let one = reading.add(finding.field, value, at: place)
        result = max(result, one)
      }
      take(index, result, from: &draft)
    }
  }

  /// A value whose bracket is closed on the next line goes on there.
  private mutating func complete(_ finding: LabelScanner.Finding, at index: Int, in draft: inout Draft) -> String {
    guard finding.value.hasPrefix("["), !finding.value.contains("]"), index + 1 < draft.lines.count else { return finding.value }
    let next = draft.lines[index + 1]
    let text = next.bytes.trimmed
    guard !next.isBlank, !next.isCode, next.start == .text, text.last == UInt8(ascii: "]"), !text.contains(UInt8(ascii: "[")),
      LabelScanner.findings(in: next.bytes).isEmpty
    else { return finding.value }
    let value = finding.value + " " + text.string
    draft.blank(index + 1, .headerFacts, .moved)
    taken.insert(index + 1)
    return value
  }

  private func counts(_ findings: [LabelScanner.Finding], at index: Int, in draft: Draft) -> Bool {
    if index < zoneEnd || findings.count > 1 || findings.contains(where: \.isCertain) { return true }
    // Two labels together are a block of facts, wherever they stand.
    return [draft.previousText(before: index), draft.nextText(after: index)].contains { neighbour in
      guard let neighbour, abs(neighbour - index) <= 2 else { return false }
      return taken.contains(neighbour) || LabelScanner.findings(in: draft.lines[neighbour].bytes).contains(where: \.isCertain)
    } || taken.contains(index - 1)
  }

  private mutating func take(_ index: Int, _ result: FactReading.Result, from draft: inout Draft) {
    switch result {
    case .first: draft.blank(index, .headerFacts, .moved)
    case .repeated, .contradicts:
      guard rules.isOn(.pageHeaders) else { return }
      draft.blank(index, .pageHeaders, .dropped)
    }
    taken.insert(index)
  }

  // MARK: Organisation

  private static let ends: [String] = ["forvaltningen", "forvaltning"]
  private static let places: Set<String> = ["kommun", "stad", "region"]

  private func isOrganisation(_ text: String, isHeading: Bool) -> Bool {
    let folded = Folding.words(text)
    if rules.organisations.contains(folded) { return true }
    let words = folded.split(separator: " ")
    guard let last = words.last, text.first?.isUppercase == true, text.last != ".", text.last != ":" else { return false }
    if Self.places.contains(String(last)) { return words.count == 2 }
    return !isHeading && words.count <= 5 && Self.ends.contains { last.hasSuffix($0) }
  }

  /// `ÖREBRO` as the first line of a document.
  private func isShoutedName(_ text: String, at index: Int, in draft: Draft) -> Bool {
    guard draft.previousText(before: index) == nil, index < zoneEnd, DocumentKind(named: text) == nil else { return false }
    let letters = text.filter(\.isLetter)
    return letters.count >= 2 && letters.allSatisfy(\.isUppercase) && text.split(separator: " ").count <= 3 && !text.hasPrefix("#")
      && draft.lines[index...].prefix(12).contains { !LabelScanner.findings(in: $0.bytes).isEmpty }
  }

  private mutating func takeOrganisations(from draft: inout Draft) {
    // The shouted name is judged before the labels below it are gone.
    for index in draft.lines.indices {
      let line = draft.lines[index]
      if line.isBlank || line.isCode || line.isListItem || line.bytes.count > 80 { continue }
      let heading = line.headingText
      let text = (heading ?? line.bytes.trimmed).string
      guard isOrganisation(text, isHeading: heading != nil) || shouted.contains(index),
        index < zoneEnd || standsApart(index, in: draft)
      else { continue }
      if case .heading(1) = line.start, DocumentKind(beginning: text) != nil { continue }
      let result = reading.add(organisation: text, line: line.number)
      take(index, result, from: &draft)
    }
  }

  /// Nothing of a paragraph right before or after it.
  private func standsApart(_ index: Int, in draft: Draft) -> Bool {
    func isApart(_ neighbour: Int) -> Bool {
      guard draft.lines.indices.contains(neighbour) else { return true }
      let line = draft.lines[neighbour]
      if line.isBlank || taken.contains(neighbour) { return true }
      let text = (line.headingText ?? line.bytes.trimmed).string
      return isOrganisation(text, isHeading: line.headingText != nil)
    }
    return isApart(index - 1) && isApart(index + 1)
  }

  private var shouted: Set<Int> = []

  // MARK: The contact block

  private static let contactLabels: Set<String> = [
    "postadress", "besoksadress", "telefon", "vaxel", "e post", "epost", "webb", "webbplats", "fax", "organisationsnummer",
  ]

  /// Label lines (`**Postadress**`, `Telefon: …`) with what follows them until a blank line; two make a block.
  private mutating func takeContactBlock(from draft: inout Draft) {
    for index in draft.lines.indices where !draft.lines[index].isBlank {
      if isShoutedName(draft.lines[index].bytes.trimmed.string, at: index, in: draft) { shouted.insert(index) }
      break
    }
    var entries: [(label: String, values: [String], lines: [Int])] = []
    var index = 0
    while index < zoneEnd {
      let line = draft.lines[index]
      guard !line.isBlank, line.start == .text || line.bytes.first == UInt8(ascii: "*"), let label = contactLabel(line.bytes.trimmed) else {
        index += 1
        continue
      }
      var entry = (label: label.text, values: label.value.isEmpty ? [] : [label.value], lines: [index])
      index += 1
      while label.value.isEmpty, index < zoneEnd, !draft.lines[index].isBlank, draft.lines[index].start == .text,
        contactLabel(draft.lines[index].bytes.trimmed) == nil, LabelScanner.findings(in: draft.lines[index].bytes).isEmpty
      {
        entry.values.append(Self.withoutLink(draft.lines[index].bytes.trimmed.string))
        entry.lines.append(index)
        index += 1
      }
      entries.append(entry)
    }
    guard entries.count >= 2 else { return }
    for entry in entries {
      reading.add(contact: HeaderFacts.ContactLine(label: entry.label, value: entry.values.joined(separator: ", ")))
      for line in entry.lines {
        draft.blank(line, .headerFacts, .moved)
        taken.insert(line)
      }
    }
  }

  private func contactLabel(_ text: ArraySlice<UInt8>) -> (text: String, value: String)? {
    guard text.count < 100 else { return nil }
    let colon = text.firstIndex(of: UInt8(ascii: ":")) ?? text.endIndex
    let label = LabelScanner.clean(text[..<colon])
    guard Self.contactLabels.contains(Folding.words(label)) else { return nil }
    return (label, colon < text.endIndex ? Self.withoutLink(LabelScanner.clean(text[(colon + 1)...])) : "")
  }

  /// `[text](address)` → `text`.
  private static func withoutLink(_ text: String) -> String {
    guard text.hasPrefix("["), text.hasSuffix(")"), let middle = text.firstRange(of: "](") else { return text }
    return String(text[text.index(after: text.startIndex)..<middle.lowerBound])
  }

  // MARK: What stands between the facts

  /// `---` between two facts is no thematic break and makes no heading of the fact above it.
  private mutating func takeRules(from draft: inout Draft) {
    guard rules.isOn(.ruleInFacts) else { return }
    for index in draft.lines.indices {
      let text = draft.lines[index].bytes.trimmed
      guard text.count >= 3, text.allSatisfy({ $0 == UInt8(ascii: "-") }), !draft.lines[index].isCode else { continue }
      let before = taken.contains { $0 < index && !draft.lines[($0 + 1)..<index].contains { !$0.isBlank } }
      let after = taken.contains { $0 > index && !draft.lines[(index + 1)..<$0].contains { !$0.isBlank } }
      if before && (after || index < zoneEnd) { draft.blank(index, .ruleInFacts, .dropped) }
    }
  }

  /// A date alone on a line of the header that says again what a labelled one said.
  private mutating func takeLoneDates(from draft: inout Draft) {
    let known = [reading.facts.decidedOn, reading.facts.createdOn, reading.facts.updatedOn, reading.facts.validFrom].compactMap(\.value)
    guard rules.isOn(.pageHeaders), !known.isEmpty else { return }
    for index in draft.lines.indices where index < zoneEnd && draft.lines[index].bytes.first?.isDigit == true {
      let text = draft.lines[index].bytes.trimmed
      guard let date = DateReading.dates(in: text).first, known.contains(date), date.iso.utf8.elementsEqual(text) else { continue }
      draft.blank(index, .pageHeaders, .dropped)
    }
  }

  /// A heading under which only facts stood.
  private mutating func takeEmptyFactHeadings(from draft: inout Draft) {
    for index in draft.lines.indices {
      guard let text = draft.lines[index].headingText, Self.factHeadings.contains(Folding.words(text.string)) else { continue }
      if let next = draft.nextText(after: index), draft.lines[next].headingText == nil { continue }
      guard taken.contains(where: { $0 > index }) else { continue }
      draft.blank(index, .headerFacts, .dropped)
    }
  }
}

extension String {
  fileprivate func firstRange(of part: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}
