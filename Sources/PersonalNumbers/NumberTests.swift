internal import CivilTime

/// The tests that need nothing but the digits.
struct NumberTests {
  /// No person is born later.
  let asOf: CivilDate

  private static let oldestYear = 1890

  /// The number when date and check digit hold and it is no moment, nil otherwise.
  func number(_ candidate: Candidate) -> PersonalNumber? {
    let short = candidate.date.suffix(6) + candidate.tail
    guard Self.hasCheckDigit(short), !isMoment(candidate) else { return nil }
    let parts = candidate.date.suffix(4)
    let month = Self.value(parts.prefix(2))
    let written = Self.value(parts.suffix(2))
    let day = written > 60 ? written - 60 : written
    guard years(candidate.date).contains(where: { exists($0, month, day) }) else { return nil }
    return PersonalNumber(
      range: candidate.range, digits: UInt64(Self.value(short)), isCoordination: written > 60)
  }

  /// Two digits stand for three centuries.
  private func years(_ date: [UInt8]) -> [Int] {
    let year = Self.value(date.dropLast(4))
    return date.count == 8 ? [year] : [1800 + year, 1900 + year, 2000 + year]
  }

  private func exists(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard year >= Self.oldestYear, let date = CivilDate(year: year, month: month, day: day) else { return false }
    return date <= asOf
  }

  /// `202611200741`, a day of the last two years and a time of day; or `2019-03-04 1500`, a day of the last fifteen and a number.
  private func isMoment(_ candidate: Candidate) -> Bool {
    let year = Self.value(candidate.date.dropLast(4)) + (candidate.date.count == 6 ? 2000 : 0)
    let parts = candidate.date.suffix(4)
    guard let date = CivilDate(year: year, month: Self.value(parts.prefix(2)), day: Self.value(parts.suffix(2)))
    else { return false }
    if candidate.mayBeDate { return date > asOf.adding(years: -15) }
    let isClock = Self.value(candidate.tail.prefix(2)) < 24 && Self.value(candidate.tail.suffix(2)) < 60
    return candidate.date.count == 8 && isClock && date > asOf.adding(years: -2)
  }

  /// By the method of Luhn over ten digits.
  static func hasCheckDigit(_ digits: some Sequence<UInt8>) -> Bool {
    var sum = 0
    for (place, digit) in digits.enumerated() {
      let product = Int(digit) * (place % 2 == 0 ? 2 : 1)
      sum += product > 9 ? product - 9 : product
    }
    return sum % 10 == 0
  }

  static func value(_ digits: some Sequence<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1) } }
}
