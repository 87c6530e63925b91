internal import Exports

/// P1–P5: active phones in the latest reading, and P5 in the last reading of each month.
struct PhoneFigures {
  let register: Register
  let groups: GroupTable
  let measures: [Measure]
  let months: ClosedRange<Int>?
  let periodKinds: Set<PeriodKind>

  /// Days after which a phone that was not used counts as unused.
  static let limit: Int32 = 14

  func rows(_ phones: [Placed<PhoneRow>]) -> [ResultRow] {
    guard let latest = phones.map(\.row.reading).max() else { return [] }
    var rows: [ResultRow] = []
    let snapshot = Reading(day: latest, phones: phones, register: register, groups: groups)
    for measure in measures {
      switch measure.formula {
      case .count, .ratio: rows += snapshot.rows(measure, period: latest.isoDay)
      case .need(let isSpare, let isShare):
        rows += snapshot.needRows(measure, isSpare: isSpare, isShare: isShare)
      case .proposal, .lacking, .reported, .monthlyMean: break
      }
    }
    rows += proposals(snapshot)
    guard let monthly = measures.first(where: { $0.id == "P5" }) else { return rows }
    for (label, day) in lastReadings(phones) {
      let reading = Reading(day: day, phones: phones, register: register, groups: groups)
      rows += reading.rows(monthly, period: label)
    }
    return rows
  }

  /// The last reading of each period that has one, by the period's name.
  private func lastReadings(_ phones: [Placed<PhoneRow>]) -> [(label: String, day: Int32)] {
    var days: [String: Int32] = [:]
    let found = Set(phones.map(\.row.reading)).map { ($0, Month(day: $0).number) }
      .filter { months?.contains($0.1) ?? true }
    guard let first = found.map(\.1).min(), let last = found.map(\.1).max() else { return [] }
    let periods = PeriodTable(first...last, kinds: periodKinds)
    for (day, month) in found {
      for period in periods.periods(of: month) {
        let label = periods.labels[period]
        days[label] = max(days[label] ?? day, day)
      }
    }
    return days.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func proposals(_ snapshot: Reading) -> [ResultRow] {
    let counts = snapshot.proposals()
    return measures.flatMap { measure -> [ResultRow] in
      guard case .proposal(let proposal) = measure.formula else { return [] }
      return snapshot.present.map { group in
        measure.row(counts[proposal]?[group] ?? 0, 0, group: groups.groups[group], period: snapshot.day.isoDay)
      }
    }
  }
}

extension PhoneRow {
  /// How the phone is used on the day of its reading; the first line that fits.
  var state: PhoneState {
    if let lastUsed, reading - lastUsed <= PhoneFigures.limit { return .used }
    if reading - registered <= PhoneFigures.limit { return .new }
    return lastUsed == nil ? .never : .idle
  }

  /// The attributes of `Dataset.phones`.
  var codes: [Int] {
    [Int(type), connected == 0 ? 0 : 1, PhoneState.allCases.firstIndex(of: state) ?? 0]
  }
}
