internal import Exports

/// The active phones of one day's reading, and the groups that day.
struct Reading {
  let day: Int32
  let register: Register
  let groups: GroupTable
  /// Active phones with their unit.
  let active: [Placed<PhoneRow>]
  /// The groups that hold that day, as places in the table: total, units, their providers.
  let present: [Int]
  /// The register's row that holds for each unit that day.
  let rowOfUnit: [Int: Int]

  init(day: Int32, phones: [Placed<PhoneRow>], register: Register, groups: GroupTable) {
    self.day = day
    self.register = register
    self.groups = groups
    active = phones.filter { $0.row.reading == day && $0.row.status == 0 }
    (present, rowOfUnit) = groups.holding(register, on: day)
  }

  func groups(of registerRow: Int) -> [Int] {
    Array(groups.groupsOfCell[groups.cellOfRow[registerRow]].prefix(3))
  }

  /// A count or a ratio in each group.
  func rows(_ measure: Measure, period: String) -> [ResultRow] {
    let filters = measure.formula.filters
    var counts: [Int: [Int]] = [:]
    for phone in active {
      let codes = phone.row.codes
      let matches = filters.map { $0.matches(codes) }
      for group in groups(of: phone.registerRow) {
        for (index, isMatch) in matches.enumerated() where isMatch {
          counts[group, default: [Int](repeating: 0, count: filters.count)][index] += 1
        }
      }
    }
    return present.map { group in
      let found = counts[group] ?? [Int](repeating: 0, count: filters.count)
      return measure.row(found[0], found[found.count - 1], group: groups.groups[group], period: period)
    }
  }

  /// P3: phones of each unit against its need.
  func needRows(_ measure: Measure, isSpare: Bool, isShare: Bool) -> [ResultRow] {
    rowOfUnit.map { unit, row in
      let have = have(unit, isSpare: isSpare)
      let need = isSpare ? register.rows[row].spareNeed : register.rows[row].need
      let value = need.flatMap { need -> Double? in
        isShare ? (need > 0 ? Double(have) / Double(need) : nil) : Double(have - need)
      }
      return ResultRow(
        measure: measure.id, groupKind: .unit, group: register.units[unit].id, period: day.isoDay, numerator: have,
        denominator: need, value: value)
    }
  }

  private func have(_ unit: Int, isSpare: Bool) -> Int {
    active.count { $0.unit == unit && ($0.row.type == 1) == isSpare }
  }

  /// P2: one proposal for each unused phone, counted by group.
  func proposals() -> [PhoneProposal: [Int: Int]] {
    var left: [Int: Int] = [:]
    for (unit, row) in rowOfUnit {
      let entry = register.rows[row]
      guard entry.isInHouse, let need = entry.need, need > 0 else { continue }
      let deficit = need - have(unit, isSpare: false)
      if deficit > 0 { left[unit] = deficit }
    }
    let lacking = Set(left.keys)
    var counts: [PhoneProposal: [Int: Int]] = [:]
    func count(_ proposal: PhoneProposal, _ row: Int) {
      for group in groups(of: row) { counts[proposal, default: [:]][group, default: 0] += 1 }
    }
    let unused = active.filter { $0.row.state == .idle || $0.row.state == .never }
      .sorted { $0.row.id.utf8.lexicographicallyPrecedes($1.row.id.utf8) }
    for phone in unused {
      if lacking.contains(phone.unit) {
        count(.keep, phone.registerRow)
        continue
      }
      // Units are numbered in byte order of their ids.
      let target = left.filter { $0.value > 0 }.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
      if register.rows[phone.registerRow].isInHouse, let target, let row = rowOfUnit[target] {
        left[target, default: 0] -= 1
        count(.reassign, phone.registerRow)
        count(.receive, row)
      } else {
        count(.deactivate, phone.registerRow)
      }
    }
    return counts
  }
}

extension GroupTable {
  /// The total, the units with a row that holds on a day and their providers; and the row of each of those units.
  func holding(_ register: Register, on day: Int32) -> (groups: [Int], rowOfUnit: [Int: Int]) {
    var found: Set<Int> = [0]
    var rows: [Int: Int] = [:]
    for unit in register.units.indices {
      guard let row = register.row(of: unit, on: day) else { continue }
      rows[unit] = row
      found.formUnion(groupsOfCell[cellOfRow[row]].prefix(3))
    }
    return (found.sorted(), rows)
  }
}
