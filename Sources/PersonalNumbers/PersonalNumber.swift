/// A personal or coordination number that stands somewhere in a text.
///
/// The digits are for comparing only: they are to be shown to nobody.
public struct PersonalNumber: Sendable, Hashable {
  /// The bytes that it takes, separators and all.
  public var range: Range<Int>
  /// The ten digits from the year's last two on, as a number.
  public var digits: UInt64
  /// A coordination number: the day is 60 higher.
  public var isCoordination: Bool
}

/// How the digits are written.
enum Spelling {
  /// With `-`, `+` or a dash before the last four: nothing else is written so by habit.
  case hyphenated
  /// Digits in a row, or with a blank, dot or slash: other numbers are written so, too.
  case plain
}

/// The digits of a number that may be a personal one.
struct Candidate {
  /// The date's digits, six or eight, and the last four.
  var date: [UInt8]
  var tail: [UInt8]
  var range: Range<Int>
  var spelling: Spelling
  /// A date in parts, and not just a hyphen after it: it may be a date and then some other number.
  var mayBeDate = false
}
