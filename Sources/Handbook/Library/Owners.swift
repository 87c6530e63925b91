internal import Documents
internal import Swedish

extension Library {
  /// Who answers for documents, in Swedish order; each under the first spelling.
  public func owners() -> [Subject] {
    var names = FirstSpellings()
    for routine in routines.indices {
      guard let name = routines[routine].document.facts.owner.value else { continue }
      names.add(routine, to: name, folded: Folding.words(name))
    }
    return names.subjects(or: "ansvarig")
  }
}

/// Routines by names that differ in case, dots and spaces only.
struct FirstSpellings {
  private var numbers: [String: Int] = [:]
  private var found: [(name: String, routines: [Int])] = []

  /// Routines in their order, each once.
  mutating func add(_ routine: Int, to name: String, folded words: String) {
    let number = numbers[words] ?? found.count
    if number == found.count {
      numbers[words] = number
      found.append((name, []))
    }
    if found[number].routines.last != routine { found[number].routines.append(routine) }
  }

  /// In Swedish order; `fallback` is the address of names without letters.
  func subjects(or fallback: String) -> [Library.Subject] {
    var slugs = Slugs()
    return found.inSwedishOrder(by: \.name).map { name, routines in
      Library.Subject(name: name, slug: slugs.slug(for: name, or: fallback), routines: routines)
    }
  }
}
