/// Hides further cells until every protected count has witnesses for all of 1–4, then shows what was not needed.
struct SecondarySuppression {
  /// How far a search may go.
  struct Effort {
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
    /// The cost, of a few units' cells, below which nothing cheaper is looked for.
    static let cheap = 8000
  }

  var search: WitnessSearch
  let table: CellTable
  let rules: PrimaryRules
  var withdrawn: [Publication.WithdrawnTable] = []
  private let directions: [SumMoves.Direction]
  /// For each need the witness that meets it; nil when its table is withdrawn.
  var meeting: [Int?]
  var witnesses: [Witness] = []
  /// For each cell the needs to look at when it changes.
  private var needsOfCell: [Int: [Int]] = [:]
  /// For each witness the needs that lean on it.
  var served: [[Int]] = []
  var withdrawnCells: Set<Int> = []

  /// `mayGiveUp`: ends when a table must be withdrawn for every period; then what came of it protects nothing.
  init(
    table: CellTable, system: RelationSystem, rules: PrimaryRules, policy: DisclosurePolicy, mayGiveUp: Bool = false
  ) {
    self.table = table
    self.rules = rules
    directions = SumMoves.directions(of: system, in: table)
    search = WitnessSearch(
      system: system, values: table.value, states: CellStates(table: table, system: system, policy: policy))
    meeting = Array(repeating: nil, count: rules.needs.count)
    for cell in 0..<table.firstComplement where rules.rule[cell] != nil {
      search.set(cell, rules.isFew[cell] ? .few : .withheld)
    }
    for (number, need) in rules.needs.enumerated() { needsOfCell[need.cell, default: []].append(number) }
    guard policy.protectsSecondarily else { return }
    for number in orderOfNeeds() where meeting[number] == nil {
      protect(number)
      if mayGiveUp, withdrawn.contains(where: \.isOfEveryPeriod) { return }
    }
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

  func changes(for need: ProtectionNeed) -> [Int] {
    let value = table.value[need.cell]
    switch need.goal {
    case .atMost(let limit): return [limit - value]
    case .atLeast(let limit): return [limit - value]
    case .away(let distance): return value >= distance ? [distance, -distance] : [distance]
    }
  }

  private mutating func protect(_ number: Int) {
    if meet(number, .free) || pay(number) { return }
    let need = rules.needs[number]
    var loosened: [Int] = []
    for (companions, upward) in [(1, false), (3, false), (8, false), (8, true)] {
      loosened += loosen(need.cell, companions: companions, upward: upward)
      if meet(number, companions < 8 ? .last : .desperate) {
        tighten(loosened)
        return
      }
    }
    let kind = table.groups[Int(table.group[need.cell])].kind
    withdraw(like: need.cell, [kind], period: Int(table.period[need.cell]))
    if meet(number, .last) || pay(number) { return }
    for kinds: [GroupKind] in [[.unit, .unitChain], [.provider, .providerChain], [.total]] {
      withdraw(like: need.cell, kinds, period: nil)
      if meet(number, .last) || pay(number) { return }
    }
  }

  mutating func meet(_ number: Int, _ effort: Effort) -> Bool {
    let need = rules.needs[number]
    for amount in changes(for: need) {
      guard let witness = find(need, by: amount, effort) else { continue }
      accept(witness)
      return true
    }
    return false
  }

  /// Meets a need by the cheaper of two witnesses: one mended step by step, one begun with a shift that keeps all sums.
  private mutating func pay(_ number: Int) -> Bool {
    let need = rules.needs[number]
    for amount in changes(for: need) {
      var cheapest = find(need, by: amount, .paying).map { (search.bestCost, $0) }
      if let cost = cheapest?.0, cost <= Effort.cheap {
        cheapest.map { accept($0.1) }
        return true
      }
      let moves = SumMoves(directions: directions, table: table, system: search.system, states: search.states)
      for start in moves.starts(changing: need.cell, by: amount, fits: { search.keeps($0) }) {
        guard let witness = search.find(from: start, steps: 100) else { continue }
        if cheapest.map({ search.bestCost < $0.0 }) ?? true { cheapest = (search.bestCost, witness) }
      }
      guard let (_, witness) = cheapest else { continue }
      accept(witness)
      return true
    }
    return false
  }

  private mutating func find(_ need: ProtectionNeed, by amount: Int, _ effort: Effort) -> Witness? {
    search.find(need.cell, by: amount, paying: effort.isPaying, attempts: effort.attempts, steps: effort.steps)
  }

  /// A witness that hides nothing more.
  mutating func free(for need: ProtectionNeed) -> Witness? {
    for amount in changes(for: need) {
      if let witness = find(need, by: amount, .cleanUp) { return witness }
    }
    return nil
  }

  /// Hides what the witness differs in, and notes every need it meets.
  mutating func accept(_ witness: Witness) {
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
}
