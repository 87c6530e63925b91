import CivilTime
import Statistics

/// A repeatable stream of numbers (SplitMix64).
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  mutating func isOne(in count: Int) -> Bool { roll(1...count) == 1 }
}

/// Invented visits, locks and jobs, so that the published figures hang together as real ones do.
struct SmallWorld {
  struct Row {
    var visit: Int
    var staff: Int
    var client: Int
    var unit: Int
    var month: Int
    var isLate: Bool
    /// 0 lock, 1 NFC, 2 app, 3 afterwards, 4 unknown.
    var registration: Int
    var isLockable: Bool
  }
  struct Job {
    var unit: Int
    var month: Int
    /// 0 mount, 1 dismount, 2 exchange, 3 service.
    var kind: Int
    var isDone: Bool
  }
  struct Lock {
    var id: Int
    var unit: Int
    var battery: Int
  }

  var units = 0
  var providers = 0
  var months: [String] = []
  /// For each unit its provider before and after the middle of the second month.
  var home: [(Int, Int)] = []
  var unitChains: [[Int]] = []
  var providerChains: [[Int]] = []
  var rows: [Row] = []
  var jobs: [Job] = []
  var locks: [Lock] = []

  /// `size` 1 is a handful of cells; 3 has three providers, six units and three months.
  init(seed: UInt64, size: Int) {
    var dice = Dice(state: seed)
    providers = dice.roll(1...max(1, size))
    units = 0
    for provider in 0..<providers {
      for _ in 0..<dice.roll(1...max(2, size)) {
        let other = providers > 1 && size > 1 && dice.isOne(in: 8) ? (provider + 1) % providers : provider
        home.append((provider, other))
        units += 1
      }
    }
    let start = dice.roll(1...9)
    months = (0..<dice.roll(1...max(1, size))).map { month in
      let number = start + month
      return "2026-\(number < 10 ? "0" : "")\(number)"
    }
    if units > 1, dice.isOne(in: 3) { unitChains = [[0, units - 1]] }
    if providers > 1, dice.isOne(in: 4) { providerChains = [[0, providers - 1]] }
    fill(&dice)
  }

  private mutating func fill(_ dice: inout Dice) {
    var visit = 0
    for unit in 0..<units {
      let staff = dice.roll(1...8)
      let clients = dice.roll(1...9)
      let habit = dice.roll(0...4)
      for month in months.indices {
        for _ in 0..<(dice.isOne(in: 6) ? 0 : dice.roll(1...(dice.isOne(in: 2) ? 8 : 45))) {
          visit += 1
          let client = dice.roll(0...clients)
          for _ in 0..<(dice.isOne(in: 6) ? 2 : 1) {
            rows.append(
              Row(
                visit: visit, staff: dice.isOne(in: 7) ? dice.roll(0...3) : unit * 20 + dice.roll(0...staff),
                client: unit * 20 + client, unit: dice.isOne(in: 30) ? dice.roll(0...(units - 1)) : unit,
                month: month, isLate: dice.isOne(in: 2),
                registration: dice.isOne(in: 2) ? habit : dice.roll(0...4), isLockable: client % 3 != 0))
          }
        }
        for _ in 0..<dice.roll(0...5) {
          jobs.append(Job(unit: unit, month: month, kind: dice.roll(0...3), isDone: !dice.isOne(in: 4)))
        }
      }
      for id in 0..<dice.roll(0...9) {
        locks.append(Lock(id: unit * 20 + id, unit: unit, battery: dice.roll(0...3)))
        if units > 1, dice.isOne(in: 9) {
          // Two rows at one unit would be one lock twice.
          let other = (unit + dice.roll(1...(units - 1))) % units
          locks.append(Lock(id: unit * 20 + id, unit: other, battery: dice.roll(0...3)))
        }
      }
    }
  }

  func provider(of unit: Int, month: Int, isLate: Bool) -> Int {
    month > 1 || month == 1 && isLate ? home[unit].1 : home[unit].0
  }

  var structure: GroupStructure {
    var belongings: [GroupStructure.Belonging] = []
    let middle = CivilMonth(iso: months[min(1, months.count - 1)])?.firstDay.adding(days: 14)
    let start = CivilDate(year: 2020, month: 1, day: 1)
    for unit in 0..<units {
      guard let middle, let start else { continue }
      let (before, after) = home[unit]
      let moves = before != after && months.count > 1
      belongings.append(
        .init(unit: "E\(unit)", provider: "U\(before)", from: start, to: moves ? middle.adding(days: -1) : nil))
      if moves { belongings.append(.init(unit: "E\(unit)", provider: "U\(after)", from: middle, to: nil)) }
    }
    return GroupStructure(
      belongings: belongings,
      chains: unitChains.map { chain in
        .init(kind: .unitChain, name: "E\(chain[chain.count - 1])", members: chain.map { "E\($0)" })
      }
        + providerChains.map { chain in
          .init(kind: .providerChain, name: "U\(chain[chain.count - 1])", members: chain.map { "U\($0)" })
        })
  }
}
