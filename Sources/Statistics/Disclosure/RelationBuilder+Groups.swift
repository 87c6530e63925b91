extension RelationBuilder {
  /// Units in providers, providers in the total, members in chains, chains beside what they do not hold.
  mutating func addGroups(_ structure: GroupStructure) {
    let total = table.groups.indices.first { table.groups[$0].kind == .total }
    let providers = table.groups.indices.filter { table.groups[$0].kind == .provider }
    for period in table.periods.indices {
      let membership = memberships[period]
      for (quantity, kind) in table.quantities.enumerated() where kind.overGroups != .unrelated {
        func cells(_ groups: [Int]) -> [Int] {
          groups.map { table.cell(quantity, $0, period) }.filter { $0 >= 0 }
        }
        if let total { combine(cells(providers), into: table.cell(quantity, total, period), by: kind.overGroups) }
        addProviders(quantity, kind, period: period, membership)
        for chain in structure.chains {
          addChain(chain, quantity, kind, period: period, membership, total: total, providers: providers)
        }
      }
    }
  }

  /// The register tells which groups there were not yet or no longer in a period.
  mutating func addAbsences(_ structure: GroupStructure) {
    let units = Set(structure.belongings.compactMap { table.group(.unit, $0.unit) })
    let providers = Set(structure.belongings.compactMap { table.group(.provider, $0.provider) })
    for period in table.periods.indices {
      let membership = memberships[period]
      let homes = Set(membership.providers.values.joined())
      var absent = units.filter { membership.providers[$0] == nil }.union(providers.subtracting(homes))
      for chain in structure.chains {
        let members = chain.members.compactMap { table.group(chain.kind == .unitChain ? .unit : .provider, $0) }
        if let group = table.group(chain.kind, chain.name), !members.isEmpty, absent.isSuperset(of: members) {
          absent.insert(group)
        }
      }
      for group in absent.sorted() {
        for quantity in table.quantities.indices {
          let cell = table.cell(quantity, group, period)
          if cell >= 0 { fixAtZero(cell) }
        }
      }
    }
  }

  private mutating func addProviders(_ quantity: Int, _ kind: Quantity, period: Int, _ membership: Membership) {
    func cell(_ group: Int) -> Int { table.cell(quantity, group, period) }
    func cells(_ groups: [Int]) -> [Int] { groups.map(cell).filter { $0 >= 0 } }
    for provider in Set(membership.whole.keys).union(membership.split.keys).sorted() {
      let whole = cells(membership.whole[provider] ?? [])
      let split = membership.split[provider] ?? []
      if split.isEmpty, kind.overGroups == .sum {
        guard cell(provider) >= 0, !whole.isEmpty else { continue }
        equate([cell(provider)], whole)
        continue
      }
      bound(cell(provider), fromBelow: whole, by: kind.overGroups)
      var parts = cells(split)
      if case .atMostSum(let outer) = kind.overGroups {
        guard let base = table.quantity(named: outer) else { continue }
        parts = split.map { table.cell(base, $0, period) }.filter { $0 >= 0 }
      }
      bound(cell(provider), fromAbove: whole + parts, by: kind.overGroups)
      if !split.isEmpty, !partsOfPeriod[period].isEmpty, kind.overGroups != .sum {
        parts = split.flatMap { stretches(of: kind, quantity, unit: $0, at: provider, in: period) }
        bound(cell(provider), fromAbove: whole + parts, by: kind.overGroups)
      }
    }
    if kind.overGroups == .union {
      for (unit, providers) in membership.providers.sorted(by: { $0.key < $1.key }) where providers.count > 1 {
        bound(cell(unit), fromAbove: cells(providers), by: .union)
      }
    }
    if kind.overGroups == .sum { addSharedSums(quantity, period: period, membership) }
  }

  /// A unit's cells for the longest stretches in which it is the provider's own, and for months that it shares.
  private func stretches(of kind: Quantity, _ quantity: Int, unit: Int, at provider: Int, in period: Int) -> [Int] {
    let homes = memberships[period].providers[unit] ?? []
    guard homes.contains(provider) else { return [] }
    var counted = quantity
    if homes.count > 1 {
      if !partsOfPeriod[period].isEmpty {
        return partsOfPeriod[period].flatMap { stretches(of: kind, quantity, unit: unit, at: provider, in: $0) }
      }
      if case .atMostSum(let outer) = kind.overGroups { counted = table.quantity(named: outer) ?? quantity }
    }
    return [table.cell(counted, unit, period)].filter { $0 >= 0 }
  }

  /// Providers that share units sum up together.
  private mutating func addSharedSums(_ quantity: Int, period: Int, _ membership: Membership) {
    var seen: Set<Int> = []
    for start in membership.split.keys.sorted() where !seen.contains(start) {
      var cluster = [start]
      var units: Set<Int> = []
      seen.insert(start)
      var next = 0
      while next < cluster.count {
        for unit in membership.split[cluster[next]] ?? [] {
          units.insert(unit)
          for provider in membership.providers[unit] ?? [] where seen.insert(provider).inserted {
            cluster.append(provider)
          }
        }
        units.formUnion(membership.whole[cluster[next]] ?? [])
        next += 1
      }
      let wholes = cluster.map { table.cell(quantity, $0, period) }.filter { $0 >= 0 }
      let parts = units.sorted().map { table.cell(quantity, $0, period) }.filter { $0 >= 0 }
      if !wholes.isEmpty, !parts.isEmpty { equate(wholes, parts) }
    }
  }

  private mutating func addChain(
    _ chain: GroupStructure.Chain, _ quantity: Int, _ kind: Quantity, period: Int, _ membership: Membership,
    total: Int?, providers: [Int]
  ) {
    let memberKind: GroupKind = chain.kind == .unitChain ? .unit : .provider
    guard let group = table.group(chain.kind, chain.name) else { return }
    let whole = table.cell(quantity, group, period)
    let members = chain.members.compactMap { table.group(memberKind, $0) }
    guard whole >= 0, !members.isEmpty else { return }
    func cells(_ groups: [Int]) -> [Int] { groups.map { table.cell(quantity, $0, period) }.filter { $0 >= 0 } }
    if kind.overGroups == .sum {
      equate([whole], cells(members))
    } else {
      combine(cells(members), into: whole, by: kind.overGroups)
    }
    guard kind.overGroups != .sum, let total else { return }
    // The total is covered by the chain and all that it does not hold.
    var rest = providers.filter { !members.contains($0) }
    if memberKind == .unit {
      let touched = Set(members.flatMap { membership.providers[$0] ?? [] })
      rest = providers.filter { !touched.contains($0) }
      var others: Set<Int> = []
      for provider in touched {
        others.formUnion(membership.whole[provider] ?? [])
        others.formUnion(membership.split[provider] ?? [])
      }
      rest += others.subtracting(members).sorted()
      if touched.count == 1, let home = touched.first {
        let around = [whole] + cells(others.subtracting(members).sorted())
        bound(table.cell(quantity, home, period), fromBelow: [whole], by: kind.overGroups)
        bound(table.cell(quantity, home, period), fromAbove: around, by: kind.overGroups)
      }
    }
    bound(table.cell(quantity, total, period), fromBelow: [whole], by: kind.overGroups)
    bound(table.cell(quantity, total, period), fromAbove: [whole] + cells(rest), by: kind.overGroups)
  }
}
