extension SecondarySuppression {
  /// Shows again, dearest first, what the needs can do without.
  mutating func cleanUp() {
    var leaning: [Int: Set<Int>] = [:]
    for (number, witness) in witnesses.enumerated() where !served[number].isEmpty {
      for change in witness.changes { leaning[Int(change.cell), default: []].insert(number) }
    }
    let weight = search.states.weight
    let secondary = (0..<table.firstComplement).filter {
      search.states.mark[$0] == .withheld && rules.rule[$0] == nil && !withdrawnCells.contains($0)
    }.sorted { (weight[$1], $0) < (weight[$0], $1) }
    var searches = 0
    for cell in secondary {
      let leaners = (leaning[cell] ?? []).sorted()
      let needs = leaners.flatMap { served[$0] }
      guard needs.count <= Effort.leaning, searches + needs.count <= Effort.cleanUpSearches else { continue }
      searches += needs.count
      search.set(cell, .shown)
      var found: [Witness] = []
      for number in needs {
        guard let witness = free(for: rules.needs[number]) else { break }
        found.append(witness)
      }
      guard found.count == needs.count else {
        search.set(cell, .withheld)
        continue
      }
      for number in needs { meeting[number] = nil }
      for leaner in leaners { served[leaner] = [] }
      for witness in found {
        let number = witnesses.count
        accept(witness)
        for change in witness.changes where !served[number].isEmpty {
          leaning[Int(change.cell), default: []].insert(number)
        }
      }
      for leaner in leaners {
        for change in witnesses[leaner].changes { leaning[Int(change.cell)]?.remove(leaner) }
      }
    }
  }
}
