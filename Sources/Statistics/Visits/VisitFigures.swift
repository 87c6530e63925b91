internal import Dispatch
internal import Exports
internal import Synchronization

/// Counts the visit measures: all buckets on all threads, then groups and periods.
struct VisitFigures {
  let plan: VisitPlan
  let groups: GroupTable
  let periodKinds: Set<PeriodKind>
  /// The months to tell of; nil for all.
  let months: ClosedRange<Int>?
  /// The month whose visits are handed over one by one; nil for none.
  let watchedMonth: Int?
  let jobs: Int

  /// Rejects rows in `admission`; nothing is counted when no row is accepted.
  func count(
    _ admission: inout Admission, connections: [(client: UInt64, days: ClosedRange<Int32>)]
  ) -> (rows: [ResultRow], visits: [ClientVisit]) {
    guard let space = VisitSpace(admission, groups: groups, connections: connections) else {
      rejectAll(&admission)
      return ([], [])
    }
    let passes = pass(space, files: admission.files.count)
    for pass in passes {
      for (file, log) in pass.rejects.enumerated() { admission.merge(log, file: file) }
    }
    guard let first = passes.map(\.firstMonth).min(), let last = passes.map(\.lastMonth).max(), first != .max
    else { return ([], []) }
    let visits = passes.flatMap(\.watched).map { $0.visit(in: space, groups) }
    var range = space.firstMonth + Int(first)...space.firstMonth + Int(last)
    if let months {
      guard range.overlaps(months) else { return ([], visits) }
      range = range.clamped(to: months)
    }
    let periods = PeriodTable(range, kinds: periodKinds)
    var rollup = Rollup(plan: plan, groups: groups, periods: periods, space: space)
    for pass in passes { rollup.add(visits: pass.visitCounts, rows: pass.rowCounts) }
    rollup.addPersons(
      PersonTable.byPerson(passes.map(\.staff), persons: space.staffCount), counted: .staff, plan.staffFilters)
    rollup.addPersons(
      PersonTable.byPerson(passes.map(\.clients), persons: space.clients.count), counted: .clients, plan.clientFilters)
    rollup.addPersons(
      PersonTable.byPerson(passes.map(\.visitStaff), persons: space.staffCount), counted: .visitStaff,
      plan.visitStaffFilters)
    return (rollup.rows(), visits)
  }

  private func pass(_ space: VisitSpace, files: Int) -> [VisitPass] {
    let next = Atomic(0)
    let done = Mutex<[VisitPass]>([])
    DispatchQueue.concurrentPerform(iterations: max(1, jobs)) { _ in
      var pass = VisitPass(space, plan, cells: groups.cells.count, files: files, watchedMonth: watchedMonth)
      while true {
        let bucket = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if bucket >= VisitSegment.bucketCount { break }
        pass.count(bucket: bucket)
      }
      let result = pass
      done.withLock { $0.append(result) }
    }
    return done.withLock { $0 }
  }

  /// No day of any row is one that can count; each row still has its reason.
  private func rejectAll(_ admission: inout Admission) {
    for (file, reading) in admission.files.enumerated() {
      guard case .visits(let segments) = reading.rows else { continue }
      for segment in segments {
        for bucket in 0..<VisitSegment.bucketCount {
          segment.withRecords(in: bucket) { records in
            for record in records {
              admission.reject(rejection(record, segment, admission), at: record.place, file: file)
            }
          }
        }
      }
    }
  }

  private func rejection(_ record: VisitRecord, _ segment: VisitSegment, _ admission: Admission) -> Rejection {
    let text = Int(record.unit) < segment.units.count ? segment.units[Int(record.unit)] : ""
    if admission.register.unit(named: text, on: record.day) == nil {
      return admission.register.rejection(ofUnit: text)
    }
    if record.day > admission.asOf { return Rejection(.afterAsOf) }
    return Rejection(record.attributes.rejection ?? .unitNotValid)
  }
}
