/// A week by ISO 8601: it begins on Monday, and belongs to the year of its Thursday.
public struct ISOWeek: Sendable, Hashable, Comparable {
  /// The year of the week's Thursday, which is not always that of its other days.
  public let year: Int
  /// 1–53.
  public let week: Int

  public init(containing date: CivilDate) {
    let thursday = date.adding(days: Weekday.thursday.rawValue - date.weekday.rawValue)
    year = thursday.year
    week = (thursday.dayNumber - CivilMonth(year: thursday.year, month: 1).firstDay.dayNumber) / 7 + 1
  }

  /// Reads `YYYY-Www` and nothing else; nil when the year has no such week.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 8, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "W"),
      let year = decimal(bytes[0..<4]), let week = decimal(bytes[6..<8]), year >= 1, week >= 1
    else { return nil }
    let first = Self.firstMonday(of: year)
    self.init(containing: first.adding(days: (week - 1) * 7))
    guard self.year == year, self.week == week else { return nil }
  }

  /// Monday.
  public var firstDay: CivilDate { Self.firstMonday(of: year).adding(days: (week - 1) * 7) }

  /// Sunday.
  public var lastDay: CivilDate { firstDay.adding(days: 6) }

  /// `YYYY-Www`.
  public var iso: String { padded(year, 4) + "-W" + padded(week, 2) }

  public static func < (left: ISOWeek, right: ISOWeek) -> Bool { (left.year, left.week) < (right.year, right.week) }

  /// The first week of a year holds 4 January.
  private static func firstMonday(of year: Int) -> CivilDate {
    let fourth = CivilMonth(year: year, month: 1).day(4)
    return fourth.adding(days: 1 - fourth.weekday.rawValue)
  }
}
