/// A day of the week; weeks begin on Monday.
public enum Weekday: Int, Sendable, Hashable, CaseIterable {
  case monday = 1
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday

  /// `måndag`, as written inside a Swedish sentence.
  public var swedishName: String {
    switch self {
    case .monday: "måndag"
    case .tuesday: "tisdag"
    case .wednesday: "onsdag"
    case .thursday: "torsdag"
    case .friday: "fredag"
    case .saturday: "lördag"
    case .sunday: "söndag"
    }
  }
}

extension CivilDate {
  public var weekday: Weekday {
    // Day number 0, 1970-01-01, was a Thursday.
    switch (dayNumber + 3).modulo(7) {
    case 0: .monday
    case 1: .tuesday
    case 2: .wednesday
    case 3: .thursday
    case 4: .friday
    case 5: .saturday
    default: .sunday
    }
  }
}

extension Int {
  /// The remainder that is never negative.
  func modulo(_ divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
