internal import Markdown
internal import Swedish

extension BodyReader {
  /// "X ansvarar för (att)" with a list or a sentence after it, and "Ansvarig: X".
  mutating func readParagraph(_ index: NodeIndex) {
    let range = tree.textRange(index)
    guard Self.contains("nsvar", in: tree.text[range]) || Self.contains("ånad", in: tree.text[range])
      || Self.contains("årsvis", in: tree.text[range]) || Self.contains("årligen", in: tree.text[range])
    else { return }
    for sentence in sentences(of: index) {
      readDuty(sentence, at: index)
      suggestDuty(sentence, at: index)
    }
  }

  private mutating func readDuty(_ sentence: String, at index: NodeIndex) {
    let words = sentence.split(separator: " ").map(String.init)
    if words.count <= 10, let first = words.first, Folding.words(first) == "ansvarig" || Folding.words(first) == "ansvariga", first.hasSuffix(":") {
      let role = words.dropFirst().joined(separator: " ").trimmingEnd(".")
      if !role.isEmpty { add(role, duties: sections.last.map { [$0.title] } ?? [], at: index) }
      return
    }
    guard let verb = words.firstIndex(where: { ["ansvarar", "ansvarar:"].contains($0.lowercased()) }), (1...9).contains(verb) else { return }
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
      RoleDuties.Duty(text: tree.plainText(item + 1 < Int(tree.nodes[item].end) ? item + 1 : item), line: line(item))
    }
    roles.append(RoleDuties(role: role, duties: duties.filter { !$0.text.isEmpty }, line: line(index), section: currentSection))
  }

  private static let prepositions: Set<String> = [
    "efter", "vid", "under", "i", "på", "när", "om", "för", "därefter", "sedan", "då", "utanför", "innan", "före", "hos",
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
    if let last = roles.lastIndex(where: { $0.role == role && $0.section == currentSection }) {
      roles[last].duties += new
    } else {
      roles.append(RoleDuties(role: role, duties: new, line: line, section: currentSection))
    }
  }

  private func list(after index: NodeIndex) -> NodeIndex? {
    let next = Int(tree.nodes[index].end)
    return next < tree.nodes.count && tree.nodes[next].kind == .list && tree.nodes[next].parent == tree.nodes[index].parent ? next : nil
  }

  private static let frequencies = [
    "varje manad", "varannan manad", "per manad", "i manaden", "halvarsvis", "varje halvar", "arligen", "varje ar", "en gang om aret",
    "kvartalsvis", "varje kvartal",
  ]

  private mutating func suggestDuty(_ sentence: String, at index: NodeIndex) {
    let words = Folding.words(sentence)
    if Self.frequencies.contains(where: { words.contains($0) }) {
      suggestedDuties.append(RoleDuties.Duty(text: sentence, line: line(index)))
    }
  }

  /// The paragraph's text cut after full stops, question and exclamation marks that a capital letter follows.
  func sentences(of index: NodeIndex) -> [String] {
    let characters = Array(tree.plainText(index))
    var sentences: [String] = []
    var start = 0
    for (position, character) in characters.enumerated() where ".!?".contains(character) {
      let next = position + 1
      guard next < characters.count, characters[next] == " ", next + 1 < characters.count, characters[next + 1].isUppercase else { continue }
      sentences.append(String(characters[start...position]))
      start = next + 1
    }
    if start < characters.count { sentences.append(String(characters[start...])) }
    return sentences
  }

  static func contains(_ part: StaticString, in text: ArraySlice<UInt8>) -> Bool {
    part.withUTF8Buffer { part in
      guard let first = part.first else { return true }
      var index = text.startIndex
      while let hit = text[index...].firstIndex(of: first) {
        if text[hit...].starts(with: part) { return true }
        index = hit + 1
      }
      return false
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
