internal import CivilTime

/// Who belongs where in one period, as places among the groups of a table.
struct Membership {
  /// For each provider: the units that are its own all through.
  private(set) var whole: [Int: [Int]] = [:]
  /// For each provider: the units that are its own for a part of the period.
  private(set) var split: [Int: [Int]] = [:]
  /// For each unit: its providers.
  private(set) var providers: [Int: [Int]] = [:]

  init(_ structure: GroupStructure, _ table: CellTable, period: Int) {
    let days = table.periods[period].span?.days
    for belonging in structure.belongings {
      if let days, belonging.from > days.upperBound || (belonging.to.map { $0 < days.lowerBound } ?? false) { continue }
      guard let unit = table.group(.unit, belonging.unit), let provider = table.group(.provider, belonging.provider),
        !(providers[unit]?.contains(provider) ?? false)
      else { continue }
      providers[unit, default: []].append(provider)
    }
    for unit in providers.keys.sorted() {
      let homes = providers[unit] ?? []
      for provider in homes {
        if homes.count == 1 {
          whole[provider, default: []].append(unit)
        } else {
          split[provider, default: []].append(unit)
        }
      }
    }
  }

  /// The units of some providers: those that belong to no other in the period, and those that do.
  func units(of homes: Set<Int>) -> (own: [Int], shared: [Int]) {
    let touched = providers.keys.sorted().filter { !homes.isDisjoint(with: providers[$0] ?? []) }
    return (
      touched.filter { homes.isSuperset(of: providers[$0] ?? []) },
      touched.filter { !homes.isSuperset(of: providers[$0] ?? []) }
    )
  }
}
