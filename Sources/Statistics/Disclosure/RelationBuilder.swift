internal import CivilTime

/// Writes down what a reader knows: the relations between the cells of a table.
struct RelationBuilder {
  let table: CellTable
  let vocabulary: DisclosureVocabulary
  /// For each period those that it consists of.
  let partsOfPeriod: [[Int]]
  /// For each period who belongs where in it.
  let memberships: [Membership]
  private(set) var system = RelationSystem()

  /// The relations of a table, ready to be searched.
  static func system(
    of table: CellTable, rows: [ResultRow], vocabulary: DisclosureVocabulary, structure: GroupStructure
  ) -> RelationSystem {
    var builder = RelationBuilder(table: table, vocabulary: vocabulary, structure: structure)
    builder.addRelationsWithinCells()
    builder.addPresences()
    builder.addComplements()
    builder.addPeriods()
    builder.addGroups(structure)
    builder.addAbsences(structure)
    builder.addChainsInside(structure)
    builder.addOverlaps(structure)
    builder.addReportedSums(rows: rows)
    builder.system.seal(cellCount: table.count)
    return builder.system
  }

  private init(table: CellTable, vocabulary: DisclosureVocabulary, structure: GroupStructure) {
    self.table = table
    self.vocabulary = vocabulary
    partsOfPeriod = Self.partsOfPeriods(in: table)
    memberships = table.periods.indices.map { Membership(structure, table, period: $0) }
  }

  private mutating func addRelationsWithinCells() {
    for relation in vocabulary.relations {
      let terms = relation.terms.compactMap { term in
        table.quantity(named: term.quantity).map { (term.coefficient, $0) }
      }
      guard terms.count == relation.terms.count else { continue }
      for group in table.groups.indices where relation.kind == nil || table.groups[group].kind == relation.kind {
        for period in table.periods.indices where terms.allSatisfy({ table.cell($0.1, group, period) >= 0 }) {
          for (coefficient, quantity) in terms {
            for _ in 0..<abs(coefficient) {
              system.add(table.cell(quantity, group, period), sign: coefficient > 0 ? 1 : -1)
            }
          }
          system.close(
            lower: relation.lower ?? -RelationSystem.unbounded, upper: relation.upper ?? RelationSystem.unbounded,
            values: table.value)
        }
      }
    }
  }

  /// Stricter than what a reader knows, who need not be sure that there is any: a witness keeps what there is some of.
  private mutating func addPresences() {
    for presence in vocabulary.presences {
      guard let cause = table.quantities.firstIndex(where: { $0.name == presence.cause }),
        let effect = table.quantities.firstIndex(where: { $0.name == presence.effect })
      else { continue }
      for group in table.groups.indices {
        for period in table.periods.indices {
          let (one, other) = (table.cell(cause, group, period), table.cell(effect, group, period))
          guard one >= 0, other >= 0 else { continue }
          if table.value[one] > 0 {
            system.setFloor(1, of: other)
          } else if table.value[other] == 0, other < table.firstComplement {
            fixAtZero(one)
          }
        }
      }
    }
  }

  /// A count that everybody knows to be 0.
  mutating func fixAtZero(_ cell: Int) {
    if table.value[cell] == 0 { system.fix(cell) }
  }

  private mutating func addComplements() {
    for (measure, traits) in vocabulary.measures.enumerated() {
      guard table.complementQuantity[measure] >= 0, let denominator = traits.denominator,
        let top = table.quantity(named: traits.numerator), let base = table.quantity(named: denominator)
      else { continue }
      for group in table.groups.indices {
        for period in table.periods.indices {
          let rest = table.cell(table.complementQuantity[measure], group, period)
          guard rest >= 0 else { continue }
          system.add(table.cell(base, group, period), sign: 1)
          system.add(table.cell(top, group, period), sign: -1)
          system.add(rest, sign: -1)
          system.close(lower: 0, upper: 0, values: table.value)
        }
      }
    }
  }

  /// For each period those that it consists of, one step down: months of a half-year, half-years (or months) of all.
  static func partsOfPeriods(in table: CellTable) -> [[Int]] {
    table.periods.map { period in
      guard let span = period.span else { return [] }
      let parts = table.periods.indices.filter { part in
        table.periods[part].span.map { span.holds($0) } ?? false
      }
      guard parts.isEmpty, span == .all else { return parts }
      return table.periods.indices.filter { part in
        if case .month = table.periods[part].span { true } else { false }
      }
    }
  }

  private mutating func addPeriods() {
    for (whole, parts) in partsOfPeriod.enumerated() where !parts.isEmpty {
      for (quantity, kind) in table.quantities.enumerated() where kind.overPeriods != .unrelated {
        for group in table.groups.indices {
          let top = table.cell(quantity, group, whole)
          let cells = parts.map { table.cell(quantity, group, $0) }.filter { $0 >= 0 }
          combine(cells, into: top, by: kind.overPeriods)
        }
      }
    }
  }

  /// Half-years of jobs: the sum of the complete months, which the reader sees in the tables of reporting units.
  private mutating func addReportedSums(rows: [ResultRow]) {
    for sum in vocabulary.reportedSums {
      guard let whole = table.quantity(named: sum.whole), let part = table.quantity(named: sum.part) else { continue }
      var reported: Set<CellTable.Group> = []
      var complete: [CellTable.Group: [(CivilMonth, Int)]] = [:]
      for row in rows where row.measure == sum.reportedMeasure && row.numerator == row.denominator {
        guard let members = row.denominator, members > 0, case .month(let month) = PeriodSpan(row.period),
          let group = table.group(row.groupKind, row.group), let period = table.period(named: row.period)
        else { continue }
        reported.insert(table.groups[group])
        complete[table.groups[group], default: []].append((month, table.cell(part, group, period)))
      }
      for row in rows where row.measure == sum.countMeasure {
        guard let group = table.group(row.groupKind, row.group), let period = table.period(named: row.period),
          let count = row.denominator, let span = table.periods[period].span
        else { continue }
        let months = (complete[table.groups[group]] ?? []).filter { span.holds(.month($0.0)) }
        // The month that is not over comes last and is the only one that may be reported without being complete.
        let cells = months.sorted { $0.0 < $1.0 }.prefix(count).map(\.1).filter { $0 >= 0 }
        combine(cells, into: table.cell(whole, group, period), by: .sum)
      }
    }
  }

  /// What follows for a whole from all its parts.
  mutating func combine(_ parts: [Int], into whole: Int, by combination: Combination) {
    guard whole >= 0, !parts.isEmpty else { return }
    if combination == .sum {
      equate([whole], parts)
    } else {
      bound(whole, fromBelow: parts, by: combination)
      bound(whole, fromAbove: parts, by: combination)
    }
  }

  mutating func bound(_ whole: Int, fromBelow parts: [Int], by combination: Combination) {
    guard whole >= 0, !parts.isEmpty else { return }
    switch combination {
    case .sum:
      system.add(whole, sign: 1)
      for part in parts { system.add(part, sign: -1) }
      system.close(lower: 0, upper: RelationSystem.unbounded, values: table.value)
    case .union, .atLeastEach:
      for part in parts { system.order(part, whole, values: table.value) }
    case .atMostSum, .unrelated: break
    }
  }

  mutating func bound(_ whole: Int, fromAbove parts: [Int], by combination: Combination) {
    guard whole >= 0, !parts.isEmpty else { return }
    switch combination {
    case .sum, .union, .atMostSum:
      for part in parts { system.add(part, sign: 1) }
      system.add(whole, sign: -1)
      system.close(lower: 0, upper: RelationSystem.unbounded, values: table.value)
    case .atLeastEach, .unrelated: break
    }
  }

  /// Σ less ≤ Σ more, where all cells are published.
  mutating func order(_ less: [Int], _ more: [Int]) {
    guard (less + more).allSatisfy({ $0 >= 0 }) else { return }
    for cell in more { system.add(cell, sign: 1) }
    for cell in less { system.add(cell, sign: -1) }
    system.close(lower: 0, upper: RelationSystem.unbounded, values: table.value)
  }

  /// whole = Σ parts over several wholes that share parts.
  mutating func equate(_ wholes: [Int], _ parts: [Int]) {
    for whole in wholes { system.add(whole, sign: 1) }
    for part in parts { system.add(part, sign: -1) }
    system.close(lower: 0, upper: 0, values: table.value)
  }
}
