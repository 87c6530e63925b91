internal import Documents
internal import Swedish

extension Library {
  /// Who answers for documents, in Swedish order; each under the first spelling.
  public func owners() -> [Subject] {
    var numbers: [String: Int] = [:]
    var found: [(name: String, routines: [Int])] = []
    for routine in routines.indices {
      guard let name = routines[routine].document.facts.owner.value else { continue }
      let words = Folding.words(name)
      let number = numbers[words] ?? found.count
      if number == found.count {
        numbers[words] = number
        found.append((name, []))
      }
      found[number].routines.append(routine)
    }
    var slugs = Slugs()
    return found.inSwedishOrder(by: \.name).map { name, routines in
      Subject(name: name, slug: slugs.slug(for: name, or: "ansvarig"), routines: routines)
    }
  }
}
