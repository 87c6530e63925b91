extension DisclosureVocabulary {
  /// With the municipality's own measures, and what they tell of one another and of the built-in ones.
  ///
  /// What is counted of the same rows in the same way is one quantity, whatever measures it stands in.
  public func adding(_ own: [Measure]) -> DisclosureVocabulary {
    var vocabulary = self
    var known: [Count: String] = [:]
    for measure in Measure.builtIn + own {
      let count = { Count(measure, $0) }
      if let traits = measures.first(where: { $0.measure == measure.id }) {
        switch measure.formula {
        case .count(let filter): known[count(filter)] = traits.numerator
        case .ratio(let part, let base):
          known[count(part)] = traits.numerator
          known[count(base)] = traits.denominator
        case .lacking(let base, _): known[count(base)] = traits.denominator
        case .need, .proposal, .reported, .monthlyMean: break
        }
      } else {
        vocabulary.add(measure, &known)
      }
    }
    for case (.lacking(let base, let without), let measure) in own.map({ ($0.formula, $0) }) {
      guard let all = known[Count(measure, base)], let users = known[Count(measure, without)] else { continue }
      let isWithin = Count(measure, without).combinations.isSubset(of: Count(measure, base).combinations)
      let parts = [measure.id + ".numerator", users]
      vocabulary.relations.append(isWithin ? .sum(all, parts) : .order([all], parts))
    }
    let names = Set(quantities.map(\.name))
    let counts = known.sorted { $0.value < $1.value }.map { (count: $0.key, name: $0.value) }
    vocabulary.relate(counts) { !names.contains($0) }
    vocabulary.relateClients(counts) { !names.contains($0) }
    return vocabulary
  }

  private mutating func add(_ measure: Measure, _ known: inout [Count: String]) {
    func name(_ filter: Filter, _ suffix: String) -> String {
      let count = Count(measure, filter)
      if let name = known[count] { return name }
      let name = measure.id + suffix
      let combination: Combination =
        [.staff, .clients, .locks].contains(measure.counted) ? .union : .sum
      quantities.append(
        Quantity(
          name, measure.thing, overGroups: combination, overPeriods: combination, family: measure.dataset.family))
      known[count] = name
      return name
    }
    switch measure.formula {
    case .count(let filter): measures.append(MeasureTraits(measure.id, name(filter, ".numerator")))
    case .ratio(let part, let base):
      let denominator = name(base, ".denominator")
      measures.append(
        MeasureTraits(
          measure.id, name(part, ".numerator"), of: denominator,
          complement: measure.thing == .persons ? .atMostSum(outer: denominator) : .unrelated))
    case .lacking(let base, _):
      let denominator = name(base, ".denominator")
      let lacking = Combination.atMostSum(outer: denominator)
      quantities.append(
        Quantity(
          measure.id + ".numerator", .persons, overGroups: lacking, overPeriods: lacking, family: measure.dataset.family
        ))
      measures.append(
        MeasureTraits(
          measure.id, measure.id + ".numerator", of: denominator, complement: .atLeastEach))
    case .need, .proposal, .reported, .monthlyMean: break
    }
  }

  /// Clients have visits, and those whom a choice of visits leaves out have visits that it leaves out.
  private mutating func relateClients(_ counts: [(count: Count, name: String)], isOwn: (String) -> Bool) {
    func find(_ counted: Measure.Counted, _ rows: Set<Int>) -> String? {
      counts.first { $0.count.dataset == .visits && $0.count.counted == counted && $0.count.combinations == rows }?.name
    }
    let all = counts.filter { $0.count.counted == .visits }.max {
      $0.count.combinations.count < $1.count.combinations.count
    }
    for (count, name) in counts where count.counted == .clients && isOwn(name) {
      guard let visits = find(.visits, count.combinations) else { continue }
      relations.append(.order([name], [visits]))
      guard let all, let clients = find(.clients, all.count.combinations) else { continue }
      relations.append(.order([clients, visits], [all.name, name]))
    }
  }

  /// A choice of rows within another counts no more; two that make up a third add up to it.
  private mutating func relate(_ counts: [(count: Count, name: String)], isOwn: (String) -> Bool) {
    let rows = counts.map { $0.count.combinations }
    for (whole, (count, name)) in counts.enumerated() {
      var inside: [Int] = []
      for (part, (other, partName)) in counts.enumerated() where part != whole && count.isLike(other) {
        guard rows[part].isSubset(of: rows[whole]) else { continue }
        inside.append(part)
        if isOwn(name) || isOwn(partName) { relations.append(.order([partName], [name])) }
      }
      for ways in [inside, inside.filter { rows[$0].count > 1 }] {
        for first in ways {
          var parts = [first]
          var left = rows[whole].subtracting(rows[first])
          for part in ways.sorted(by: { (rows[$1].count, $0) < (rows[$0].count, $1) })
          where rows[part].isSubset(of: left) && !left.isEmpty {
            parts.append(part)
            left.subtract(rows[part])
          }
          let names = parts.map { counts[$0].name }
          guard left.isEmpty, ([name] + names).contains(where: isOwn) else { continue }
          let relation: CellRelation =
            count.counted == .visits || count.counted == .rows || count.counted == .jobs
            ? .sum(name, names.sorted()) : .order([name], names.sorted())
          if !relations.contains(relation) { relations.append(relation) }
        }
      }
    }
  }
}

/// What is counted of which rows.
private struct Count: Hashable {
  let dataset: Dataset
  let counted: Measure.Counted
  let thing: CountedThing
  /// The values let through, column by column.
  let codes: [Set<Int>]

  init(_ measure: Measure, _ filter: Filter) {
    dataset = measure.dataset
    counted = measure.counted
    thing = measure.thing
    codes = dataset.attributes.enumerated().map { place, attribute in
      let all = Set(attribute.values.indices)
      return filter.allowed[place].map { $0.intersection(all) } ?? all
    }
  }

  func isLike(_ other: Count) -> Bool { dataset == other.dataset && counted == other.counted }

  /// All that the columns can hold together, numbered.
  var combinations: Set<Int> {
    codes.reduce([0]) { numbers, values in
      Set(numbers.flatMap { number in values.map { number * 8 + $0 } })
    }
  }
}

extension Measure {
  /// What a reader may be told too much about by it.
  fileprivate var thing: CountedThing {
    if countsPersons { return .persons }
    return switch counted {
    case .visits, .rows: .visits
    case .staff, .clients, .visitStaff: .persons
    case .locks, .jobs: .clientThings
    case .phones: .other
    }
  }
}

extension Dataset {
  /// What is withdrawn together with the built-in measures of the same rows.
  fileprivate var family: String {
    switch self {
    case .visits: "visits"
    case .phones: "phones"
    case .locks: "locks"
    case .jobs: "mounts"
    }
  }
}
