internal import Markdown
internal import Swedish

extension BodyReader {
  /// What the duties and frequencies that `readParagraph` looks for have in common.
  static let responsibilityMarks: [StaticString] = ["nsvar"]
  static let frequencyMarks: [StaticString] = ["ånad", "årsvis", "årligen", "kvartal", "halvår", "varje år", "om året"]

  /// "X ansvarar för (att)" with a list or a sentence after it, and "Ansvarig: X".
  mutating func readParagraph(_ index: NodeIndex) {
    let range = tree.textRange(index)
    let hasDuty = responsibilities.stand(in: range)
    let hasFrequency = frequencies.stand(in: range)
    guard hasDuty || hasFrequency else { return }
    for sentence in sentences(of: index) {
      if hasDuty { readDuty(sentence, at: index) }
      if hasFrequency { suggestDuty(sentence, at: index) }
    }
  }

  private mutating func readDuty(_ sentence: Range<Int>, at index: NodeIndex) {
    let text = tree.text[sentence]
    guard let verb = Self.verb(in: text) else {
      readOwner(text, at: index)
      return
    }
    let before = text[..<verb.lowerBound].trimmed
    let after = text[verb.upperBound...].trimmed
    guard !before.isEmpty, before.count(where: { $0 == 0x20 }) < 9 else { return }
    let first = before.prefix { $0 != 0x20 }
    if Self.prepositions.contains(where: {
      $0.count == first.count && first.dropFirst().elementsEqual($0.dropFirst())
        && first.first.map { $0 | 0x20 } == $0[0]
    }) {
      readInverted(after, at: index)
      return
    }
    guard before.startsUppercase, !before.contains(where: { $0.isOne(of: ".:;") }) else { return }
    var rest = after
    for word in Self.forms where rest.prefix(while: { $0 != 0x20 }).elementsEqual(word) {
      rest = rest.dropFirst(word.count).trimmed
    }
    while let last = rest.last, last == UInt8(ascii: ".") || last.isSpace { rest.removeLast() }
    if !Self.isLeadIn(rest) {
      add(before.string, duties: [rest.string], at: index)
    } else if let list = list(after: index) {
      add(before.string, duties: tree.children(list), at: index)
    }
  }

  /// What "ansvarar för" says when a list says the rest.
  private static func isLeadIn(_ text: ArraySlice<UInt8>) -> Bool {
    text.count <= 11 && leadIns.contains(text.string.lowercased())
  }

  private static let leadIns = ["", "att", "att:", ":", "följande", "följande:"]
  private static let forms = ["för", "för:"].map { Array($0.utf8) }
  private static let ending = Array("nsvarar".utf8)

  /// "ansvarar" as a word of its own, with a colon perhaps.
  private static func verb(in text: ArraySlice<UInt8>) -> Range<Int>? {
    guard let hit = text.firstRange(of: ending), hit.lowerBound > text.startIndex,
      text[hit.lowerBound - 1] | 0x20 == UInt8(ascii: "a"),
      hit.lowerBound - 1 == text.startIndex || text[hit.lowerBound - 2].isSpace
    else { return nil }
    var end = hit.upperBound
    if end < text.endIndex, text[end] == UInt8(ascii: ":") { end += 1 }
    return end == text.endIndex || text[end].isSpace ? hit.lowerBound - 1..<end : nil
  }

  /// "Ansvarig: X": who answers for what the section is about.
  private mutating func readOwner(_ text: ArraySlice<UInt8>, at index: NodeIndex) {
    guard let colon = text.prefix(10).firstIndex(of: UInt8(ascii: ":")),
      ["ansvarig", "ansvariga"].contains(text[..<colon].string.lowercased()), text.count(where: { $0 == 0x20 }) < 10
    else { return }
    let role = text[(colon + 1)...].trimmed.string.trimmingEnd(".")
    if !role.isEmpty { add(role, duties: sections.last.map { [$0.title] } ?? [], at: index) }
  }

  private static let prepositions = [
    "efter", "vid", "under", "i", "på", "när", "om", "för", "därefter", "sedan", "då", "utanför", "innan", "före",
    "hos",
  ].map { Array($0.utf8) }

  /// "Efter driftstoppet ansvarar enhetschefen för att …": the role stands between the verb and its preposition.
  private mutating func readInverted(_ text: ArraySlice<UInt8>, at index: NodeIndex) {
    let words = text.split(separator: 0x20)
    guard let preposition = words.firstIndex(where: { $0.elementsEqual("för".utf8) }), (1..<6).contains(preposition)
    else {
      return
    }
    let role = words[..<preposition].map(\.string).joined(separator: " ")
    let duty = words[(preposition + 1)...].map(\.string).joined(separator: " ").trimmingEnd(".")
    guard !duty.isEmpty else { return }
    add(role.prefix(1).uppercased() + role.dropFirst(), duties: [duty], at: index)
  }

  /// A list's items as the duties of a role.
  private mutating func add(_ role: String, duties items: [NodeIndex], at index: NodeIndex) {
    let duties = items.map { RoleDuties.Duty(text: itemText($0), line: line($0)) }.filter { !$0.text.isEmpty }
    rolesBySection[RoleInSection(role: role, section: currentSection)] = roles.count
    roles.append(RoleDuties(role: role, duties: duties, line: line(index), section: currentSection))
  }

  private mutating func add(_ role: String, duties: [String], at index: NodeIndex) {
    let line = line(index)
    let new = duties.map { RoleDuties.Duty(text: $0, line: line) }
    let known = RoleInSection(role: role, section: currentSection)
    if let last = rolesBySection[known] {
      roles[last].duties += new
    } else {
      rolesBySection[known] = roles.count
      roles.append(RoleDuties(role: role, duties: new, line: line, section: currentSection))
    }
  }

  struct RoleInSection: Hashable {
    var role: String
    var section: String?
  }

  private func list(after index: NodeIndex) -> NodeIndex? {
    let next = Int(tree.nodes[index].end)
    return next < tree.nodes.count && tree.nodes[next].kind == .list
      && tree.nodes[next].parent == tree.nodes[index].parent ? next : nil
  }

  private static let frequencies = [
    "varje manad", "varannan manad", "per manad", "i manaden", "halvarsvis", "varje halvar", "arligen", "varje ar",
    "en gang om aret", "kvartalsvis", "varje kvartal",
  ].map { Array($0.utf8) }

  private mutating func suggestDuty(_ sentence: Range<Int>, at index: NodeIndex) {
    let words = Folding.words(utf8: tree.text[sentence])
    if Self.frequencies.contains(where: { words.firstRange(of: $0) != nil }) {
      suggestedDuties.append(RoleDuties.Duty(text: tree.text[sentence].string, line: line(index)))
    }
  }
}

extension String {
  func trimmingEnd(_ character: Character) -> String {
    var text = self[...]
    while let last = text.last, last == character || last == " " { text = text.dropLast() }
    return String(text)
  }
}
