public import CivilTime
internal import Diagnostics
internal import Statistics
internal import Swedish

/// What the user asks of the figures.
public struct FigureQuery: Sendable {
  public enum Grouping: String, Sendable, CaseIterable {
    case provider, unit, total
  }

  public enum Period: String, Sendable, CaseIterable {
    case month, halfyear, all
  }

  /// Names of measures; `all` is every one, `V1` also its parts `V1.las` and so on.
  public var measures: [String]
  /// nil is every kind of group.
  public var grouping: Grouping?
  public var period: Period = .month
  public var from: CivilMonth?
  public var to: CivilMonth?
  public var asOf: CivilDate
  public var jobs = 1

  public init(measures: [String], asOf: CivilDate) {
    self.measures = measures
    self.asOf = asOf
  }

  var periodKinds: Set<PeriodKind> {
    switch period {
    case .month: [.month]
    case .halfyear: [.halfYear]
    case .all: [.all]
    }
  }

  /// Whether a figure of this measure is wanted.
  func wants(_ measure: String) -> Bool {
    measures.contains { $0 == "all" || measure == $0 || measure.hasPrefix($0 + ".") }
  }

  func wants(_ kind: GroupKind) -> Bool {
    switch grouping {
    case nil: true
    case .provider: kind == .provider || kind == .providerChain
    case .unit: kind == .unit || kind == .unitChain
    case .total: kind == .total
    }
  }

  /// Whether a row's period is of the length and within the months asked for; a reading's day always is.
  ///
  /// A half-year is when any of its months is. Those of a measure without other periods come with the months too.
  func wants(period text: String, isHalfYearly: Bool) -> Bool {
    if text.isEmpty || CivilDate(iso: text) != nil { return true }
    if let month = CivilMonth(iso: text) { return period == .month && isWithin(month, month) }
    guard let half = HalfYear(iso: text) else { return period == .all }
    return (period == .halfyear || isHalfYearly && period == .month)
      && isWithin(half.firstMonth, half.firstMonth.adding(months: 5))
  }

  private func isWithin(_ first: CivilMonth, _ last: CivilMonth) -> Bool {
    from.map { last >= $0 } ?? true && to.map { first <= $0 } ?? true
  }

  /// Months that mean nothing: the last before the first, or a part of the whole.
  var contradiction: EnvironmentFault? {
    if period == .all, let month = from ?? to {
      return EnvironmentFault(
        .other, month.iso,
        Message(
          sv: "Hela tiden kan inte begränsas med --from och --to.",
          en: "The whole time cannot be limited by --from and --to."),
        help: Message(
          sv: "Ta bort dem, eller välj --period month eller halfyear.",
          en: "Leave them out, or choose --period month or halfyear."))
    }
    if let from, let to, from > to {
      return EnvironmentFault(
        .other, from.iso,
        Message(
          sv: "Den första månaden, \(from.iso), är senare än den sista, \(to.iso).",
          en: "The first month, \(from.iso), is later than the last one, \(to.iso)."),
        help: Message(sv: "Byt plats på --from och --to.", en: "Exchange --from and --to."))
    }
    return nil
  }

  /// Names that stand for no measure, each with what was perhaps meant.
  func unknown(among known: [String]) -> EnvironmentFault? {
    guard
      let name = measures.first(where: { name in
        name != "all" && !known.contains { $0 == name || $0.hasPrefix(name + ".") }
      })
    else { return nil }
    let families = Set(known.map { String($0.prefix { $0 != "." }) })
    let near = NearMatch.nearest(to: name, in: known + families)
    let list = (near.isEmpty ? families.sorted() : near).joined(separator: ", ")
    return EnvironmentFault(
      .other, name, Message(sv: "Måttet »\(name)« finns inte.", en: "There is no measure \"\(name)\"."),
      help: Message(sv: "Välj bland \(list).", en: "Choose among \(list)."))
  }
}

extension Measure {
  /// M2: the mean of a half-year, which has no other period.
  var isHalfYearly: Bool {
    if case .monthlyMean = formula { return true }
    return false
  }
}
