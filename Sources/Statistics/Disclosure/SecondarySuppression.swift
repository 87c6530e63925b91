/// Hides further cells until every protected count has witnesses for all of 1–4, then shows what was not needed.
struct SecondarySuppression {
  /// How far a search may go.
  private struct Effort {
    var isPaying: Bool
    var attempts: Int
    var steps: Int

    static let free = Effort(isPaying: false, attempts: 2, steps: 60)
    static let paying = Effort(isPaying: true, attempts: 4, steps: 160)
    static let last = Effort(isPaying: true, attempts: 12, steps: 300)
    static let desperate = Effort(isPaying: true, attempts: 250, steps: 250)
    static let cleanUp = Effort(isPaying: false, attempts: 1, steps: 60)
    /// Searches in the clean-up, all told.
    static let cleanUpSearches = 12_000
    /// A cell that more needs than this lean on is not tried.
    static let leaning = 6
  }

  private(set) var search: WitnessSearch
  private let table: CellTable
  private let rules: PrimaryRules
  private(set) var withdrawn: [Publication.WithdrawnTable] = []
  /// For each need the witness that meets it; nil when its table is withdrawn.
  private(set) var meeting: [Int?]
  private(set) var witnesses: [Witness] = []
  /// For each cell the needs to look at when it changes.
  private var needsOfCell: [Int: [Int]] = [:]
  /// For each witness the needs that lean on it.
  private var served: [[Int]] = []
  private var withdrawnCells: Set<Int> = []

  init(table: CellTable, system: RelationSystem, rules: PrimaryRules, policy: DisclosurePolicy) {
    self.table = table
    self.rules = rules
    search = WitnessSearch(
      system: system, values: table.value, states: CellStates(table: table, policy: policy))
    meeting = Array(repeating: nil, count: rules.needs.count)
    for cell in 0..<table.firstComplement where rules.rule[cell] != nil {
      search.set(cell, rules.isFew[cell] ? .few : .withheld)
    }
    for (number, need) in rules.needs.enumerated() { needsOfCell[need.cell, default: []].append(number) }
    guard policy.protectsSecondarily else { return }
    for number in orderOfNeeds() where meeting[number] == nil { protect(number) }
    cleanUp()
  }

  var needs: [ProtectionNeed] { rules.needs }

  func value(of cell: Int) -> Int { table.value[cell] }

  /// Whether a witness that stands the check meets the need, or nothing of its source is published.
  func isMet(_ number: Int) -> Bool {
    guard let witness = meeting[number] else {
      let family = table.quantities[Int(table.quantity[rules.needs[number].cell])].family
      return withdrawn.contains { $0.family == family && $0.groupKind == .total && $0.period == nil }
    }
    return search.holds(witnesses[witness])
  }

  /// The witnesses that something still leans on.
  func leaningWitnesses() -> [Witness] {
    Set(meeting.compactMap { $0 }).sorted().map { witnesses[$0] }
  }

  /// By period, group and quantity, so that neighbours share what is hidden for them.
  private func orderOfNeeds() -> [Int] {
    rules.needs.indices.sorted { left, right in
      let (one, other) = (rules.needs[left].cell, rules.needs[right].cell)
      return (table.period[one], table.group[one], table.quantity[one], left)
        < (table.period[other], table.group[other], table.quantity[other], right)
    }
  }

  private func changes(for need: ProtectionNeed) -> [Int] {
    let value = table.value[need.cell]
    switch need.goal {
    case .atMost(let limit): return [limit - value]
    case .atLeast(let limit): return [limit - value]
    case .away(let distance): return value >= distance ? [distance, -distance] : [distance]
    }
  }

  private mutating func protect(_ number: Int) {
    if meet(number, .free) || meet(number, .paying) { return }
    let need = rules.needs[number]
    for companions in [1, 3, 8] {
      loosen(need.cell, companions: companions, upward: false)
      if meet(number, companions < 8 ? .last : .desperate) { return }
    }
    loosen(need.cell, companions: 8, upward: true)
    if meet(number, .desperate) { return }
    let kind = table.groups[Int(table.group[need.cell])].kind
    withdraw(like: need.cell, [kind], period: Int(table.period[need.cell]))
    if meet(number, .last) { return }
    for kinds: [GroupKind] in [[.unit, .unitChain], [.provider, .providerChain], [.total]] {
      withdraw(like: need.cell, kinds, period: nil)
      if meet(number, .last) { return }
    }
  }

  private mutating func meet(_ number: Int, _ effort: Effort) -> Bool {
    let need = rules.needs[number]
    for amount in changes(for: need) {
      guard let witness = find(need, by: amount, effort) else { continue }
      accept(witness)
      return true
    }
    return false
  }

  private mutating func find(_ need: ProtectionNeed, by amount: Int, _ effort: Effort) -> Witness? {
    search.find(need.cell, by: amount, paying: effort.isPaying, attempts: effort.attempts, steps: effort.steps)
  }

  /// A witness that hides nothing more.
  private mutating func free(for need: ProtectionNeed) -> Witness? {
    for amount in changes(for: need) {
      if let witness = find(need, by: amount, .cleanUp) { return witness }
    }
    return nil
  }

  /// Hides the columns of a group and of the groups beside it that have most to give (`upward`: and of those that
  /// hold it); the clean-up shows again what was not needed.
  private mutating func loosen(_ cell: Int, companions: Int, upward: Bool) {
    let family = table.quantities[Int(table.quantity[cell])].family
    let kind = table.groups[Int(table.group[cell])].kind
    var beside: Set<Int32> = []
    for use in search.system.uses(of: cell) {
      for term in search.system.terms(of: Int(search.system.uses[use])) {
        let other = Int(search.system.cells[term])
        if table.group[other] != table.group[cell], table.quantity[other] == table.quantity[cell],
          table.groups[Int(table.group[other])].kind == kind
        {
          beside.insert(table.group[other])
        }
      }
    }
    func poverty(_ group: Int32) -> Int {
      (0..<table.quantities.count).count { quantity in
        let other = table.cell(quantity, Int(group), Int(table.period[cell]))
        return other >= 0 && table.value[other] < 10
      }
    }
    let ranked = beside.map { (poverty($0), $0) }.sorted { $0 < $1 }
    var groups = Set(ranked.prefix(companions).map(\.1)).union([table.group[cell]])
    if upward { groups.formUnion(holders(of: cell)) }
    for group in groups.sorted() {
      for quantity in table.quantities.indices where table.quantities[quantity].family == family {
        for period in table.periods.indices {
          let other = table.cell(quantity, Int(group), period)
          if other >= 0, other < table.firstComplement, search.states.isMovable[other],
            search.states.mark[other] == .shown
          {
            search.set(other, .withheld)
          }
        }
      }
    }
  }

  /// Groups of other kinds that share a relation with the cell, and the total.
  private func holders(of cell: Int) -> Set<Int32> {
    var result: Set<Int32> = []
    for use in search.system.uses(of: cell) {
      for term in search.system.terms(of: Int(search.system.uses[use])) {
        result.insert(table.group[Int(search.system.cells[term])])
      }
    }
    result.formUnion(table.groups.indices.filter { table.groups[$0].kind == .total }.map { Int32($0) })
    let kind = table.groups[Int(table.group[cell])].kind
    return result.filter { table.groups[Int($0)].kind != kind }
  }

  /// Hides what the witness differs in, and notes every need it meets.
  private mutating func accept(_ witness: Witness) {
    for change in witness.changes {
      let cell = Int(change.cell)
      if !search.states.range(of: cell).contains(table.value[cell] + change.by) || search.states.mark[cell] == .shown {
        search.set(cell, .withheld)
      }
    }
    var leaning: [Int] = []
    for change in witness.changes {
      for number in needsOfCell[Int(change.cell)] ?? [] where meeting[number] == nil {
        let value = table.value[Int(change.cell)]
        guard rules.needs[number].isMet(by: value + change.by, insteadOf: value) else { continue }
        meeting[number] = witnesses.count
        leaning.append(number)
      }
    }
    witnesses.append(witness)
    served.append(leaning)
  }

  /// Withdraws every table of a source, when what protects a need does not stand the last check.
  mutating func withdrawAll(like cell: Int) {
    withdraw(like: cell, [.unit, .unitChain, .provider, .providerChain, .total], period: nil)
  }

  private mutating func withdraw(like cell: Int, _ kinds: [GroupKind], period: Int?) {
    let family = table.quantities[Int(table.quantity[cell])].family
    for other in 0..<table.firstComplement {
      guard table.quantities[Int(table.quantity[other])].family == family,
        kinds.contains(table.groups[Int(table.group[other])].kind),
        period.map({ Int(table.period[other]) == $0 }) ?? true
      else { continue }
      search.withdraw(other)
      withdrawnCells.insert(other)
    }
    for kind in kinds {
      withdrawn.append(
        Publication.WithdrawnTable(family: family, groupKind: kind, period: period.map { table.periods[$0].text }))
    }
  }

  /// Shows again, dearest first, what the needs can do without.
  private mutating func cleanUp() {
    var leaning: [Int: Set<Int>] = [:]
    for (number, witness) in witnesses.enumerated() where !served[number].isEmpty {
      for change in witness.changes { leaning[Int(change.cell), default: []].insert(number) }
    }
    let weight = search.states.weight
    let secondary = (0..<table.firstComplement).filter {
      search.states.mark[$0] == .withheld && rules.rule[$0] == nil && !withdrawnCells.contains($0)
    }.sorted { (weight[$1], $0) < (weight[$0], $1) }
    var searches = 0
    for cell in secondary {
      let leaners = (leaning[cell] ?? []).sorted()
      let needs = leaners.flatMap { served[$0] }
      guard needs.count <= Effort.leaning, searches + needs.count <= Effort.cleanUpSearches else { continue }
      searches += needs.count
      search.set(cell, .shown)
      var found: [Witness] = []
      for number in needs {
        guard let witness = free(for: rules.needs[number]) else { break }
        found.append(witness)
      }
      guard found.count == needs.count else {
        search.set(cell, .withheld)
        continue
      }
      for number in needs { meeting[number] = nil }
      for leaner in leaners { served[leaner] = [] }
      for witness in found {
        let number = witnesses.count
        accept(witness)
        for change in witness.changes where !served[number].isEmpty {
          leaning[Int(change.cell), default: []].insert(number)
        }
      }
      for leaner in leaners {
        for change in witnesses[leaner].changes { leaning[Int(change.cell)]?.remove(leaner) }
      }
    }
  }
}
