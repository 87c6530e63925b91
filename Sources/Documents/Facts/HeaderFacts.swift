public import CivilTime

/// The facts at the head of a decided document, each read, missing or unreadable.
public struct HeaderFacts: Sendable, Hashable {
  /// Until when a document says that it applies.
  public enum End: Sendable, Hashable {
    case date(PartialDate)
    case openEnded
  }

  public var decidedBy: Fact<String> = .missing
  /// Who drew it up; when nobody is said to have decided it, this is who did.
  public var createdBy: Fact<String> = .missing
  public var decidedOn: Fact<PartialDate> = .missing
  public var createdOn: Fact<PartialDate> = .missing
  public var updatedOn: Fact<PartialDate> = .missing
  public var validFrom: Fact<PartialDate> = .missing
  public var validTo: Fact<End> = .missing
  public var replaces: Fact<String> = .missing
  public var owner: Fact<String> = .missing
  /// The kind as it is written: `Rutin`.
  public var kind: Fact<String> = .missing
  /// `Titel`, or `Dokumentnamn` where there is no other.
  public var name: Fact<String> = .missing
  /// `Dokumentnamn` beside a `Titel`.
  public var documentName: Fact<String> = .missing
  public var audience: Fact<[String]> = .missing
  public var subjects: Fact<[String]> = .missing
  /// Administration and municipality, in the order met.
  public var organisation: Fact<[String]> = .missing
  /// The municipality's contact block: label and lines.
  public var organisationContact: [ContactLine] = []
  /// "max 5 år" written beside the end date.
  public var limitInYears: Int?

  public struct ContactLine: Sendable, Hashable {
    public var label: String
    public var value: String
  }
}

/// Whether and until when a document applies, as its own facts say; the as-of date plays no part.
public enum DeclaredValidity: Sendable, Hashable {
  case until(CivilDate)
  case openEnded
  case missing
  case unreadable(String)
  /// Ends before it was decided, begins after it ends, or lasts longer than the limit.
  case contradictory(String)
}

extension HeaderFacts {
  /// The facts with the one who drew the document up as its decider where it names no other, and the document's name as its title
  /// where it has none.
  func completed() -> HeaderFacts {
    var facts = self
    if facts.decidedBy.outcome == .missing, facts.createdBy.outcome != .missing {
      facts.decidedBy = facts.createdBy
      facts.createdBy = .missing
    }
    if facts.name.outcome == .missing, facts.documentName.outcome != .missing {
      facts.name = facts.documentName
      facts.documentName = .missing
    }
    return facts
  }

  /// Judged by `measures.md` 20; `limitInYears` is the longest time a decision may last.
  public func declaredValidity(limitInYears: Int) -> DeclaredValidity {
    switch validTo.outcome {
    case .missing: return .missing
    case .unreadable: return .unreadable(validTo.raw)
    case .read: break
    }
    guard case .date(let end) = validTo.value else { return .openEnded }
    if let decided = decidedOn.value {
      if end.lastDay < decided.firstDay { return .contradictory(validTo.raw) }
      if end.lastDay > decided.lastDay.adding(years: limitInYears) { return .contradictory(validTo.raw) }
    }
    if let start = validFrom.value, start.firstDay > end.lastDay { return .contradictory(validTo.raw) }
    return .until(end.lastDay)
  }
}
