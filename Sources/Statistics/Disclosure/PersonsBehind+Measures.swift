extension PersonsBehind {
  /// The counts of persons by which ratios of visits are judged; never published themselves.
  ///
  /// For each ratio: clients and staff of its visits, and of the visits of its base that it leaves out. Where a ratio and
  /// its base differ in several columns, those left out by one of them are counted: a part, so that the judgement is strict.
  public static func measures(behind measures: [Measure]) -> [Measure] {
    measures.flatMap { measure -> [Measure] in
      guard measure.counted == .visits || measure.counted == .rows,
        case .ratio(let part, let base) = measure.formula
      else { return [] }
      let staff: Measure.Counted = measure.counted == .rows ? .staff : .visitStaff
      var parts = [(Side.numerator, base.narrowed(by: part))]
      if let rest = base.without(part) { parts.append((.complement, rest)) }
      return parts.flatMap { side, filter in
        [.clients, staff].map { counted in
          Measure(
            id: side.prefix + counted.rawValue + ":" + measure.id, dataset: .visits, counted: counted,
            formula: .count(filter), unit: .count, title: measure.title, definition: measure.definition,
            clause: measure.clause, countsPersons: true)
        }
      }
    }
  }

  /// Takes the rows of `measures(behind:)` out of all rows.
  public static func taken(from rows: [ResultRow]) -> (published: [ResultRow], persons: [PersonsBehind]) {
    var published: [ResultRow] = []
    var found: [PersonsBehind: PersonsBehind] = [:]
    for row in rows {
      guard let side = Side.allCases.first(where: { row.measure.hasPrefix($0.prefix) }),
        let colon = row.measure.firstIndex(of: ":")
      else {
        published.append(row)
        continue
      }
      let key = PersonsBehind(
        measure: String(row.measure[row.measure.index(after: colon)...]), groupKind: row.groupKind, group: row.group,
        period: row.period, numerator: 0, complement: 0)
      let count = row.numerator ?? 0
      // The fewer of clients and staff; none at all is no person to protect.
      guard count > 0 else { continue }
      var entry = found[key] ?? key
      switch side {
      case .numerator: entry.numerator = entry.numerator == 0 ? count : min(entry.numerator, count)
      case .complement: entry.complement = entry.complement == 0 ? count : min(entry.complement, count)
      }
      found[key] = entry
    }
    return (published, Array(found.values))
  }

  private enum Side: CaseIterable {
    case numerator, complement

    var prefix: String { self == .numerator ? "persons-in-" : "persons-outside-" }
  }
}

extension Filter {
  /// Of the rows that this lets through, those that the other keeps out by its first column that differs; nil when none.
  func without(_ other: Filter) -> Filter? {
    for (column, codes) in other.allowed.sorted(by: { $0.key < $1.key }) {
      let left = (allowed[column] ?? Set(0..<Self.codes)).subtracting(codes)
      guard !left.isEmpty else { continue }
      return Filter(allowed.merging([column: left]) { $1 })
    }
    return nil
  }

  /// More than any column has values.
  private static let codes = 16
}
