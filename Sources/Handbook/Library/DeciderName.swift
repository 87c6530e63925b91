internal import Swedish

/// A decider without the person's own name: `Ada Exempelsson, IT-avdelningen` → `IT-avdelningen`.
///
/// A text is a person's name when it is two to four capitalised words, none of which says what somebody is or where somebody works.
public enum DeciderName {
  /// The roles and departments of a decider as written; nil when nothing but a name is there.
  public static func withoutPerson(_ written: String) -> String? {
    let parts = written.split { ",;()".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
    let kept = parts.compactMap { part -> String? in
      if isPerson(part.split(separator: " ")) { return nil }
      return withoutNameAtEnd(part)
    }
    if kept == parts { return written }
    return kept.isEmpty ? nil : kept.joined(separator: ", ")
  }

  /// `Verksamhetschef Ada Exempelsson` → `Verksamhetschef`.
  private static func withoutNameAtEnd(_ part: String) -> String {
    let words = part.split(separator: " ")
    guard words.count > 2 else { return part }
    let name = words.reversed().prefix { isNameWord($0) && !isOffice($0) }
    guard (2...3).contains(name.count), name.count < words.count, isOffice(words[words.count - name.count - 1]) else { return part }
    return words.dropLast(name.count).joined(separator: " ")
  }

  private static func isPerson(_ words: [Substring]) -> Bool {
    (2...4).contains(words.count) && words.allSatisfy(isNameWord) && !words.contains(where: isOffice)
  }

  /// `Ada`, `Exempelsson`, `Ann-Marie`, `O'Neill`; neither `IT` nor `2`.
  private static func isNameWord(_ word: Substring) -> Bool {
    guard let first = word.first, first.isUppercase, word.count > 1 else { return false }
    return word.dropFirst().contains(where: \.isLowercase) && word.allSatisfy { $0.isLetter || "-'’.".contains($0) }
  }

  private static let officeEndings = [
    "chef", "chefen", "direktor", "direktoren", "ordforande", "ordforanden", "ansvarig", "ansvariga", "utvecklare", "utvecklaren",
    "samordnare", "samordnaren", "strateg", "strategen", "ledare", "ledaren", "handlaggare", "handlaggaren", "koordinator", "rektor",
    "controller", "forvaltare", "sekreterare", "skoterska", "skoterskan", "radgivare", "namnd", "namnden", "styrelse", "styrelsen",
    "utskott", "utskottet", "avdelning", "avdelningen", "enhet", "enheten", "forvaltning", "forvaltningen", "funktion", "funktionen",
    "grupp", "gruppen", "team", "teamet", "kontor", "kontoret", "kommun", "stad", "region", "fullmaktige", "ledning", "ledningen",
    "omsorg", "omsorgen", "omrade", "omradet", "tjanst", "tjansten", "stod", "kvalitet", "administration", "staben", "stab", "vard",
  ]

  private static func isOffice(_ word: Substring) -> Bool {
    let folded = Folding.key(word)
    return officeEndings.contains { folded.hasSuffix($0) }
  }
}
