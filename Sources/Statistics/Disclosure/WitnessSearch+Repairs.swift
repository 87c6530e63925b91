extension WitnessSearch {
  /// The broken relation that the fewest cells can mend: it leaves least choice, and tells a dead end soonest.
  func tightestBroken() -> Int? {
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
    return up || now > states.floor[cell]
  }

  struct Repair {
    var cell: Int
    var amount: Int
    var cost: Int
    var score: Int
  }

  /// The few most promising ways to mend a relation, best first.
  func repairs(of relation: Int) -> [Repair] {
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
      if mark == .few, isPaying, now + wanted >= states.floor[cell], amount != wanted {
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
}
