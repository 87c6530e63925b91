extension RelationBuilder {
  /// A group and chains inside it, with what else it takes to cover it; nil when a shared unit makes that uncertain.
  private struct ChainCover {
    var holder: Int
    var chains: [Int]
    var rest: [Int]?
  }

  /// Chains of units inside the total and inside chains of providers, chains of providers inside the total.
  private func chainCovers(_ chains: [(group: Int, members: [Int])], in period: Int) -> [ChainCover] {
    let membership = memberships[period]
    let unitChains = chains.filter { table.groups[$0.group].kind == .unitChain }
    var holders = chains.filter { table.groups[$0.group].kind == .providerChain }
    var covers: [ChainCover] = []
    if let total = table.groups.indices.first(where: { table.groups[$0].kind == .total }) {
      let providers = table.groups.indices.filter { table.groups[$0].kind == .provider }
      let chained = Set(holders.flatMap(\.members))
      covers.append(
        ChainCover(holder: total, chains: holders.map(\.group), rest: providers.filter { !chained.contains($0) }))
      if !membership.split.isEmpty {
        // Units that move count once in the total, though at two providers.
        let lone = providers.filter { membership.split[$0] == nil }
        let movers = membership.units(of: Set(membership.split.keys)).own
        covers.append(ChainCover(holder: total, chains: [], rest: lone + movers))
        if chained.isSubset(of: lone) {
          covers.append(
            ChainCover(
              holder: total, chains: holders.map(\.group), rest: lone.filter { !chained.contains($0) } + movers))
        }
      }
      holders.append((total, providers))
    }
    for holder in holders {
      let (own, shared) = membership.units(of: Set(holder.members))
      let inside = unitChains.filter { chain in
        let units = chain.members.filter { membership.providers[$0] != nil }
        return !units.isEmpty && Set(units).isSubset(of: own)
      }
      let held = Set(inside.flatMap(\.members))
      // What the chains do not hold: providers where they fit whole, units elsewhere.
      let free = holder.members.filter { provider in
        let units = membership.whole[provider] ?? []
        return !units.isEmpty && held.isDisjoint(with: units) && membership.split[provider] == nil
      }
      let covered = held.union(free.flatMap { membership.whole[$0] ?? [] })
      covers.append(
        ChainCover(
          holder: holder.group, chains: inside.map(\.group),
          rest: shared.isEmpty ? free + own.filter { !covered.contains($0) } : nil))
    }
    return covers.filter { !$0.chains.isEmpty || $0.rest != nil && table.groups[$0.holder].kind == .total }
  }

  mutating func addChainsInside(_ structure: GroupStructure) {
    let chains = places(of: structure.chains)
    for period in table.periods.indices {
      for cover in chainCovers(chains, in: period) {
        for (quantity, kind) in table.quantities.enumerated() where isOfPersons(kind) {
          let whole = table.cell(quantity, cover.holder, period)
          let held = cover.chains.map { table.cell(quantity, $0, period) }.filter { $0 >= 0 }
          bound(whole, fromBelow: held, by: kind.overGroups)
          // Locks are not counted for chains.
          guard let rest = cover.rest, held.count == cover.chains.count else { continue }
          bound(
            whole, fromAbove: held + rest.map { table.cell(quantity, $0, period) }.filter { $0 >= 0 },
            by: kind.overGroups)
        }
      }
    }
  }

  /// Who is in two groups in a month is in both in the half-year; who is in a unit in two months is so in its provider.
  mutating func addOverlaps(_ structure: GroupStructure) {
    let persons = table.quantities.indices.filter {
      table.quantities[$0].overGroups == .union && table.quantities[$0].overPeriods == .union
    }
    let chains = places(of: structure.chains)
    let total = table.groups.indices.first { table.groups[$0].kind == .total }
    let providers = table.groups.indices.filter { table.groups[$0].kind == .provider }
    for (period, parts) in partsOfPeriod.enumerated() where !parts.isEmpty {
      let membership = memberships[period]
      var holders = chains
      holders += providers.map { ($0, (membership.whole[$0] ?? []) + (membership.split[$0] ?? [])) }
      if let total { holders.append((total, providers)) }
      let covers = chainCovers(chains, in: period).compactMap { cover in
        cover.rest.map { (group: cover.holder, members: cover.chains + $0) }
      }
      for quantity in persons {
        for holder in holders + covers where holder.members.count > 1 {
          for part in parts { addOverlap(quantity, holder.group, holder.members, of: period, in: part) }
        }
        guard parts.count > 1 else { continue }
        for holder in holders {
          for member in holder.members where holds(holder.group, member, membership) {
            addRepetition(quantity, holder.group, member, of: period, over: parts)
          }
        }
        guard let total else { continue }
        for chain in chains { addRepetition(quantity, total, chain.group, of: period, over: parts) }
        for (unit, homes) in membership.providers.sorted(by: { $0.key < $1.key }) where homes.count > 1 {
          addRepetition(quantity, total, unit, of: period, over: parts)
        }
      }
    }
  }

  /// Whether a member is the holder's all through the period.
  private func holds(_ holder: Int, _ member: Int, _ membership: Membership) -> Bool {
    table.groups[holder].kind != .provider || membership.providers[member]?.count == 1
  }

  /// Σ members − whole in the part ≤ Σ members − whole in the period.
  private mutating func addOverlap(_ quantity: Int, _ whole: Int, _ members: [Int], of period: Int, in part: Int) {
    var inside = members
    if table.groups[whole].kind == .provider {
      let own = Set(memberships[part].whole[whole] ?? [])
      inside = members.filter { own.contains($0) }
    }
    guard !inside.isEmpty else { return }
    order(
      inside.map { table.cell(quantity, $0, part) } + [table.cell(quantity, whole, period)],
      members.map { table.cell(quantity, $0, period) } + [table.cell(quantity, whole, part)])
  }

  /// Σ parts − period of the member ≤ Σ parts − period of the whole.
  private mutating func addRepetition(_ quantity: Int, _ whole: Int, _ member: Int, of period: Int, over parts: [Int]) {
    order(
      parts.map { table.cell(quantity, member, $0) } + [table.cell(quantity, whole, period)],
      parts.map { table.cell(quantity, whole, $0) } + [table.cell(quantity, member, period)])
  }

  private func isOfPersons(_ kind: Quantity) -> Bool { kind.overGroups != .sum && kind.overGroups != .unrelated }

  private func places(of chains: [GroupStructure.Chain]) -> [(group: Int, members: [Int])] {
    chains.compactMap { chain in
      table.group(chain.kind, chain.name).map { group in
        (group, chain.members.compactMap { table.group(chain.kind == .unitChain ? .unit : .provider, $0) })
      }
    }
  }
}
