internal import CivilTime

/// A month as a number that grows by one each month: twelve times the year, plus 0 for January.
struct Month: Sendable, Hashable, Comparable {
  var number: Int

  init(number: Int) { self.number = number }

  init(day: Int32) {
    let date = CivilDate(dayNumber: Int(day))
    number = date.year * 12 + date.month - 1
  }

  init(_ month: CivilMonth) {
    number = month.year * 12 + month.month - 1
  }

  var year: Int { number / 12 }
  var halfYear: Int { number / 6 }

  /// `YYYY-MM`.
  var text: String { Self.padded(year, 4) + "-" + Self.padded(number % 12 + 1, 2) }

  /// `YYYY-H1` or `YYYY-H2`.
  static func text(halfYear: Int) -> String { padded(halfYear / 2, 4) + (halfYear % 2 == 0 ? "-H1" : "-H2") }

  /// The first day after the month, since 1970-01-01.
  var end: Int32 {
    let next = number + 1
    // Years 1–9999 are all that the reader of exports lets in; month 12 of 9999 ends at the calendar's end.
    guard let date = CivilDate(year: next / 12, month: next % 12 + 1, day: 1) else { return Int32.max }
    return Int32(date.dayNumber)
  }

  static func < (left: Month, right: Month) -> Bool { left.number < right.number }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Int32 {
  /// A day since 1970-01-01 as `YYYY-MM-DD`.
  var isoDay: String { CivilDate(dayNumber: Int(self)).iso }
}
