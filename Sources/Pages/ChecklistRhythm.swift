internal import CivilTime
internal import Swedish

/// How long a checklist's ticks hold: until the next of its periods begins.
struct ChecklistRhythm: Hashable {
  enum Unit: String {
    case day, week, month
  }

  var unit: Unit
  /// How many units a period has.
  var length: Int
  /// A period begins in the months whose number, from January of year 0, leaves this when divided by `length`.
  var first = 0

  /// `month/2/0`, as the script that keeps the ticks reads it.
  var text: String { "\(unit.rawValue)/\(length)/\(first)" }

  /// Reads a phrase such as `varannan månad` or `varje dag`; nil for one that names no period, like `vid behov`.
  ///
  /// - Parameter from: `2026-01`, the first month of a duty that recurs.
  init?(_ phrase: String, from: String? = nil) {
    if let frequency = Frequency(swedish: phrase) {
      self.init(frequency, from: from.flatMap { CivilMonth(iso: $0) })
      return
    }
    let words = Folding.words(phrase).split(separator: " ")
    func has(_ endings: [String]) -> Bool { words.contains { word in endings.contains { word.hasSuffix($0) } } }
    let length = words.contains { ["varannan", "vartannat", "other"].contains($0) } ? 2 : 1
    if has(["mandag", "tisdag", "onsdag", "torsdag", "fredag", "lordag", "sondag", "vecka", "veckan", "week", "weekly"])
    {
      self.init(unit: .week, length: length)
    } else if has(["dag", "dagen", "dagligen", "dygn", "dygnet", "pass", "passet", "day", "daily"]) {
      self.init(unit: .day, length: 1)
    } else if let months = Self.english.first(where: { name, _ in words.contains { $0 == name } })?.1 {
      self.init(unit: .month, length: months * length)
    } else {
      return nil
    }
  }

  private init(unit: Unit, length: Int, first: Int = 0) {
    self.unit = unit
    self.length = length
    self.first = first
  }

  private init(_ frequency: Frequency, from: CivilMonth?) {
    switch frequency {
    case .everyWeek: self.init(unit: .week, length: 1)
    case .everyMonths(let months):
      let first = from.map { ($0.year * 12 + $0.month - 1) % max(1, months) } ?? 0
      self.init(unit: .month, length: max(1, months), first: first)
    case .halfYearly: self.init(unit: .month, length: 6)
    case .yearly, .dayOfYear: self.init(unit: .month, length: 12)
    case .dayOfMonth: self.init(unit: .month, length: 1)
    }
  }

  private static let english = [
    ("monthly", 1), ("month", 1), ("quarterly", 3), ("quarter", 3), ("half", 6), ("yearly", 12), ("annually", 12),
    ("year", 12),
  ]
}
