/// Which of a plan's filters of persons let something through, a bit each.
typealias FilterBits = UInt32

/// The visit measures compiled to tables: one look-up a row for all of them.
///
/// A row's coded columns and whether its client has a lock make a combination of 13 bits. Combinations that no measure
/// tells apart share a class, and only classes are counted; for persons, each filter has a bit.
struct VisitPlan: Sendable {
  static let combinations = 1 << 13
  static let lockableBit: UInt32 = 1 << 12

  let measures: [Measure]
  /// The class of each combination, and for each class which of `filters` let it through.
  let classes: [UInt16]
  let filters: [Filter]
  let filtersOfClass: [[Bool]]
  /// The bits that a row gives its staff member, and a visit its client and who stands for it.
  let staffBits: [FilterBits]
  let clientBits: [FilterBits]
  let visitStaffBits: [FilterBits]
  let staffFilters: [Filter]
  let clientFilters: [Filter]
  let visitStaffFilters: [Filter]
  let countsRows: Bool

  /// nil when more filters are asked for than there are bits.
  init?(_ measures: [Measure]) {
    self.measures = measures
    filters = Self.filters(measures) { $0 == .visits || $0 == .rows }
    staffFilters = Self.filters(measures) { $0 == .staff }
    clientFilters = Self.filters(measures) { $0 == .clients }
    visitStaffFilters = Self.filters(measures) { $0 == .visitStaff }
    countsRows = measures.contains { $0.counted == .rows }
    guard max(staffFilters.count, clientFilters.count, visitStaffFilters.count) <= FilterBits.bitWidth
    else { return nil }
    var classes: [UInt16] = []
    var known: [[Bool]: UInt16] = [:]
    var members: [[Bool]] = []
    var staffBits: [FilterBits] = []
    var clientBits: [FilterBits] = []
    var visitStaffBits: [FilterBits] = []
    for combination in 0..<Self.combinations {
      let codes = [
        combination & 7, combination >> 3 & 7, combination >> 8 & 3, combination >> 10 & 3, combination >> 12 & 1,
      ]
      let membership = filters.map { $0.matches(codes) }
      if known[membership] == nil {
        known[membership] = UInt16(members.count)
        members.append(membership)
      }
      classes.append(known[membership] ?? 0)
      staffBits.append(Self.bits(staffFilters, codes))
      clientBits.append(Self.bits(clientFilters, codes))
      visitStaffBits.append(Self.bits(visitStaffFilters, codes))
    }
    self.classes = classes
    filtersOfClass = members
    self.staffBits = staffBits
    self.clientBits = clientBits
    self.visitStaffBits = visitStaffBits
  }

  var classCount: Int { filtersOfClass.count }

  private static func bits(_ filters: [Filter], _ codes: [Int]) -> FilterBits {
    filters.enumerated().reduce(0) { $1.element.matches(codes) ? $0 | 1 << FilterBits($1.offset) : $0 }
  }

  private static func filters(_ measures: [Measure], _ isWanted: (Measure.Counted) -> Bool) -> [Filter] {
    var found: [Filter] = []
    for measure in measures where isWanted(measure.counted) {
      for filter in measure.formula.filters where !found.contains(filter) { found.append(filter) }
    }
    return found
  }
}

extension Measure {
  /// Whether visit measures can be counted together, with the persons behind them: no more conditions on staff, or on
  /// clients, than there are bits.
  public static func areCountable(_ measures: [Measure]) -> Bool {
    VisitPlan((measures + PersonsBehind.measures(behind: measures)).filter { $0.dataset == .visits }) != nil
  }
}

extension Measure.Formula {
  var filters: [Filter] {
    switch self {
    case .count(let filter), .monthlyMean(let filter): [filter]
    case .ratio(let part, let whole): [part, whole]
    case .lacking(let base, let without): [base, without]
    case .need, .proposal, .reported: []
    }
  }
}
