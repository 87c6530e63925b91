/// A second table that fits everything published as well as the true one does: the cells in which it differs.
struct Witness: Sendable, Hashable {
  var changes: [Change]

  struct Change: Sendable, Hashable {
    var cell: Int32
    var by: Int
  }
}

/// Looks for witnesses: changes one cell, then mends every relation that broke by changing another hidden cell in it.
///
/// A witness that is found is a proof; one that is not found proves nothing. Depth first, the most promising repair
/// first, within a budget of steps; the same input gives the same witness.
struct WitnessSearch {
  let system: RelationSystem
  let values: [Int]
  var states: CellStates
  /// Hidden cells in each relation.
  var hiddenTerms: [Int32]

  var change: [Int]
  var moves: [Int8]
  private var trail: [Int32] = []
  var activity: [Int]
  var broken: [Int32] = []
  var brokenSlot: [Int32]
  private var cost = 0
  private var steps = 0
  private var budget = 0
  var attempt = 0
  var isPaying = false
  private var best: Witness?
  private(set) var bestCost = Int.max

  init(system: RelationSystem, values: [Int], states: CellStates) {
    self.system = system
    self.values = values
    self.states = states
    activity = system.activity
    change = Array(repeating: 0, count: values.count)
    moves = Array(repeating: 0, count: values.count)
    brokenSlot = Array(repeating: -1, count: system.count)
    hiddenTerms = Array(repeating: 0, count: system.count)
    for cell in values.indices where states.mark[cell] != .shown && states.isMovable[cell] {
      countHidden(cell, by: 1)
    }
  }

  /// Marks a cell, and keeps account of how many hidden ones each relation has.
  mutating func set(_ cell: Int, _ mark: CellStates.Mark) {
    let wasHidden = states.mark[cell] != .shown
    states.mark[cell] = mark
    guard states.isMovable[cell], wasHidden != (mark != .shown) else { return }
    countHidden(cell, by: wasHidden ? -1 : 1)
  }

  /// Hides a cell of a withdrawn table: nothing is known of it, not even that it is not 0.
  mutating func withdraw(_ cell: Int) {
    let wasCounted = states.mark[cell] != .shown && states.isMovable[cell]
    states.isMovable[cell] = !states.isFixed[cell]
    states.mark[cell] = .withheld
    if !wasCounted, states.isMovable[cell] { countHidden(cell, by: 1) }
  }

  private mutating func countHidden(_ cell: Int, by step: Int32) {
    for use in system.uses(of: cell) { hiddenTerms[Int(system.uses[use])] += step }
  }

  /// The cheapest witness found in which `cell` differs by `amount`; `paying` may hide further cells.
  ///
  /// Each further attempt shuffles the order of the repairs a little, which leads out of most dead ends.
  mutating func find(_ cell: Int, by amount: Int, paying: Bool, attempts: Int, steps limit: Int) -> Witness? {
    guard states.isMovable[cell], states.range(of: cell).contains(values[cell] + amount) else { return nil }
    isPaying = paying
    budget = limit
    best = nil
    bestCost = Int.max
    for attempt in 0..<attempts {
      self.attempt = attempt
      steps = 0
      cost = 0
      apply(cell, amount)
      mend()
      undo(cell, amount)
      if best != nil, !paying || attempt > 0 { break }
    }
    return best
  }

  /// The witness that begins with the changes and mends what else they break.
  mutating func find(from start: [Witness.Change], steps limit: Int) -> Witness? {
    isPaying = true
    budget = limit
    best = nil
    bestCost = Int.max
    attempt = 0
    steps = 0
    cost = start.reduce(0) { sum, change in
      let cell = Int(change.cell)
      return sum + (states.price(of: cell, then: values[cell] + change.by) ?? 0)
    }
    for change in start { apply(Int(change.cell), change.by) }
    mend()
    for change in start.reversed() { undo(Int(change.cell), change.by) }
    return best
  }

  /// Whether the changes break no relation.
  mutating func keeps(_ changes: [Witness.Change]) -> Bool {
    for change in changes { apply(Int(change.cell), change.by) }
    let isWhole = broken.isEmpty
    for change in changes.reversed() { undo(Int(change.cell), change.by) }
    return isWhole
  }

  private mutating func mend() {
    steps += 1
    guard steps <= budget else { return }
    guard let relation = tightestBroken() else {
      if cost < bestCost {
        bestCost = cost
        best = Witness(
          changes: trail.sorted().filter { change[Int($0)] != 0 }.map { Witness.Change(cell: $0, by: change[Int($0)]) })
      }
      return
    }
    for repair in repairs(of: relation) where cost + repair.cost < bestCost {
      cost += repair.cost
      apply(repair.cell, repair.amount)
      mend()
      undo(repair.cell, repair.amount)
      cost -= repair.cost
      if bestCost == 0 || steps >= budget { return }
    }
  }

  private mutating func apply(_ cell: Int, _ amount: Int) {
    if change[cell] == 0 { trail.append(Int32(cell)) }
    change[cell] += amount
    moves[cell] += 1
    shift(cell, amount)
  }

  private mutating func undo(_ cell: Int, _ amount: Int) {
    change[cell] -= amount
    moves[cell] -= 1
    if change[cell] == 0 { trail.removeLast() }
    shift(cell, -amount)
  }

  private mutating func shift(_ cell: Int, _ amount: Int) {
    for use in system.uses(of: cell) {
      let relation = Int(system.uses[use])
      activity[relation] += system.useSigns[use] > 0 ? amount : -amount
      let isBroken = activity[relation] < system.lower[relation] || activity[relation] > system.upper[relation]
      let slot = brokenSlot[relation]
      if isBroken, slot < 0 {
        brokenSlot[relation] = Int32(broken.count)
        broken.append(Int32(relation))
      } else if !isBroken, slot >= 0 {
        let last = broken[broken.count - 1]
        broken[Int(slot)] = last
        brokenSlot[Int(last)] = slot
        broken.removeLast()
        brokenSlot[relation] = -1
      }
    }
  }

  /// Whether a witness fits every relation and every mark; asked of each one before anything is published.
  func holds(_ witness: Witness) -> Bool {
    var sums: [Int: Int] = [:]
    for change in witness.changes {
      let cell = Int(change.cell)
      guard states.mark[cell] != .shown, states.isMovable[cell],
        states.range(of: cell).contains(values[cell] + change.by)
      else { return false }
      for use in system.uses(of: cell) {
        sums[Int(system.uses[use]), default: 0] += system.useSigns[use] > 0 ? change.by : -change.by
      }
    }
    return sums.allSatisfy { relation, shift in
      let then = system.activity[relation] + shift
      return then >= system.lower[relation] && then <= system.upper[relation]
    }
  }
}
