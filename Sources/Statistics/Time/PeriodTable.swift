/// How long the periods are for which figures are counted.
public enum PeriodKind: String, Sendable, Hashable, CaseIterable {
  case month
  case halfYear = "halfyear"
  case all
}

/// The periods from one month to another, and which of them each month belongs to.
struct PeriodTable: Sendable {
  let months: ClosedRange<Int>
  let labels: [String]
  let kinds: [PeriodKind]
  /// By month from the first: the periods it belongs to.
  let periodsOfMonth: [[Int]]

  init(_ months: ClosedRange<Int>, kinds: Set<PeriodKind>) {
    self.months = months
    var labels: [String] = []
    var found: [PeriodKind] = []
    var periods = [[Int]](repeating: [], count: months.count)
    if kinds.contains(.month) {
      for (index, month) in months.enumerated() {
        periods[index].append(labels.count)
        labels.append(Month(number: month).text)
        found.append(.month)
      }
    }
    if kinds.contains(.halfYear) {
      var latest: Int?
      for (index, month) in months.enumerated() {
        let half = Month(number: month).halfYear
        if half != latest {
          latest = half
          labels.append(Month.text(halfYear: half))
          found.append(.halfYear)
        }
        periods[index].append(labels.count - 1)
      }
    }
    if kinds.contains(.all) {
      for index in periods.indices { periods[index].append(labels.count) }
      labels.append(Month(number: months.lowerBound).text + "/" + Month(number: months.upperBound).text)
      found.append(.all)
    }
    self.labels = labels
    self.kinds = found
    periodsOfMonth = periods
  }

  var count: Int { labels.count }

  /// The periods of a month, none when it lies outside.
  func periods(of month: Int) -> [Int] {
    months.contains(month) ? periodsOfMonth[month - months.lowerBound] : []
  }
}
