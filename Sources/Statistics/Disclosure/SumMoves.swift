/// Shifts of counts that keep every sum: between classes × between groups × between periods.
///
/// A table of sums in three directions lets go of a cell only together with at least seven others; a search that mends
/// one relation after the other seldom finds them all. A product of one shift in each direction fits at once.
struct SumMoves {
  /// Counts that go up or down together within one direction.
  typealias Shift = [(cell: Int, sign: Int)]

  /// Along what the cells of a relation differ.
  enum Direction: Sendable {
    case classes, groups, periods
    /// More than one thing.
    case crossing
  }

  /// The direction of each relation.
  let directions: [Direction]
  let table: CellTable
  let system: RelationSystem
  let states: CellStates
  /// What cells have been changed by so far, when a change is made in steps.
  private var changed: [Int: Int] = [:]

  init(directions: [Direction], table: CellTable, system: RelationSystem, states: CellStates) {
    self.directions = directions
    self.table = table
    self.system = system
    self.states = states
  }

  /// Shifts of one direction that are looked at, and how many of them are combined.
  private static let looked = 600
  private static let kept = 10
  private static let longest = 9
  /// Ways to mend one relation that are followed.
  private static let followed = 12

  static func directions(of system: RelationSystem, in table: CellTable) -> [Direction] {
    (0..<system.count).map { relation in
      let cells = system.terms(of: relation).map { Int(system.cells[$0]) }
      guard let first = cells.first else { return .crossing }
      let isOneQuantity = cells.allSatisfy { table.quantity[$0] == table.quantity[first] }
      let isOneGroup = cells.allSatisfy { table.group[$0] == table.group[first] }
      let isOnePeriod = cells.allSatisfy { table.period[$0] == table.period[first] }
      return switch (isOneQuantity, isOneGroup, isOnePeriod) {
      case (_, true, true): .classes
      case (true, _, true): .groups
      case (true, true, _): .periods
      default: .crossing
      }
    }
  }

  /// Ways to change `cell` by `amount` that keep all sums: whole products, and one made of steps of 1, which fits where
  /// several small counts must each give a little.
  func starts(
    changing cell: Int, by amount: Int, fits: ([Witness.Change]) -> Bool
  ) -> [[Witness.Change]] {
    var found = products(changing: cell, by: amount, atMost: 8)
    if abs(amount) > 1, let stepwise = steps(changing: cell, by: amount, fits: fits) { found.append(stepwise) }
    return found
  }

  private func steps(
    changing cell: Int, by amount: Int, fits: ([Witness.Change]) -> Bool
  ) -> [Witness.Change]? {
    var moves = self
    for _ in 0..<abs(amount) {
      let ways = moves.products(changing: cell, by: amount.signum(), atMost: 24).map { moves.adding($0) }
      guard let next = ways.first(where: { fits($0.allChanges) }) ?? ways.first else { return nil }
      moves = next
    }
    return moves.allChanges
  }

  private func adding(_ step: [Witness.Change]) -> SumMoves {
    var moves = self
    for change in step { moves.changed[Int(change.cell), default: 0] += change.by }
    return moves
  }

  private var allChanges: [Witness.Change] {
    changed.sorted { $0.key < $1.key }.filter { $0.value != 0 }.map {
      Witness.Change(cell: Int32($0.key), by: $0.value)
    }
  }

  private func price(of cell: Int, by amount: Int) -> Int? {
    let before = changed[cell]
    guard let price = states.price(of: cell, then: table.value[cell] + (before ?? 0) + amount) else { return nil }
    return before == nil ? price : 0
  }

  /// The cheapest products that change `cell` by `amount`, cheapest first.
  private func products(changing cell: Int, by amount: Int, atMost limit: Int) -> [[Witness.Change]] {
    var found: [(cost: Int, changes: [Witness.Change])] = []
    for classes in shifts(of: cell, .classes, by: amount) {
      guard let carrier = classes.first(where: { isSum($0.cell) }) else { continue }
      let groups = shifts(of: carrier.cell, .groups, by: amount * carrier.sign)
      let periods = shifts(of: carrier.cell, .periods, by: amount * carrier.sign)
      for inGroups in groups {
        for inPeriods in periods {
          let worst = found.count < limit ? Int.max : found[limit - 1].cost
          guard let (cost, changes) = product(classes, inGroups, inPeriods, amount, below: worst) else { continue }
          let place = found.firstIndex { $0.cost > cost } ?? found.count
          found.insert((cost, changes), at: place)
          if found.count > limit { found.removeLast() }
        }
      }
    }
    return found.map(\.changes)
  }

  private func activity(of relation: Int) -> Int {
    guard !changed.isEmpty else { return system.activity[relation] }
    return system.terms(of: relation).reduce(system.activity[relation]) { sum, term in
      sum + Int(system.signs[term]) * (changed[Int(system.cells[term])] ?? 0)
    }
  }

  private func sign(of cell: Int, in relation: Int) -> Int {
    for use in system.uses(of: cell) where system.uses[use] == relation { return Int(system.useSigns[use]) }
    return 0
  }

  private func isSum(_ cell: Int) -> Bool { table.quantities[Int(table.quantity[cell])].overGroups == .sum }

  private func product(
    _ classes: Shift, _ groups: Shift, _ periods: Shift, _ amount: Int, below worst: Int
  ) -> (Int, [Witness.Change])? {
    var cost = 0
    var changes: [Witness.Change] = []
    for one in classes {
      for other in groups {
        for third in periods {
          let cell = table.cell(
            Int(table.quantity[one.cell]), Int(table.group[other.cell]), Int(table.period[third.cell]))
          guard cell >= 0 else { continue }
          let by = amount * one.sign * other.sign * third.sign
          guard let price = price(of: cell, by: by) else { return nil }
          cost += price
          if cost >= worst { return nil }
          changes.append(Witness.Change(cell: Int32(cell), by: by))
        }
      }
    }
    return (cost, changes)
  }

  /// The cheapest shifts of one direction that begin in `cell`; the cell alone where nothing holds it.
  private func shifts(of cell: Int, _ direction: Direction, by amount: Int) -> [Shift] {
    var walk = Walk(moves: self, direction: direction, amount: amount)
    walk.extend([(cell, 1)], cost: 0)
    return walk.found.sorted { $0.cost < $1.cost }.prefix(Self.kept).map(\.shift)
  }

  /// Depth first through the ways to mend one sum after the other.
  private struct Walk {
    let moves: SumMoves
    let direction: Direction
    let amount: Int
    var found: [(cost: Int, shift: Shift)] = []
    var steps = 0

    mutating func extend(_ shift: Shift, cost: Int) {
      steps += 1
      guard steps <= SumMoves.looked, shift.count <= SumMoves.longest else { return }
      guard let (relation, lack) = firstBroken(shift) else {
        found.append((cost, shift))
        return
      }
      var ways: [(cost: Int, cell: Int, sign: Int)] = []
      for term in moves.system.terms(of: relation) {
        let cell = Int(moves.system.cells[term])
        guard !shift.contains(where: { $0.cell == cell }) else { continue }
        let sign = lack * Int(moves.system.signs[term])
        guard let price = moves.price(of: cell, by: amount * sign) else { continue }
        ways.append((price, cell, sign))
      }
      for way in ways.sorted(by: { ($0.cost, $0.cell) < ($1.cost, $1.cell) }).prefix(SumMoves.followed) {
        extend(shift + [(way.cell, way.sign)], cost: cost + way.cost)
      }
    }

    /// The first relation that does not hold after the shift, and the way in which it must be mended.
    private func firstBroken(_ shift: Shift) -> (relation: Int, lack: Int)? {
      for change in shift {
        for use in moves.system.uses(of: change.cell) {
          let relation = Int(moves.system.uses[use])
          guard moves.directions[relation] == direction else { continue }
          var sum = 0
          for other in shift { sum += other.sign * moves.sign(of: other.cell, in: relation) }
          let then = moves.activity(of: relation) + amount * sum
          if then < moves.system.lower[relation] || then > moves.system.upper[relation] {
            return (relation, -sum.signum())
          }
        }
      }
      return nil
    }
  }
}

extension CellStates {
  /// What it costs to let the cell be another count: nothing when it is hidden already; nil when it cannot be.
  func price(of cell: Int, then: Int) -> Int? {
    guard isMovable[cell], then >= floor[cell] else { return nil }
    if mark[cell] == .shown { return weight[cell] }
    return range(of: cell).contains(then) || mark[cell] == .withheld ? 0 : Self.plainDashCost
  }
}
