import CivilTime

@testable import PersonalNumbers

/// Numbers, and texts to put them in, at random but always the same.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
  mutating func pick(_ texts: [String]) -> String { texts[below(texts.count)] }

  /// So many digits, the first not zero.
  mutating func digits(_ count: Int) -> String {
    String(1 + below(9)) + (1..<count).map { _ in String(below(10)) }.joined()
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
  }

  /// Digits with the check digit of Luhn after them; the doubling begins so that the last is not doubled.
  static func checked(_ digits: String) -> String {
    let sum = digits.utf8.reversed().enumerated().reduce(0) { sum, item in
      let product = Int(item.element - 0x30) * (item.offset % 2 == 0 ? 2 : 1)
      return sum + (product > 9 ? product - 9 : product)
    }
    return digits + String((10 - sum % 10) % 10)
  }

  struct Person {
    /// Twelve.
    var digits: String
    var isCoordination: Bool
  }

  /// Born from 1890 to two years before the day of the tests; every tenth without a personal number.
  mutating func person() -> Person {
    let date = CivilDate(dayNumber: Int.random(in: -29_219...20_000, using: &self))
    let isCoordination = below(10) == 0
    let day = Self.padded(date.day + (isCoordination ? 60 : 0), 2)
    let short = Self.padded(date.year % 100, 2) + Self.padded(date.month, 2) + day + Self.padded(1 + below(999), 3)
    return Person(digits: Self.padded(date.year / 100, 2) + Self.checked(short), isCoordination: isCoordination)
  }

  static let spellingCount = 22

  /// The number, with the spelling's own number.
  mutating func spelled(_ person: Person) -> (Int, String) {
    let all = Array(person.digits).map(String.init)
    func part(_ range: Range<Int>) -> String { all[range].joined() }
    let (long, short, tail) = (part(0..<8), part(2..<8), part(8..<12))
    let (year, month, day) = (part(0..<4), part(4..<6), part(6..<8))
    let signs = ["-", "+", "", " ", "\u{A0}", "\u{2013}", "\u{2011}", "\u{2212}", " - ", " \u{2013} "]
    let spelling = below(Self.spellingCount)
    switch spelling {
    case 0..<10: return (spelling, short + signs[spelling] + tail)
    case 10..<20: return (spelling, long + signs[spelling - 10] + tail)
    case 20: return (spelling, year + "-" + month + "-" + day + "-" + tail)
    default: return (spelling, part(2..<4) + " " + month + " " + day + "-" + tail)
    }
  }

  /// What stands before and after a number, as where people write them.
  mutating func around() -> (String, String) {
    let before = [
      "", "Personnummer: ", "pnr ", "Brukaren (", "Anna Andersson ", "född ", "\"", "<td>", "<p>", "id=", "namn;", "| ",
      "Ärendet gäller ", "enligt journal, ", "2026-11-20 ", "3 st. ", "med ", "/filer/", "\n", "samordningsnummer ",
    ]
    let after = [
      "", ".", ", hyresgäst", ")", "\"", "</td>", "</p>", ";", " |", " och 4 till", "\n", "?", "/", ":", " 2026-11-20",
    ]
    return (pick(before), pick(after))
  }
}
