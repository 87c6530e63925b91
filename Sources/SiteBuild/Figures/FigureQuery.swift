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
