internal import Diagnostics
internal import Swedish

extension HeaderFactsStep {
  // MARK: Lines and headings

  private static let ends = ["forvaltningen", "forvaltning"].map { Array($0.utf8) }
  private static let places: Set<[UInt8]> = Set(["kommun", "stad", "region"].map { Array($0.utf8) })

  /// Whether a whole text names an administration or a municipality.
  func isOrganisation(_ text: ArraySlice<UInt8>, isHeading: Bool) -> Bool {
    guard let last = text.last, text.count <= 80, last.isLetter, text.startsUppercase else { return false }
    // förvaltningen, förvaltning, kommun, region, stad.
    guard last >= 0x80 || (last | 0x20).isOne(of: "ngd") || rules.organisationEndings.contains(last | 0x20) else {
      return false
    }
    let folded = Folding.words(utf8: text)
    if rules.organisationNames.contains(folded) { return true }
    let words = folded.split(separator: 0x20)
    guard let last = words.last else { return false }
    if Self.places.contains(Array(last)) { return words.count == 2 }
    return !isHeading && words.count <= 5 && Self.ends.contains { last.suffix($0.count).elementsEqual($0) }
  }

  /// `EKVIK` as the first line of a document whose facts follow soon.
  func shoutedName(in draft: Draft) -> Int? {
    guard let index = draft.lines.firstIndex(where: { !$0.isBlank }), index < zoneEnd, draft.lines[index].start == .text
    else {
      return nil
    }
    guard !draft.text(index).contains(where: { (0x61...0x7A).contains($0) }) else { return nil }
    let text = draft.text(index).string
    let letters = text.filter(\.isLetter)
    guard letters.count >= 2, letters.allSatisfy(\.isUppercase), text.split(separator: " ").count <= 3,
      DocumentKind(named: text) == nil
    else { return nil }
    let isNearFacts = draft.lines.indices[index...].prefix(12).contains {
      !LabelScanner.findings(in: draft.bytes($0)).isEmpty
    }
    return isNearFacts ? index : nil
  }

  mutating func takeOrganisations(from draft: inout Draft) {
    for index in draft.lines.indices {
      let line = draft.lines[index]
      if line.isBlank || line.isCode || line.isListItem || line.text.count > 80 { continue }
      // A name ends with a letter, which may have a heading's closing marks after it.
      guard line.endsWithLetter || line.isHeading || index == shouted else { continue }
      let heading = draft.headingText(index)
      let text = heading ?? draft.text(index)
      guard index == shouted || isOrganisation(text, isHeading: heading != nil),
        index < zoneEnd || standsApart(index, in: draft)
      else { continue }
      if line.start == .heading(level: 1), DocumentKind(beginning: text.string) != nil { continue }
      take(index, reading.add(organisation: text.string, line: line.number), from: &draft)
    }
  }

  /// Nothing of a paragraph right before or after it.
  private func standsApart(_ index: Int, in draft: Draft) -> Bool {
    func isApart(_ neighbour: Int) -> Bool {
      guard draft.lines.indices.contains(neighbour), !draft.lines[neighbour].isBlank, !taken[neighbour] else {
        return true
      }
      let heading = draft.headingText(neighbour)
      return isOrganisation(heading ?? draft.text(neighbour), isHeading: heading != nil)
    }
    return isApart(index - 1) && isApart(index + 1)
  }

  // MARK: The contact block

  private static let contactLabels: Set<[UInt8]> = Set(
    [
      "postadress", "besoksadress", "telefon", "vaxel", "e post", "epost", "webb", "webbplats", "fax",
      "organisationsnummer",
    ]
    .map { Array($0.utf8) })

  private struct ContactEntry {
    var label: String
    var values: [String]
    var lines: [Int]
  }

  /// Label lines (`**Postadress**`, `Telefon: …`) with what follows them until a blank line; two make a block.
  mutating func takeContactBlock(from draft: inout Draft) {
    var entries: [ContactEntry] = []
    var index = 0
    while index < zoneEnd {
      guard let label = contactLabel(at: index, in: draft) else {
        index += 1
        continue
      }
      var entry = ContactEntry(label: label.text, values: label.value.isEmpty ? [] : [label.value], lines: [index])
      index += 1
      while label.value.isEmpty, index < zoneEnd, !draft.lines[index].isBlank, draft.lines[index].start == .text,
        contactLabel(at: index, in: draft) == nil, LabelScanner.findings(in: draft.bytes(index)).isEmpty
      {
        entry.values.append(FactValue.plain(draft.text(index).string))
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
        taken[line] = true
      }
    }
  }

  private func contactLabel(at index: Int, in draft: Draft) -> (text: String, value: String)? {
    let line = draft.lines[index]
    guard !line.isBlank, line.start == .text || line.first == UInt8(ascii: "*"), line.text.count < 100 else {
      return nil
    }
    let text = draft.text(index)
    let colon = line.holds.contains(.colon) ? text.firstIndex(of: UInt8(ascii: ":")) ?? text.endIndex : text.endIndex
    guard colon - text.startIndex <= 30 else { return nil }
    let label = LabelScanner.clean(text[..<colon])
    guard Self.contactLabels.contains(Folding.words(utf8: ArraySlice(label.utf8))) else { return nil }
    return (label, colon < text.endIndex ? FactValue.plain(LabelScanner.clean(text[(colon + 1)...])) : "")
  }
}
