internal import Exports

/// Sums cells and months up to groups and periods.
struct Rollup {
  private let plan: VisitPlan
  private let groups: GroupTable
  private let periods: PeriodTable
  private let space: VisitSpace
  /// By group and period, then filter.
  private var visits: [Int]
  private var rowCounts: [Int]
  /// Persons by measure, group and period: the numerator and the denominator.
  private var persons: [String: (numerators: [Int], denominators: [Int])] = [:]

  init(plan: VisitPlan, groups: GroupTable, periods: PeriodTable, space: VisitSpace) {
    self.plan = plan
    self.groups = groups
    self.periods = periods
    self.space = space
    visits = [Int](repeating: 0, count: groups.groups.count * periods.count * max(plan.filters.count, 1))
    rowCounts = visits
  }

  mutating func add(visits counts: [Int], rows: [Int]) {
    add(counts, to: &visits)
    if !rows.isEmpty { add(rows, to: &rowCounts) }
  }

  private func add(_ counts: [Int], to sums: inout [Int]) {
    for cell in groups.cells.indices {
      for month in 0..<space.monthCount {
        let periods = periods.periods(of: space.firstMonth + month)
        if periods.isEmpty { continue }
        for (number, members) in plan.filtersOfClass.enumerated() {
          let count = counts[(cell * space.monthCount + month) * plan.classCount + number]
          if count == 0 { continue }
          for group in groups.groupsOfCell[cell] {
            for period in periods {
              let base = (group * self.periods.count + period) * plan.filters.count
              for (filter, isIn) in members.enumerated() where isIn { sums[base + filter] += count }
            }
          }
        }
      }
    }
  }

  /// Counts each person once in every group and period, by all that is known of the person there.
  mutating func addPersons(_ known: PersonEntries, counted: Measure.Counted, _ filters: [Filter]) {
    let measures = plan.measures.filter { $0.counted == counted }
    if measures.isEmpty { return }
    let tests = measures.map { PersonTest($0.formula, filters) }
    let size = groups.groups.count * periods.count
    var numerators = [[Int]](repeating: [Int](repeating: 0, count: size), count: measures.count)
    var denominators = numerators
    var bits = [FilterBits](repeating: 0, count: size)
    var isTouched = [Bool](repeating: false, count: size)
    var touched: [Int] = []
    let periodsOfMonth = (0..<space.monthCount).map { periods.periods(of: space.firstMonth + $0) }
    for person in 0..<(known.starts.count - 1) {
      touched.removeAll(keepingCapacity: true)
      for entry in known.entries[known.starts[person]..<known.starts[person + 1]] {
        let (cell, month) = Int(entry.cellMonth).quotientAndRemainder(dividingBy: space.monthCount)
        for group in groups.groupsOfCell[cell] {
          for period in periodsOfMonth[month] {
            let index = group * periods.count + period
            if !isTouched[index] {
              isTouched[index] = true
              bits[index] = 0
              touched.append(index)
            }
            bits[index] |= entry.bits
          }
        }
      }
      for index in touched {
        isTouched[index] = false
        for (number, test) in tests.enumerated() {
          if test.isInDenominator(bits[index]) { denominators[number][index] += 1 }
          if test.isInNumerator(bits[index]) { numerators[number][index] += 1 }
        }
      }
    }
    for (number, measure) in measures.enumerated() {
      persons[measure.id] = (numerators[number], denominators[number])
    }
  }

  func rows() -> [ResultRow] {
    var rows: [ResultRow] = []
    rows.reserveCapacity(groups.groups.count * periods.count * plan.measures.count)
    for measure in plan.measures {
      let places = measure.formula.filters.map { filter in plan.filters.firstIndex(of: filter) ?? 0 }
      for (group, named) in groups.groups.enumerated() {
        for (period, label) in periods.labels.enumerated() {
          let index = group * periods.count + period
          let (numerator, denominator): (Int, Int)
          if let counts = persons[measure.id] {
            (numerator, denominator) = (counts.numerators[index], counts.denominators[index])
          } else {
            let sums = measure.counted == .rows ? rowCounts : visits
            let base = index * plan.filters.count
            (numerator, denominator) = (sums[base + places[0]], sums[base + (places.last ?? 0)])
          }
          rows.append(measure.row(numerator, denominator, group: named, period: label))
        }
      }
    }
    return rows
  }
}

/// How a person's bits are read for one measure.
private struct PersonTest {
  private var base: FilterBits
  private var part: FilterBits
  private var isLacking: Bool

  init(_ formula: Measure.Formula, _ filters: [Filter]) {
    let bits = formula.filters.map { filter in FilterBits(1) << FilterBits(filters.firstIndex(of: filter) ?? 0) }
    switch formula {
    case .lacking: (base, part, isLacking) = (bits[0], bits[1], true)
    case .ratio: (base, part, isLacking) = (bits[1], bits[0], false)
    default: (base, part, isLacking) = (bits.first ?? 0, bits.first ?? 0, false)
    }
  }

  func isInDenominator(_ bits: FilterBits) -> Bool { bits & base != 0 }

  func isInNumerator(_ bits: FilterBits) -> Bool {
    bits & base != 0 && (bits & part != 0) != isLacking
  }
}
