internal import CivilTime
internal import Exports
internal import Statistics

extension Register {
  /// Names of units and providers; the latest where they have had several.
  func names(on day: CivilDate) -> [String: String] {
    var names: [String: String] = [:]
    for row in rows.sorted(by: { ($0.from, $0.place) < ($1.from, $1.place) }) where Int(row.from) <= day.dayNumber {
      if !row.name.isEmpty { names[row.id] = row.name }
      if !row.providerName.isEmpty { names[row.provider] = row.providerName }
    }
    return names
  }
}

extension GroupStructure {
  /// Stretches of days in which each unit belongs to a provider, without overlap, and the chains with their members.
  init(_ register: Register, _ chains: Chains) {
    var belongings: [Belonging] = []
    for (index, unit) in register.units.enumerated() {
      let rows = unit.rows.map { register.rows[$0] }
      let starts = Set(rows.map(\.from) + rows.compactMap { $0.to.map { $0 + 1 } }).sorted()
      for (position, start) in starts.enumerated() {
        guard let row = register.row(of: index, on: start) else { continue }
        let end = position + 1 < starts.count ? starts[position + 1] - 1 : register.rows[row].to
        let provider = register.rows[row].provider
        let last = end.map { CivilDate(dayNumber: Int($0)) }
        if let before = belongings.last, before.unit == unit.id, before.provider == provider,
          before.to?.dayNumber == Int(start) - 1
        {
          belongings[belongings.count - 1].to = last
        } else {
          belongings.append(
            Belonging(unit: unit.id, provider: provider, from: CivilDate(dayNumber: Int(start)), to: last))
        }
      }
    }
    var found: [Chain] = []
    for (last, members) in chains.units.sorted(by: { $0.key < $1.key }) {
      found.append(
        Chain(kind: .unitChain, name: register.units[last].id, members: members.map { register.units[$0].id }))
    }
    for (last, members) in chains.providers.sorted(by: { $0.key < $1.key }) {
      found.append(
        Chain(kind: .providerChain, name: register.providers[last], members: members.map { register.providers[$0] }))
    }
    self.init(belongings: belongings, chains: found)
  }
}
