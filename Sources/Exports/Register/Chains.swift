/// Units and providers that took over from one another, for trends.
public struct Chains: Sendable {
  /// The members of each chain by its last unit or provider, as places in the register; that one is among them.
  public let units: [Int: [Int]]
  public let providers: [Int: [Int]]

  public init(_ register: Register) {
    let rows = register.rows
    /// Rows by the unit that they say they replace.
    var naming: [Int: [Int]] = [:]
    for (index, row) in rows.enumerated() where !row.replaces.isEmpty {
      if let unit = register.unit(id: row.replaces) { naming[unit, default: []].append(index) }
    }
    var unitSuccessors: [Int: Int] = [:]
    for (unit, namers) in naming {
      let others = Set(namers.map { rows[$0].id }).subtracting([register.units[unit].id])
      if others.count == 1, let successor = others.first.flatMap({ register.unit(id: $0) }) {
        unitSuccessors[unit] = successor
      }
    }
    var providerSuccessors: [Int: Int] = [:]
    for provider in register.providers.indices {
      let units = register.units.indices.filter { unit in
        register.units[unit].rows.contains { register.providerOfRow[$0] == provider }
      }
      guard units.allSatisfy({ unitSuccessors[$0] != nil }) else { continue }
      let takers = Set(units.flatMap { naming[$0] ?? [] }.map { register.providerOfRow[$0] })
      if takers.count == 1, let taker = takers.first, taker != provider { providerSuccessors[provider] = taker }
    }
    self.units = Self.chains(unitSuccessors)
    providers = Self.chains(providerSuccessors)
  }

  /// Every node that leads to one without a successor, by that last one.
  private static func chains(_ successors: [Int: Int]) -> [Int: [Int]] {
    var ends: [Int: Int] = [:]
    for start in successors.keys {
      var node = start
      var steps = 0
      // A circle has no end; no way is longer than there are nodes.
      while let next = successors[node], steps <= successors.count {
        node = next
        steps += 1
      }
      if successors[node] == nil { ends[start] = node }
    }
    var chains: [Int: [Int]] = [:]
    for (start, end) in ends { chains[end, default: [end]].append(start) }
    return chains.mapValues { $0.sorted() }
  }
}
