import Statistics

extension SmallWorld {
  private struct Group {
    var kind: GroupKind
    var name: String
    var holds: (_ unit: Int, _ month: Int, _ isLate: Bool) -> Bool
  }

  private var groups: [Group] {
    var result = [Group(kind: .total, name: "ALLA") { _, _, _ in true }]
    for provider in 0..<providers {
      result.append(
        Group(kind: .provider, name: "U\(provider)") { self.provider(of: $0, month: $1, isLate: $2) == provider })
    }
    for unit in 0..<units { result.append(Group(kind: .unit, name: "E\(unit)") { other, _, _ in other == unit }) }
    for chain in unitChains {
      result.append(Group(kind: .unitChain, name: "E\(chain[chain.count - 1])") { unit, _, _ in chain.contains(unit) })
    }
    for chain in providerChains {
      result.append(
        Group(kind: .providerChain, name: "U\(chain[chain.count - 1])") {
          chain.contains(self.provider(of: $0, month: $1, isLate: $2))
        })
    }
    return result
  }

  private func half(of month: Int) -> String {
    "2026-H" + ((Int(months[month].suffix(2)) ?? 1) <= 6 ? "1" : "2")
  }

  /// The periods that are published and the months in each.
  private var periods: [(String, Set<Int>)] {
    var result = months.indices.map { (months[$0], Set([$0])) }
    for name in Set(months.indices.map(half)).sorted() {
      result.append((name, Set(months.indices.filter { half(of: $0) == name })))
    }
    result.append(("ALLA", Set(months.indices)))
    return result
  }

  /// Every figure, by a naive reading of `measures.md`.
  func resultRows() -> [ResultRow] {
    var result: [ResultRow] = []
    var best: [Int: Row] = [:]
    for row in rows where row.registration < best[row.visit]?.registration ?? 9 { best[row.visit] = row }
    let visits = best.keys.sorted().compactMap { best[$0] }
    for group in groups {
      func count(_ measure: String, _ period: String, _ numerator: Int) {
        result.append(
          ResultRow(
            measure: measure, groupKind: group.kind, group: group.name, period: period, numerator: numerator,
            denominator: nil, value: Double(numerator)))
      }
      func ratio(_ measure: String, _ period: String, _ numerator: Int, _ denominator: Int) {
        result.append(
          ResultRow(
            measure: measure, groupKind: group.kind, group: group.name, period: period, numerator: numerator,
            denominator: denominator, value: denominator == 0 ? nil : Double(numerator) / Double(denominator)))
      }
      for (period, months) in periods {
        func holds(_ row: Row) -> Bool { months.contains(row.month) && group.holds(row.unit, row.month, row.isLate) }
        let here = visits.filter(holds)
        let worked = rows.filter(holds)
        let classes = (0...4).map { registration in here.count { $0.registration == registration } }
        let names = ["V1.las", "V1.nfc", "V1.app", "V1.efterhand", "V1.okand"]
        for (name, number) in zip(names, classes) { count(name, period, number) }
        count("V1.visits", period, here.count)
        ratio("V1", period, classes[0] + classes[1], classes[0...3].reduce(0, +))
        ratio("V2", period, here.count { $0.isLockable && $0.registration == 0 }, here.count { $0.isLockable })
        ratio("V4", period, classes[0...2].reduce(0, +), here.count)
        let lockable = Set(worked.filter(\.isLockable).map(\.staff))
        let openers = Set(worked.filter { $0.registration == 0 }.map(\.staff))
        var v3 = ResultRow(
          measure: "V3", groupKind: group.kind, group: group.name, period: period,
          numerator: lockable.subtracting(openers).count, denominator: lockable.count, value: nil)
        if !lockable.isEmpty { v3.value = v3.numerator.map(Double.init) }
        result.append(v3)
        ratio(
          "V5", period, Set(worked.filter { $0.registration < 3 }.map(\.staff)).count, Set(worked.map(\.staff)).count)
        ratio("L2", period, Set(here.filter(\.isLockable).map(\.client)).count, Set(here.map(\.client)).count)
      }
      guard group.kind != .unitChain, group.kind != .providerChain else { continue }
      let last = months.count - 1
      let mine = locks.filter { group.holds($0.unit, last, true) }
      count("L1", months[last] + "-28", Set(mine.map(\.id)).count)
      for (battery, name) in ["L3.ok", "L3.lagt", "L3.kritiskt", "L3.okant"].enumerated() {
        count(name, months[last] + "-28", Set(mine.filter { $0.battery == battery }.map(\.id)).count)
      }
      for month in months.indices {
        let mine = jobs.filter { $0.month == month && group.holds($0.unit, month, true) }
        guard !mine.isEmpty else { continue }
        let done = mine.filter(\.isDone)
        count("M1.montering", months[month], done.count { $0.kind == 0 || $0.kind == 2 })
        count("M1.nedmontering", months[month], done.count { $0.kind == 1 || $0.kind == 2 })
        count("M1.byte", months[month], done.count { $0.kind == 2 })
        count("M1.service", months[month], done.count { $0.kind == 3 })
        // All units of the small world report together, or the group has no complete month.
        let members = Set(
          jobs.filter { half(of: $0.month) == half(of: month) && group.holds($0.unit, $0.month, true) }.map(\.unit))
        ratio("M1.reported", months[month], Set(mine.map(\.unit)).count, members.count)
      }
      for name in Set(months.indices.map(half)).sorted() {
        let inside = months.indices.filter { half(of: $0) == name }
        let members = Set(jobs.filter { inside.contains($0.month) && group.holds($0.unit, $0.month, true) }.map(\.unit))
        let complete = inside.filter { month in
          !members.isEmpty
            && Set(jobs.filter { $0.month == month && group.holds($0.unit, month, true) }.map(\.unit)) == members
        }
        for (measure, kinds) in [("M2.montering", [0, 2]), ("M2.nedmontering", [1, 2])] {
          let number = jobs.count {
            $0.isDone && complete.contains($0.month) && kinds.contains($0.kind) && group.holds($0.unit, $0.month, true)
          }
          ratio(measure, name, number, complete.count)
        }
      }
    }
    return result.sorted()
  }
}
