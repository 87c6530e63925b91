public import CivilTime

/// Which units belong to which providers when, and which groups are followed as chains.
public struct GroupStructure: Sendable {
  /// A stretch of days (ends included) in which the unit belongs to the provider; stretches of one unit do not overlap.
  public struct Belonging: Sendable, Hashable {
    public var unit: String
    public var provider: String
    public var from: CivilDate
    /// nil is until further notice.
    public var to: CivilDate?

    public init(unit: String, provider: String, from: CivilDate, to: CivilDate?) {
      self.unit = unit
      self.provider = provider
      self.from = from
      self.to = to
    }
  }

  /// A chain of units or providers, all its members named, the last one too.
  public struct Chain: Sendable, Hashable {
    /// `.unitChain` or `.providerChain`.
    public var kind: GroupKind
    public var name: String
    public var members: [String]

    public init(kind: GroupKind, name: String, members: [String]) {
      self.kind = kind
      self.name = name
      self.members = members
    }
  }

  public var belongings: [Belonging]
  public var chains: [Chain]

  public init(belongings: [Belonging], chains: [Chain] = []) {
    self.belongings = belongings
    self.chains = chains
  }
}

/// What the text of a period stands for.
enum PeriodSpan: Equatable {
  case day(CivilDate)
  case month(CivilMonth)
  case halfYear(year: Int, half: Int)
  case all

  init?(_ text: String) {
    if text == "ALLA" || text.utf8.contains(UInt8(ascii: "/")) {
      self = .all
    } else if let date = CivilDate(iso: text) {
      self = .day(date)
    } else if let month = CivilMonth(iso: text) {
      self = .month(month)
    } else if text.utf8.count == 7, let year = Int(text.prefix(4)), text.hasSuffix("-H1") || text.hasSuffix("-H2") {
      self = .halfYear(year: year, half: text.hasSuffix("1") ? 1 : 2)
    } else {
      return nil
    }
  }

  /// First and last day; nil bounds nothing.
  var days: ClosedRange<CivilDate>? {
    switch self {
    case .day(let date): return date...date
    case .month(let month): return month.firstDay...month.lastDay
    case .halfYear(let year, let half):
      guard let first = CivilDate(year: year, month: half == 1 ? 1 : 7, day: 1),
        let last = CivilDate(year: year, month: half == 1 ? 6 : 12, day: half == 1 ? 30 : 31)
      else { return nil }
      return first...last
    case .all: return nil
    }
  }

  /// Whether the other period is a part of this one, one step down.
  func holds(_ part: PeriodSpan) -> Bool {
    switch (self, part) {
    case (.halfYear(let year, let half), .month(let month)):
      month.year == year && (month.month <= 6 ? 1 : 2) == half
    case (.all, .halfYear): true
    default: false
    }
  }

  /// The month that tells how many clients there were: a day's own, else nil.
  var monthOfDay: String? {
    if case .day(let date) = self { return String(date.iso.prefix(7)) }
    return nil
  }
}
