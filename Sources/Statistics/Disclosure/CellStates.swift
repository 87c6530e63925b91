/// What is published of each cell while it is being decided.
struct CellStates {
  enum Mark: UInt8, Sendable {
    case shown
    /// "färre än 5".
    case few
    /// "–".
    case withheld
  }

  var mark: [Mark]
  /// False where a reader knows the count whatever is done: a 0 that another 0 tells.
  var isMovable: [Bool]
  /// False for ever, also when nothing of its table is published.
  private(set) var isFixed: [Bool]
  /// The least it can be, for all that a reader knows.
  private(set) var floor: [Int]
  /// What it costs to hide the cell: a thousand for a unit's, more for the coarser ones and a little for size.
  let weight: [Int]
  /// The counts a `few` may stand for.
  let few: ClosedRange<Int>

  /// The cost of saying "–" where "färre än 5" would say too much.
  static let plainDashCost = 200

  init(table: CellTable, system: RelationSystem, policy: DisclosurePolicy) {
    let count = table.count
    few = (policy.showsZero ? 1 : 0)...(policy.threshold - 1)
    mark = Array(repeating: .shown, count: count)
    isMovable = Array(repeating: true, count: count)
    floor = Array(repeating: 0, count: count)
    for (cell, least) in system.floors { floor[cell] = least }
    isFixed = Array(repeating: false, count: count)
    for cell in system.fixed { (isFixed[cell], isMovable[cell]) = (true, false) }
    var weight = [Int](repeating: 0, count: count)
    for cell in 0..<count {
      let quantity = table.quantities[Int(table.quantity[cell])]
      if cell >= table.firstComplement {
        mark[cell] = .withheld
        continue
      }
      if table.value[cell] == 0, quantity.zeroWith.contains(where: { table.value(ofQuantity: $0, beside: cell) == 0 }) {
        isMovable[cell] = false
      }
      weight[cell] = Self.weight(of: cell, in: table)
    }
    self.weight = weight
  }

  private static func weight(of cell: Int, in table: CellTable) -> Int {
    let group =
      switch table.groups[Int(table.group[cell])].kind {
      case .total: 30_000
      case .provider: 4000
      case .unit, .unitChain, .providerChain, .file: 1000
      }
    let period =
      switch table.periods[Int(table.period[cell])].span {
      case .all: 1000
      case .halfYear: 500
      default: 0
      }
    return group + period + 24 * (Int.bitWidth - table.value[cell].leadingZeroBitCount)
  }

  /// The values a reader must reckon with, once the cell is hidden; "–" may stand for 0 too.
  func range(of cell: Int) -> ClosedRange<Int> {
    mark[cell] == .few ? few : floor[cell]...RelationSystem.unbounded
  }
}
