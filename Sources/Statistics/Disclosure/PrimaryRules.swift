/// Why a cell is hidden; it stands in the proof and nowhere else.
public enum DisclosureRule: String, Sendable, Hashable, CaseIterable {
  /// 1–4 persons.
  case fewPersons = "few-persons"
  /// The rest of the base is 1–4 persons.
  case fewInComplement = "few-in-complement"
  /// A ratio of fewer than 20 visits, or of the visits of fewer than 5 persons.
  case smallBase = "small-base"
  /// A ratio whose numerator concerns 1–4 persons.
  case fewInNumerator = "few-in-numerator"
  /// Locks or jobs in a group with fewer than 5 clients.
  case fewClients = "few-clients"
  /// Hidden to protect another cell.
  case secondary
}

/// What must stay possible for the reader.
struct ProtectionNeed: Sendable {
  enum Goal: Sendable, Hashable {
    case atMost(Int)
    case atLeast(Int)
    /// So far from the true count, one way or the other.
    case away(Int)
  }
  var cell: Int
  var goal: Goal
  /// The published cell for whose sake: a complement's numerator, else the cell itself.
  var owner: Int
  var rule: DisclosureRule

  func isMet(by value: Int, insteadOf truth: Int) -> Bool {
    switch goal {
    case .atMost(let limit): value <= limit
    case .atLeast(let limit): value >= limit
    case .away(let distance): abs(value - truth) >= distance
    }
  }
}

/// How many persons stand behind the visits of a row, where the caller has counted them.
public struct PersonsBehind: Sendable, Hashable {
  public var measure: String
  public var groupKind: GroupKind
  public var group: String
  public var period: String
  public var numerator: Int
  public var complement: Int

  public init(
    measure: String, groupKind: GroupKind, group: String, period: String, numerator: Int, complement: Int
  ) {
    self.measure = measure
    self.groupKind = groupKind
    self.group = group
    self.period = period
    self.numerator = numerator
    self.complement = complement
  }
}

/// Rules 1–3 of `measures.md` 23.
struct PrimaryRules {
  let table: CellTable
  let vocabulary: DisclosureVocabulary
  let policy: DisclosurePolicy
  /// For each cell the rule that hides it.
  private(set) var rule: [DisclosureRule?]
  /// For each cell whether it is itself a small count.
  private(set) var isFew: [Bool]
  private(set) var needs: [ProtectionNeed] = []

  init(table: CellTable, vocabulary: DisclosureVocabulary, policy: DisclosurePolicy, persons: [PersonsBehind]) {
    self.table = table
    self.vocabulary = vocabulary
    self.policy = policy
    rule = Array(repeating: nil, count: table.count)
    isFew = Array(repeating: false, count: table.count)
    hideSmallCounts()
    hideRatios(persons)
  }

  private mutating func hideSmallCounts() {
    for cell in 0..<table.firstComplement {
      let value = table.value[cell]
      guard policy.small.contains(value) || (value == 0 && !policy.showsZero) else { continue }
      switch table.quantities[Int(table.quantity[cell])].counted {
      case .persons: hide(cell, .fewPersons, isFew: true)
      case .clientThings where hasFewClients(cell): hide(cell, .fewClients, isFew: true)
      case .clientThings, .visits, .other: continue
      }
      // A 0 that is hidden for the look of it is nobody's secret.
      if value > 0 { requireSmall(cell, owner: cell, rule[cell] ?? .fewPersons) }
    }
  }

  /// Unknown counts of clients are taken as few.
  private func hasFewClients(_ cell: Int) -> Bool {
    guard let clients = table.quantity(named: vocabulary.clients) else { return true }
    var period = Int(table.period[cell])
    if let month = table.periods[period].span?.monthOfDay { period = table.period(named: month) ?? -1 }
    guard period >= 0 else { return true }
    let count = table.cell(clients, Int(table.group[cell]), period)
    return count < 0 || table.value[count] < policy.threshold
  }

  private mutating func hideRatios(_ persons: [PersonsBehind]) {
    var behind: [PersonsBehind: PersonsBehind] = [:]
    for entry in persons { behind[entry.key] = entry }
    for (measure, traits) in vocabulary.measures.enumerated() {
      guard table.complementQuantity[measure] >= 0, let top = table.quantity(named: traits.numerator) else { continue }
      for group in table.groups.indices {
        for period in table.periods.indices {
          let numerator = table.cell(top, group, period)
          let complement = table.cell(table.complementQuantity[measure], group, period)
          guard numerator >= 0, complement >= 0 else { continue }
          let key = PersonsBehind(
            measure: traits.measure, groupKind: table.groups[group].kind, group: table.groups[group].name,
            period: table.periods[period].text, numerator: 0, complement: 0)
          hideRatio(traits, numerator, complement, behind.isEmpty ? nil : behind[key])
        }
      }
    }
  }

  private mutating func hideRatio(
    _ traits: MeasureTraits, _ numerator: Int, _ complement: Int, _ persons: PersonsBehind?
  ) {
    let (part, rest) = (table.value[numerator], table.value[complement])
    let counted = table.quantities[Int(table.quantity[numerator])].counted
    let isVisits = counted == .visits
    guard isVisits || counted == .persons || counted == .clientThings && hasFewClients(numerator) else { return }
    // Visits of 1–4 cannot concern more than 1–4 persons.
    let fewLeft = policy.small.contains(rest) || policy.small.contains(persons?.complement ?? 0)
    if isVisits, part + rest > 0 {
      let fewBase = traits.basePersons.flatMap { table.value(ofQuantity: $0, beside: numerator) }
        .map { policy.small.contains($0) }
      let fewPart = policy.small.contains(part) || policy.small.contains(persons?.numerator ?? 0)
      if fewPart {
        hide(numerator, .fewInNumerator, isFew: false)
      } else if part + rest < policy.visitBase || fewBase ?? false {
        hide(numerator, .smallBase, isFew: false)
      }
      if let rule = rule[numerator] {
        if policy.small.contains(part) {
          requireSmall(numerator, owner: numerator, rule)
        } else if part > 0 {
          needs.append(
            ProtectionNeed(cell: numerator, goal: .away(policy.threshold - 2), owner: numerator, rule: rule))
        }
      }
    }
    guard fewLeft else { return }
    hide(numerator, .fewInComplement, isFew: false)
    if policy.small.contains(rest) {
      requireSmall(complement, owner: numerator, .fewInComplement)
    } else if part > 0 {
      needs.append(
        ProtectionNeed(
          cell: numerator, goal: .away(policy.threshold - 2), owner: numerator, rule: .fewInComplement))
    }
  }

  private mutating func hide(_ cell: Int, _ rule: DisclosureRule, isFew: Bool) {
    if self.rule[cell] == nil { self.rule[cell] = rule }
    if isFew { self.isFew[cell] = true }
  }

  private mutating func requireSmall(_ cell: Int, owner: Int, _ rule: DisclosureRule) {
    let value = table.value[cell]
    if value > 1 { needs.append(ProtectionNeed(cell: cell, goal: .atMost(1), owner: owner, rule: rule)) }
    if value < policy.threshold - 1 {
      needs.append(ProtectionNeed(cell: cell, goal: .atLeast(policy.threshold - 1), owner: owner, rule: rule))
    }
  }
}

extension PersonsBehind {
  /// The row it is about, without its counts.
  fileprivate var key: PersonsBehind {
    PersonsBehind(
      measure: measure, groupKind: groupKind, group: group, period: period, numerator: 0, complement: 0)
  }
}
