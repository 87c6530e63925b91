internal import Exports

/// What figures are counted for: one unit, provider or chain, or the total.
public struct Group: Sendable, Hashable {
  public var kind: GroupKind
  public var name: String

  public static let total = Group(kind: .total, name: "ALLA")

  public init(kind: GroupKind, name: String) {
    self.kind = kind
    self.name = name
  }
}

/// The groups of a register, and to which of them rows of a unit belong while it has a provider.
struct GroupTable: Sendable {
  let groups: [Group]
  /// The pairs of unit and provider that the register knows, as places in it.
  let cells: [(unit: Int, provider: Int)]
  /// The cell of each row of the register.
  let cellOfRow: [Int]
  /// The groups of each cell.
  let groupsOfCell: [[Int]]

  init(_ register: Register, chains: Chains?) {
    var groups = [Group.total]
    let firstUnit = groups.count
    groups += register.units.map { Group(kind: .unit, name: $0.id) }
    let firstProvider = groups.count
    groups += register.providers.map { Group(kind: .provider, name: $0) }
    var unitChains = [[Int]](repeating: [], count: register.units.count)
    var providerChains = [[Int]](repeating: [], count: register.providers.count)
    for (last, members) in (chains?.units ?? [:]).sorted(by: { $0.key < $1.key }) {
      for member in members { unitChains[member].append(groups.count) }
      groups.append(Group(kind: .unitChain, name: register.units[last].id))
    }
    for (last, members) in (chains?.providers ?? [:]).sorted(by: { $0.key < $1.key }) {
      for member in members { providerChains[member].append(groups.count) }
      groups.append(Group(kind: .providerChain, name: register.providers[last]))
    }
    var cells: [(unit: Int, provider: Int)] = []
    var known: [[Int]: Int] = [:]
    var cellOfRow = [Int](repeating: 0, count: register.rows.count)
    for (unit, entry) in register.units.enumerated() {
      for row in entry.rows {
        let provider = register.providerOfRow[row]
        let cell = known[[unit, provider]] ?? cells.count
        if cell == cells.count {
          known[[unit, provider]] = cell
          cells.append((unit, provider))
        }
        cellOfRow[row] = cell
      }
    }
    self.groups = groups
    self.cells = cells
    self.cellOfRow = cellOfRow
    groupsOfCell = cells.map { unit, provider in
      [0, firstUnit + unit, firstProvider + provider] + unitChains[unit] + providerChains[provider]
    }
  }
}
