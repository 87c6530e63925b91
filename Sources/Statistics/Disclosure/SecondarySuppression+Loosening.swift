extension SecondarySuppression {
  /// Hides the columns of a group and of the groups beside it that have most to give (`upward`: and of those that
  /// hold it), and tells which cells these were.
  mutating func loosen(_ cell: Int, companions: Int, upward: Bool) -> [Int] {
    var loosened: [Int] = []
    let family = table.quantities[Int(table.quantity[cell])].family
    let kind = table.groups[Int(table.group[cell])].kind
    var beside: Set<Int32> = []
    for use in search.system.uses(of: cell) {
      for term in search.system.terms(of: Int(search.system.uses[use])) {
        let other = Int(search.system.cells[term])
        if table.group[other] != table.group[cell], table.quantity[other] == table.quantity[cell],
          table.groups[Int(table.group[other])].kind == kind
        {
          beside.insert(table.group[other])
        }
      }
    }
    func poverty(_ group: Int32) -> Int {
      (0..<table.quantities.count).count { quantity in
        let other = table.cell(quantity, Int(group), Int(table.period[cell]))
        return other >= 0 && table.value[other] < 10
      }
    }
    let ranked = beside.map { (poverty($0), $0) }.sorted { $0 < $1 }
    var groups = Set(ranked.prefix(companions).map(\.1)).union([table.group[cell]])
    if upward { groups.formUnion(holders(of: cell)) }
    for group in groups.sorted() {
      for quantity in table.quantities.indices where table.quantities[quantity].family == family {
        for period in table.periods.indices {
          let other = table.cell(quantity, Int(group), period)
          if other >= 0, other < table.firstComplement, search.states.isMovable[other],
            search.states.mark[other] == .shown
          {
            search.set(other, .withheld)
            loosened.append(other)
          }
        }
      }
    }
    return loosened
  }

  /// Shows again what was loosened and no witness differs in.
  mutating func tighten(_ loosened: [Int]) {
    let used = Set(witnesses.last?.changes.map { Int($0.cell) } ?? [])
    for cell in loosened where !used.contains(cell) { search.set(cell, .shown) }
  }

  /// Groups of other kinds that share a relation with the cell, and the total.
  private func holders(of cell: Int) -> Set<Int32> {
    var result: Set<Int32> = []
    for use in search.system.uses(of: cell) {
      for term in search.system.terms(of: Int(search.system.uses[use])) {
        result.insert(table.group[Int(search.system.cells[term])])
      }
    }
    result.formUnion(table.groups.indices.filter { table.groups[$0].kind == .total }.map { Int32($0) })
    let kind = table.groups[Int(table.group[cell])].kind
    return result.filter { table.groups[Int($0)].kind != kind }
  }

  /// Withdraws every table of a source, when what protects a need does not stand the last check.
  mutating func withdrawAll(like cell: Int) {
    withdraw(like: cell, [.unit, .unitChain, .provider, .providerChain, .total], period: nil)
  }

  mutating func withdraw(like cell: Int, _ kinds: [GroupKind], period: Int?) {
    let family = table.quantities[Int(table.quantity[cell])].family
    for other in 0..<table.firstComplement {
      guard table.quantities[Int(table.quantity[other])].family == family,
        kinds.contains(table.groups[Int(table.group[other])].kind),
        period.map({ Int(table.period[other]) == $0 }) ?? true
      else { continue }
      search.withdraw(other)
      withdrawnCells.insert(other)
    }
    for kind in kinds {
      let named = Publication.WithdrawnTable(
        family: family, groupKind: kind, period: period.map { table.periods[$0].text })
      if !withdrawn.contains(named) { withdrawn.append(named) }
    }
  }
}
