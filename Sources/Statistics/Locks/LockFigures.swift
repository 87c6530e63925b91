internal import Exports

/// L1 and L3: different locks in the latest reading; and which clients have a lock on which days.
struct LockFigures {
  let register: Register
  let groups: GroupTable
  let measures: [Measure]

  private func snapshot(_ locks: [Placed<LockRow>]) -> [Placed<LockRow>] {
    guard let latest = locks.map(\.row.reading).max() else { return [] }
    return locks.filter { $0.row.reading == latest }
  }

  func rows(_ locks: [Placed<LockRow>]) -> [ResultRow] {
    let snapshot = snapshot(locks)
    guard let day = snapshot.first?.row.reading else { return [] }
    let present = groups.holding(register, on: day).groups
    return measures.flatMap { measure -> [ResultRow] in
      let filters = measure.formula.filters
      var found: [Int: [Set<UInt64>]] = [:]
      for lock in snapshot {
        let codes = [Int(lock.row.type), Int(lock.row.status), Int(lock.row.battery ?? 3)]
        for (index, filter) in filters.enumerated() where filter.matches(codes) {
          for group in groups.groupsOfCell[groups.cellOfRow[lock.registerRow]].prefix(3) {
            found[group, default: [Set<UInt64>](repeating: [], count: filters.count)][index].insert(lock.row.lock)
          }
        }
      }
      return present.map { group in
        let counts = found[group]?.map(\.count) ?? [Int](repeating: 0, count: filters.count)
        return measure.row(counts[0], counts[counts.count - 1], group: groups.groups[group], period: day.isoDay)
      }
    }
  }

  /// The days on which each client has a lock, by the latest reading.
  func connections(_ locks: [Placed<LockRow>]) -> [(client: UInt64, days: ClosedRange<Int32>)] {
    snapshot(locks).compactMap { lock in
      let row = lock.row
      guard row.type == 0, let client = row.client, let from = row.from,
        row.to != nil || row.status == 0 || row.status == 3
      else { return nil }
      return (client, from...(row.to ?? Int32.max))
    }
  }
}
