extension PersonsBehind {
  /// The counts of persons by which ratios of visits are judged; never published themselves.
  ///
  /// For each ratio: clients and staff of its visits, and of the visits of its base that it leaves out: one count for each
  /// column in which the ratio and its base differ.
  public static func measures(behind measures: [Measure]) -> [Measure] {
    measures.flatMap { measure -> [Measure] in
      guard measure.counted == .visits || measure.counted == .rows,
        case .ratio(let part, let base) = measure.formula
      else { return [] }
      let staff: Measure.Counted = measure.counted == .rows ? .staff : .visitStaff
      let parts = [(Side.numerator, base.narrowed(by: part))] + base.without(part).map { (Side.complement, $0) }
      return parts.enumerated().flatMap { number, part in
        let (side, filter) = part
        return [.clients, staff].map { counted in
          Measure(
            id: "\(side.prefix)\(counted.rawValue)-\(number):\(measure.id)", dataset: .visits, counted: counted,
            formula: .count(filter), unit: .count, title: measure.title, definition: measure.definition,
            clause: measure.clause, countsPersons: true)
        }
      }
    }
  }

  /// Takes the rows of `measures(behind:)` out of all rows.
  ///
  /// Of the persons left out by several columns at least the most left out by one are behind the complement: where these
  /// are few it is judged as few. Of clients and staff the fewer count, and none at all is no person to protect.
  public static func taken(from rows: [ResultRow]) -> (published: [ResultRow], persons: [PersonsBehind]) {
    var published: [ResultRow] = []
    var most: [PersonsBehind: [Side: [String: Int]]] = [:]
    for row in rows {
      guard let side = Side.allCases.first(where: { row.measure.hasPrefix($0.prefix) }),
        let colon = row.measure.firstIndex(of: ":"), let dash = row.measure[..<colon].lastIndex(of: "-")
      else {
        published.append(row)
        continue
      }
      let key = PersonsBehind(
        measure: String(row.measure[row.measure.index(after: colon)...]), groupKind: row.groupKind, group: row.group,
        period: row.period, numerator: 0, complement: 0)
      guard let count = row.numerator, count > 0 else { continue }
      let known = most[key]?[side]?[String(row.measure[..<dash])] ?? 0
      most[key, default: [:]][side, default: [:]][String(row.measure[..<dash])] = max(known, count)
    }
    let persons = most.map { key, sides in
      var entry = key
      entry.numerator = sides[.numerator]?.values.min() ?? 0
      entry.complement = sides[.complement]?.values.min() ?? 0
      return entry
    }
    return (published, persons)
  }

  private enum Side: CaseIterable {
    case numerator, complement

    var prefix: String { self == .numerator ? "persons-in-" : "persons-outside-" }
  }
}

extension Filter {
  /// Of the rows that this lets through, those that the other keeps out: for each column that differs the rows that it is
  /// the first to keep out.
  func without(_ other: Filter) -> [Filter] {
    var found: [Filter] = []
    var kept = self
    for (column, codes) in other.allowed.sorted(by: { $0.key < $1.key }) {
      let all = kept.allowed[column] ?? Set(0..<Self.codes)
      let left = all.subtracting(codes)
      if !left.isEmpty { found.append(Filter(kept.allowed.merging([column: left]) { $1 })) }
      kept.allowed[column] = all.intersection(codes)
    }
    return found
  }

  /// More than any column has values.
  private static let codes = 16
}
