public import CivilTime
internal import Exports

/// A provider's clients and visits in a month, as the auditor's sample is drawn from them.
public struct SamplePopulation: Sendable {
  public struct ClientMonth: Sendable, Hashable {
    public var visits = 0
    /// By Lås, NFC or App.
    public var digital = 0
    /// Efterhand.
    public var manual = 0

    public init() {}
  }

  public var provider: String
  /// The keyed hashes of the clients with a performed visit on the review date.
  public var clients: Set<UInt64> = []
  /// What each of them had of the provider in the whole month.
  public var months: [UInt64: ClientMonth] = [:]
  /// V3: staff that did not use the lock, of those with a visit where there was one; nil when the month has none.
  public var staffWithoutLock: Int?
  public var staff: Int?

  /// The providers with visits in the month or a unit on the review date, in byte order of their ids.
  ///
  /// - Parameter figures: with the month's visits and V3.
  public static func all(_ figures: Figures, month: CivilMonth, reviewDate: CivilDate) -> [SamplePopulation] {
    let day = Int32(reviewDate.dayNumber)
    let register = figures.register
    let present = register.units.indices.compactMap { register.row(of: $0, on: day) }.map { register.rows[$0].provider }
    var found: [String: SamplePopulation] = [:]
    for provider in present + figures.visits.map(\.provider) where found[provider] == nil {
      found[provider] = SamplePopulation(provider: provider)
    }
    for visit in figures.visits where visit.day == reviewDate { found[visit.provider]?.clients.insert(visit.client) }
    for visit in figures.visits where found[visit.provider]?.clients.contains(visit.client) == true {
      found[visit.provider]?.months[visit.client, default: ClientMonth()].add(visit.registration)
    }
    for row in figures.rows where row.measure == "V3" && row.groupKind == .provider && row.period == month.iso {
      guard let base = row.denominator, base > 0 else { continue }
      found[row.group]?.staffWithoutLock = row.numerator
      found[row.group]?.staff = base
    }
    return found.values.sorted { $0.provider.utf8.lexicographicallyPrecedes($1.provider.utf8) }
  }
}

extension SamplePopulation.ClientMonth {
  fileprivate mutating func add(_ registration: ClientVisit.Registration) {
    visits += 1
    switch registration {
    case .digital: digital += 1
    case .manual: manual += 1
    case .unknown: break
    }
  }
}
