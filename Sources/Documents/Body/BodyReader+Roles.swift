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
    guard tree.text[sentence].firstRange(of: Array("nsvar".utf8)) != nil else { return }
    let words = tree.text[sentence].string.split(separator: " ").map(String.init)
    if words.count <= 10, let first = words.first, ["ansvarig:", "ansvariga:"].contains(first.lowercased()) {
      let role = words.dropFirst().joined(separator: " ").trimmingEnd(".")
      if !role.isEmpty { add(role, duties: sections.last.map { [$0.title] } ?? [], at: index) }
      return
    }
    guard let verb = words.firstIndex(where: { ["ansvarar", "ansvarar:"].contains($0.lowercased()) }),
      (1...9).contains(verb)
    else { return }
    if Self.prepositions.contains(words[0].lowercased()) {
      readInverted(words, verb: verb, at: index)
      return
    }
    let role = words[..<verb].joined(separator: " ")
    guard role.first?.isUppercase == true, !role.contains(where: { ".:;".contains($0) }) else { return }
    var rest = Array(words[(verb + 1)...])
    if let first = rest.first, ["för", "för:"].contains(first.lowercased()) { rest.removeFirst() }
    let text = rest.joined(separator: " ").trimmingEnd(".")
    let isLeadIn = text.isEmpty || ["att", "att:", ":", "följande", "följande:"].contains(text.lowercased())
    if !isLeadIn {
      add(role, duties: [text], at: index)
      return
    }
    guard let list = list(after: index) else { return }
    let duties = tree.children(list).map { item in
      RoleDuties.Duty(text: itemText(item), line: line(item))
    }
    rolesBySection[RoleInSection(role: role, section: currentSection)] = roles.count
    roles.append(
      RoleDuties(role: role, duties: duties.filter { !$0.text.isEmpty }, line: line(index), section: currentSection))
  }

  private static let prepositions: Set<String> = [
    "efter", "vid", "under", "i", "på", "när", "om", "för", "därefter", "sedan", "då", "utanför", "innan", "före",
    "hos",
  ]

  /// "Efter driftstoppet ansvarar enhetschefen för att …": the role stands between the verb and its preposition.
  private mutating func readInverted(_ words: [String], verb: Int, at index: NodeIndex) {
    guard let preposition = words[verb...].firstIndex(where: { $0.lowercased() == "för" }), preposition - verb <= 6,
      preposition > verb + 1
    else { return }
    let role = words[(verb + 1)..<preposition].joined(separator: " ")
    let text = words[(preposition + 1)...].joined(separator: " ").trimmingEnd(".")
    guard !text.isEmpty else { return }
    add(role.prefix(1).uppercased() + role.dropFirst(), duties: [text], at: index)
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
