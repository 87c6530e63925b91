internal import Diagnostics
internal import Swedish

/// Rows 2, 5 and 14: takes header labels, rules between them, organisation lines and the contact block out of the text;
/// says which lines repeat what is known.
///
/// The header zone lasts until the first section heading or the first real sentence. There any label counts; further on only those
/// that name the document itself, or labels that stand together.
struct HeaderFactsStep {
  let rules: ReadingRules
  var reading: FactReading
  /// The first line after the header zone.
  private(set) var zoneEnd = 0
  /// For each line, whether it was taken.
  var taken: [Bool] = []
  /// A name in capitals alone on the document's first line.
  var shouted: Int?

  static func apply(to draft: inout Draft, rules: ReadingRules, knowing reading: FactReading) -> FactReading {
    var step = HeaderFactsStep(rules: rules, reading: reading)
    step.taken = Array(repeating: false, count: draft.lines.count)
    step.zoneEnd = step.endOfZone(in: draft)
    // The shouted name is judged before the labels below it are gone.
    step.shouted = step.shoutedName(in: draft)
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

  private static let factHeadings: Set<[UInt8]> = Set(
    ["om dokumentet", "dokumentinformation", "dokumentuppgifter", "uppgifter om dokumentet"].map { Array($0.utf8) })

  private func endOfZone(in draft: Draft) -> Int {
    for (index, line) in draft.lines.enumerated() where !line.isBlank {
      if line.isCode { return index }
      switch line.start {
      case .heading(let level):
        guard let text = draft.headingText(index) else { return index }
        if level == 1 || Self.factHeadings.contains(Folding.words(utf8: text)) || isOrganisation(text, isHeading: true)
        {
          continue
        }
        return index
      case .bullet, .ordered: return index
      case .text:
        if isSentence(draft.text(index)), LabelScanner.findings(in: draft.bytes(index)).isEmpty { return index }
      }
    }
    return draft.lines.count
  }

  private func isSentence(_ text: ArraySlice<UInt8>) -> Bool {
    if text.count > 100 { return true }
    let words = text.count { $0.isSpace } + 1
    return words > 9 && (text.last == UInt8(ascii: ".") || text.count > 85)
  }

  /// Empties a line whose facts were read, or say again what is known.
  mutating func take(_ index: Int, _ result: FactReading.Result, from draft: inout Draft) {
    switch result {
    case .first: draft.blank(index, .headerFacts, .moved)
    case .repeated, .contradicts:
      guard rules.isOn(.pageHeaders) else { return }
      draft.blank(index, .pageHeaders, .dropped)
    }
    taken[index] = true
  }

  // MARK: What stands between the facts

  /// `---` between two facts is no thematic break and makes no heading of the fact above it.
  private mutating func takeRules(from draft: inout Draft) {
    guard rules.isOn(.ruleInFacts) else { return }
    let candidates = draft.lines.indices.filter { isRule($0, in: draft) }
    if candidates.isEmpty { return }
    let before = besideTaken(draft.lines.indices, in: draft)
    let after = besideTaken(draft.lines.indices.reversed(), in: draft)
    for index in candidates where before[index] && (after[index] || index < zoneEnd) {
      draft.blank(index, .ruleInFacts, .dropped)
    }
  }

  private func isRule(_ index: Int, in draft: Draft) -> Bool {
    let line = draft.lines[index]
    return line.first == UInt8(ascii: "-") && line.text.count >= 3 && !line.isCode
      && draft.text(index).allSatisfy { $0 == UInt8(ascii: "-") }
  }

  /// For each line, whether the nearest other that is not blank, in the order of `indices`, was taken.
  private func besideTaken(_ indices: some Sequence<Int>, in draft: Draft) -> [Bool] {
    var beside = Array(repeating: false, count: draft.lines.count)
    var isTaken = false
    for index in indices {
      beside[index] = isTaken
      if taken[index] {
        isTaken = true
      } else if !draft.lines[index].isBlank, !isRule(index, in: draft) {
        isTaken = false
      }
    }
    return beside
  }

  /// A date alone on a line of the header that says again what a labelled one said.
  private mutating func takeLoneDates(from draft: inout Draft) {
    let facts = reading.facts
    let known = [facts.decidedOn, facts.createdOn, facts.updatedOn, facts.validFrom].compactMap(\.value)
    guard rules.isOn(.pageHeaders), !known.isEmpty else { return }
    for index in 0..<zoneEnd where draft.lines[index].first.isDigit && draft.lines[index].text.count <= 10 {
      let text = draft.text(index)
      guard let place = DateReading.places(in: text).first, known.contains(place.date), place.range == text.indices
      else { continue }
      draft.blank(index, .pageHeaders, .dropped)
    }
  }

  /// A heading under which only facts stood.
  private mutating func takeEmptyFactHeadings(from draft: inout Draft) {
    guard let last = taken.lastIndex(of: true) else { return }
    for index in draft.lines.indices.prefix(last) {
      guard draft.lines[index].isHeading, let text = draft.headingText(index),
        Self.factHeadings.contains(Folding.words(utf8: text))
      else { continue }
      if let next = draft.nextText(after: index), !draft.lines[next].isHeading { continue }
      draft.blank(index, .headerFacts, .dropped)
    }
  }
}
