extension DisclosureVocabulary {
  /// With the municipality's own measures, and what they tell of one another and of the built-in ones.
  ///
  /// What is counted of the same rows in the same way is one quantity, whatever measures it stands in. Measures of which
  /// too much follows to reckon with come to stand in `unprotected`.
  public func adding(_ own: [Measure]) -> DisclosureVocabulary {
    guard !own.isEmpty else { return self }
    if let vocabulary = related(own) { return vocabulary }
    var accepted: [Measure] = []
    for measure in own where related(accepted + [measure]) != nil { accepted.append(measure) }
    var vocabulary = related(accepted) ?? self
    vocabulary.unprotected = Set(own.map(\.id)).subtracting(accepted.map(\.id))
    return vocabulary
  }

  /// The built-in measures with the first of its own; nothing is shown of the others.
  func keeping(_ count: Int) -> DisclosureVocabulary {
    var vocabulary = DisclosureVocabulary.standard.adding(Array(own.prefix(count)))
    vocabulary.unprotected.formUnion(unprotected.union(own.dropFirst(count).map(\.id)))
    return vocabulary
  }

  private func related(_ own: [Measure]) -> DisclosureVocabulary? {
    var vocabulary = self
    vocabulary.own = own
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
    let counts = known.map { CountedRows(name: $1, counted: $0.counted, rows: $0.combinations, dataset: $0.dataset) }
    let lacking = (Measure.builtIn + own).compactMap { measure -> CountedRows? in
      guard case .lacking(let base, let without) = measure.formula else { return nil }
      return CountedRows(
        name: measure.id + ".numerator", counted: measure.counted, rows: Count(measure, base).combinations,
        without: Count(measure, without).combinations, dataset: measure.dataset)
    }
    let builtIn = Set(quantities.map(\.name))
    let order = Dictionary(vocabulary.quantities.enumerated().map { ($1.name, $0) }) { first, _ in first }
    let relations = OwnRelations(
      (counts + lacking).sorted { (order[$0.name] ?? 0) < (order[$1.name] ?? 0) }, isOwn: { !builtIn.contains($0) })
    guard let relations else { return nil }
    vocabulary.relations += relations.relations
    vocabulary.presences += relations.presences
    return vocabulary
  }

  private mutating func add(_ measure: Measure, _ known: inout [Count: String]) {
    let combination: Combination =
      [.staff, .clients, .locks].contains(measure.counted) ? .union : .sum
    func name(_ filter: Filter, _ suffix: String) -> String {
      let count = Count(measure, filter)
      if let name = known[count] { return name }
      let name = measure.id + suffix
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
          complement: combination == .union ? .atMostSum(outer: denominator) : .unrelated))
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
  var family: String {
    switch self {
    case .visits: "visits"
    case .phones: "phones"
    case .locks: "locks"
    case .jobs: "mounts"
    }
  }
}
