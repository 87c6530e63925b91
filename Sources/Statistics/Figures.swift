internal import CivilTime
public import Diagnostics
public import Exports

/// All figures of a set of exports, before disclosure control.
public struct Figures: Sendable {
  /// In the order of `ResultRow`.
  public var rows: [ResultRow]
  public var files: [FileTally]
  public var diagnostics: [Diagnostic]
  public var register: Register
  public var chains: Chains
  /// The accepted rows of `uppfoljningar`.
  public var followUps: [FollowUpRow]
  /// The visits of the month that was asked for, in no order.
  public var visits: [ClientVisit] = []
}

extension Figures {
  /// Admits the rows of the files and counts every measure that was asked for.
  public init(of readings: [FileReading], _ request: FigureRequest) {
    var admission = Admission(readings, asOf: Int32(request.asOf.dayNumber))
    register = admission.register
    chains = Chains(register)
    let groups = GroupTable(register, chains: chains)
    let months = request.months.map { Month($0.lowerBound).number...Month($0.upperBound).number }
    func measures(_ dataset: Dataset) -> [Measure] { request.measures.filter { $0.dataset == dataset } }

    let locks = admission.locks()
    let phones = admission.phones()
    admission.admitLockEvents(locks: Set(locks.map(\.row.lock)))
    let lockFigures = LockFigures(register: register, groups: groups, measures: measures(.locks))
    var rows = lockFigures.rows(locks)
    rows += PhoneFigures(
      register: register, groups: groups, measures: measures(.phones), months: months, periodKinds: request.periods
    ).rows(phones)
    rows += JobFigures(
      groups: groups, measures: measures(.jobs), asOf: admission.asOf, months: months, periodKinds: request.periods
    ).rows(admission.jobs())
    if let plan = VisitPlan(measures(.visits)) {
      let counted = VisitFigures(
        plan: plan, groups: groups, periodKinds: request.periods, months: months,
        watchedMonth: request.visitsOf.map { Month($0).number }, jobs: request.jobs
      ).count(&admission, connections: lockFigures.connections(locks))
      rows += counted.rows
      visits = counted.visits
    }
    followUps = admission.followUps()
    files = admission.tallies
    rows += files.filter { $0.kind != .followUps }.flatMap(\.rows)
    self.rows = rows.sorted()
    let doubts = Doubts(files: files, asOf: admission.asOf)
    diagnostics =
      (admission.diagnostics + doubts.staleReading(phones.map(\.row.reading).max(), of: .phones)
      + doubts.staleReading(locks.map(\.row.reading).max(), of: .locks) + doubts.unlikeSizes()).inOrder()
  }
}

extension FileTally {
  /// D.rows and D.rejected; the name is the path below the folder of exports, since two folders may hold equal names.
  var rows: [ResultRow] {
    let share = ResultRow(
      measure: "D.rows", groupKind: .file, group: name, period: "", numerator: accepted, denominator: read,
      value: read > 0 ? Double(accepted) / Double(read) : nil)
    return [share]
      + rejected.map { reason, count in
        ResultRow(
          measure: "D.rejected", groupKind: .file, group: "\(name):\(reason.name)", period: "", numerator: count,
          denominator: nil, value: Double(count))
      }
  }
}
