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
  private(set) var hiddenTerms: [Int32]

  private var change: [Int]
  private var moves: [Int8]
  private var trail: [Int32] = []
  private var activity: [Int]
  private var broken: [Int32] = []
  private var brokenSlot: [Int32]
  private var cost = 0
  private var steps = 0
  private var budget = 0
  private var attempt = 0
  private var isPaying = false
  private var best: Witness?
  private var bestCost = Int.max

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
    states.isMovable[cell] = true
    states.mark[cell] = .withheld
    if !wasCounted { countHidden(cell, by: 1) }
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

  /// The broken relation that the fewest cells can mend: it leaves least choice, and tells a dead end soonest.
  private func tightestBroken() -> Int? {
    var found: (choices: Int, relation: Int)?
    for relation in broken {
      let choices = choices(in: Int(relation), atMost: found?.choices ?? 12)
      if let known = found, (known.choices, known.relation) <= (choices, Int(relation)) { continue }
      found = (choices, Int(relation))
      if choices <= 1 { break }
    }
    return found?.relation
  }

  private func choices(in relation: Int, atMost limit: Int) -> Int {
    // Long relations have choices enough: counting them would take most of the time.
    let most = isPaying ? system.terms(of: relation).count : Int(hiddenTerms[relation])
    guard most <= 9, most > 0 else { return most }
    let isLow = activity[relation] < system.lower[relation]
    var count = 0
    for term in system.terms(of: relation) {
      let cell = Int(system.cells[term])
      if canMove(cell, up: (system.signs[term] > 0) == isLow) { count += 1 }
      if count > limit { break }
    }
    return count
  }

  /// A cell goes one way only, or two repairs would undo each other for ever.
  private func canMove(_ cell: Int, up: Bool) -> Bool {
    guard states.isMovable[cell], isPaying || states.mark[cell] != .shown,
      change[cell] == 0 || (change[cell] > 0) == up && moves[cell] < 3
    else { return false }
    let now = values[cell] + change[cell]
    if states.mark[cell] == .few, !isPaying { return up ? now < states.few.upperBound : now > states.few.lowerBound }
    return up || now > 0
  }

  private struct Repair {
    var cell: Int
    var amount: Int
    var cost: Int
    var score: Int
  }

  /// The few most promising ways to mend a relation, best first.
  private func repairs(of relation: Int) -> [Repair] {
    var found: [Repair] = []
    let need =
      activity[relation] < system.lower[relation]
      ? system.lower[relation] - activity[relation] : system.upper[relation] - activity[relation]
    for term in system.terms(of: relation) {
      let cell = Int(system.cells[term])
      let wanted = system.signs[term] > 0 ? need : -need
      guard canMove(cell, up: wanted > 0) else { continue }
      let mark = states.mark[cell]
      let hiding = mark == .shown && change[cell] == 0 ? states.weight[cell] : 0
      let range = states.range(of: cell)
      let now = values[cell] + change[cell]
      let amount = min(max(now + wanted, range.lowerBound), range.upperBound) - now
      if amount != 0, (amount > 0) == (wanted > 0) { insert(cell, amount, cost: hiding, wanted, into: &found) }
      if mark == .few, isPaying, now + wanted >= 0, amount != wanted {
        insert(cell, wanted, cost: range.contains(now) ? CellStates.plainDashCost : 0, wanted, into: &found)
      }
    }
    return found
  }

  private func insert(_ cell: Int, _ amount: Int, cost: Int, _ wanted: Int, into found: inout [Repair]) {
    var score = cost + consequences(of: cell, amount) + (amount == wanted ? 0 : 300)
    if attempt > 0 {
      let noise = (UInt64(cell) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(attempt) &* 0xBF58_476D_1CE4_E5B9) >> 7
      score += Int((noise ^ (noise >> 23)) % UInt64(attempt % 2 == 0 ? 300 : 900))
    }
    let width = isPaying ? 5 : 4
    if found.count == width, let last = found.last, last.score <= score { return }
    let place = found.firstIndex { $0.score > score } ?? found.count
    found.insert(Repair(cell: cell, amount: amount, cost: cost, score: score), at: place)
    if found.count > width { found.removeLast() }
  }

  /// What a change would mend and break elsewhere, in the measure of `CellStates.weight`.
  private func consequences(of cell: Int, _ amount: Int) -> Int {
    var sum = 0
    for use in system.uses(of: cell) {
      let relation = Int(system.uses[use])
      let now = activity[relation]
      let then = now + (system.useSigns[use] > 0 ? amount : -amount)
      let isBroken = now < system.lower[relation] || now > system.upper[relation]
      let willBreak = then < system.lower[relation] || then > system.upper[relation]
      if isBroken, !willBreak { sum -= 500 }
      if !isBroken, willBreak { sum += hiddenTerms[relation] > 1 ? 150 : isPaying ? 700 : 100_000 }
    }
    return sum
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
