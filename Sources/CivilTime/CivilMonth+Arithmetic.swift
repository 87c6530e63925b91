extension CivilMonth {
  public init(containing date: CivilDate) {
    self.init(year: date.year, month: date.month)
  }

  /// Months since January of the year 0.
  var number: Int { year * 12 + month - 1 }

  /// The month with this number; clamped to the years 1–9999.
  init(number: Int) {
    let clamped = Swift.min(Swift.max(number, 12), 9999 * 12 + 11)
    self.init(year: clamped / 12, month: clamped % 12 + 1)
  }

  /// The month `months` later, or earlier when negative; clamped to the years 1–9999.
  public func adding(months: Int) -> CivilMonth { CivilMonth(number: number + months) }

  /// The day of this month, or its last day when the month is shorter; days before the first become the first.
  public func day(_ day: Int) -> CivilDate {
    let length = Self.length(year: year, month: month)
    return firstDay.adding(days: Swift.min(Swift.max(day, 1), length) - 1)
  }

  /// `januari`, as written inside a Swedish sentence.
  public var swedishName: String { Self.swedishNames[month - 1] }

  static let swedishNames = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
  ]
}
