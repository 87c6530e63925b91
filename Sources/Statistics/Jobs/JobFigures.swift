internal import Exports

/// M1 and M2: jobs done by month, where a month that no unit reported is unknown and not zero.
struct JobFigures {
  let groups: GroupTable
  let measures: [Measure]
  let asOf: Int32
  let months: ClosedRange<Int>?
  let periodKinds: Set<PeriodKind>

  private struct Job {
    var row: JobRow
    var unit: Int
    var month: Int
  }

  /// The jobs of one group, and the units that are to report.
  private struct GroupJobs {
    var jobs: [Job] = []
    /// Units by half-year, and over all.
    var members: [Int: Set<Int>] = [:]
  }

  func rows(_ placed: [Placed<JobRow>]) -> [ResultRow] {
    var byGroup: [Int: GroupJobs] = [:]
    var reported: [Int: Set<Int>] = [:]
    for entry in placed {
      guard let day = entry.row.day else { continue }
      let job = Job(row: entry.row, unit: entry.unit, month: Month(day: day).number)
      reported[job.unit, default: []].insert(job.month)
      for group in groups.groupsOfCell[groups.cellOfRow[entry.registerRow]].prefix(3) {
        byGroup[group, default: GroupJobs()].jobs.append(job)
        byGroup[group]?.members[job.month / 6, default: []].insert(job.unit)
      }
    }
    let found = byGroup[0]?.jobs.map(\.month) ?? []
    guard let first = found.min(), let last = found.max() else { return [] }
    var range = first...last
    if let months {
      guard range.overlaps(months) else { return [] }
      range = range.clamped(to: months)
    }
    let periods = PeriodTable(range, kinds: periodKinds)
    var rows: [ResultRow] = []
    for (group, jobs) in byGroup {
      rows += periodRows(groups.groups[group], jobs, periods, reported)
      // The mean belongs to half-years whatever other periods are asked for.
      for half in (range.lowerBound / 6)...(range.upperBound / 6) where periodKinds != [.all] {
        rows += means(groups.groups[group], jobs, half, reported)
      }
    }
    return rows
  }

  private func members(_ group: Group, _ jobs: GroupJobs, _ months: ClosedRange<Int>, _ kind: PeriodKind) -> Set<Int> {
    if group.kind == .unit { return Set(jobs.jobs.prefix(1).map(\.unit)) }
    if kind == .all { return jobs.members.values.reduce(into: []) { $0.formUnion($1) } }
    return jobs.members[months.lowerBound / 6] ?? []
  }

  private func periodRows(
    _ group: Group, _ jobs: GroupJobs, _ periods: PeriodTable, _ reported: [Int: Set<Int>]
  ) -> [ResultRow] {
    var rows: [ResultRow] = []
    for (period, label) in periods.labels.enumerated() {
      let inside = periods.months.filter { periods.periods(of: $0).contains(period) }
      guard let first = inside.first, let last = inside.last else { continue }
      let members = members(group, jobs, first...last, periods.kinds[period])
      let reporting = members.count { unit in reported[unit]?.contains { $0 >= first && $0 <= last } ?? false }
      for measure in measures {
        switch measure.formula {
        case .reported: rows.append(measure.row(reporting, members.count, group: group, period: label))
        case .count(let filter):
          let count = done(jobs, filter) { $0 >= first && $0 <= last }
          var row = measure.row(count, 0, group: group, period: label)
          if reporting == 0 { (row.numerator, row.value) = (nil, nil) }
          rows.append(row)
        case .ratio(let part, let whole):
          let counts = [part, whole].map { filter in done(jobs, filter) { $0 >= first && $0 <= last } }
          rows.append(measure.row(counts[0], counts[1], group: group, period: label))
        case .monthlyMean, .lacking, .need, .proposal: break
        }
      }
    }
    return rows
  }

  private func done(_ jobs: GroupJobs, _ filter: Filter, in months: (Int) -> Bool) -> Int {
    jobs.jobs.count { $0.row.isDone && filter.matches([Int($0.row.type)]) && months($0.month) }
  }

  private func means(_ group: Group, _ jobs: GroupJobs, _ half: Int, _ reported: [Int: Set<Int>]) -> [ResultRow] {
    let members = members(group, jobs, half * 6...half * 6 + 5, .halfYear)
    let complete = (half * 6...half * 6 + 5).filter { month in
      !members.isEmpty && Month(number: month).end - 1 <= asOf
        && members.allSatisfy { reported[$0]?.contains(month) ?? false }
    }
    return measures.compactMap { measure in
      guard case .monthlyMean(let filter) = measure.formula else { return nil }
      let count = done(jobs, filter) { complete.contains($0) }
      return measure.row(count, complete.count, group: group, period: Month.text(halfYear: half))
    }
  }
}
