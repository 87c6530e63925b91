public import JSON

/// What was hidden by which rule, and what a reader cannot exclude.
///
/// For the work folder, never for the site. No true count stands in it.
public struct DisclosureProof: Sendable {
  public struct Cell: Sendable, Hashable {
    public let quantity: String
    public let groupKind: GroupKind
    public let group: String
    public let period: String
    public let rule: DisclosureRule
    /// `few` or `withheld`.
    public let seen: PublishedCount
    /// Counts that fit all that is published: of the cell, or of its complement for `few-in-complement`.
    ///
    /// nil for a secondary cell, for a withdrawn one, and where only a distance is promised.
    public let possible: ClosedRange<Int>?
    /// How far apart two possible counts are, where no count is small.
    public let distance: Int?
  }

  public let cells: [Cell]
  public let withdrawn: [Publication.WithdrawnTable]
  public let shownCount: Int
  public let primaryCount: Int
  public let secondaryCount: Int
  /// Relations that the rows contradict: a sign of a wrong register, never of an unprotected cell.
  public let contradictedRelations: Int
  public let policy: DisclosurePolicy
}

extension DisclosureProof {
  init(
    table: CellTable, rules: PrimaryRules, suppression: SecondarySuppression, policy: DisclosurePolicy, widened: Int
  ) {
    let states = suppression.search.states
    let spans = suppression.spans()
    var sources: [Int: ProtectionNeed] = [:]
    for need in rules.needs where sources[need.owner] == nil { sources[need.owner] = need }
    var cells: [Cell] = []
    var shown = 0
    var primary = 0
    for cell in 0..<table.firstComplement {
      guard states.mark[cell] != .shown else {
        shown += 1
        continue
      }
      if rules.rule[cell] != nil { primary += 1 }
      let need = sources[cell]
      let span = need.flatMap { spans[$0.cell] }
      var isDistance = false
      if case .away = need?.goal { isDistance = true }
      cells.append(
        Cell(
          quantity: table.quantities[Int(table.quantity[cell])].name,
          groupKind: table.groups[Int(table.group[cell])].kind, group: table.groups[Int(table.group[cell])].name,
          period: table.periods[Int(table.period[cell])].text, rule: rules.rule[cell] ?? .secondary,
          seen: states.mark[cell] == .few ? .few : .withheld, possible: isDistance ? nil : span,
          distance: isDistance ? span.map { $0.upperBound - $0.lowerBound } : nil))
    }
    self.cells = cells
    withdrawn = suppression.withdrawn
    shownCount = shown
    primaryCount = primary
    secondaryCount = cells.count - primary
    contradictedRelations = widened
    self.policy = policy
  }

  /// The machine-made file.
  public func json() -> JSONValue {
    .object([
      ("threshold", .number(policy.threshold)), ("visitBase", .number(policy.visitBase)),
      ("showsZero", .bool(policy.showsZero)),
      (
        "cells",
        .object([
          ("shown", .number(shownCount)), ("hiddenByRule", .number(primaryCount)),
          ("hiddenToProtect", .number(secondaryCount)),
        ])
      ),
      ("contradictedRelations", .number(contradictedRelations)),
      (
        "withdrawn",
        .array(
          withdrawn.map { table in
            .object([
              ("family", .string(table.family)), ("groupKind", .string(table.groupKind.rawValue)),
              ("period", .optional(table.period)),
            ])
          })
      ),
      ("tables", .array(tables())),
    ])
  }

  /// Hidden cells by quantity, in the order of the cells.
  private func tables() -> [JSONValue] {
    var order: [String] = []
    var entries: [String: [JSONValue]] = [:]
    for cell in cells {
      if entries[cell.quantity] == nil { order.append(cell.quantity) }
      entries[cell.quantity, default: []].append(Self.json(of: cell))
    }
    return order.map { name in
      .object([("quantity", .string(name)), ("hidden", .array(entries[name] ?? []))])
    }
  }

  private static func json(of cell: Cell) -> JSONValue {
    var pairs: [(key: String, value: JSONValue)] = [
      ("groupKind", .string(cell.groupKind.rawValue)), ("group", .string(cell.group)),
      ("period", .string(cell.period)), ("rule", .string(cell.rule.rawValue)),
      ("seen", .string(cell.seen == .few ? "few" : "withheld")),
    ]
    if let possible = cell.possible {
      pairs.append(("possibleFrom", .number(possible.lowerBound)))
      pairs.append(("possibleTo", .number(possible.upperBound)))
    }
    if let distance = cell.distance { pairs.append(("distance", .number(distance))) }
    return .object(pairs)
  }
}

extension SecondarySuppression {
  /// For each protected cell the least and the greatest count in the true table and its witnesses.
  fileprivate func spans() -> [Int: ClosedRange<Int>] {
    var result: [Int: ClosedRange<Int>] = [:]
    for need in needs { result[need.cell] = value(of: need.cell)...value(of: need.cell) }
    for witness in leaningWitnesses() {
      for change in witness.changes {
        guard let span = result[Int(change.cell)] else { continue }
        let then = value(of: Int(change.cell)) + change.by
        result[Int(change.cell)] = min(span.lowerBound, then)...max(span.upperBound, then)
      }
    }
    return result
  }
}
