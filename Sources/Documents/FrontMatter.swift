public import CivilTime
public import Diagnostics

/// What a tidy document says of itself in its YAML; a converted one has at most its source.
public struct FrontMatter: Sendable, Hashable {
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case draft = "utkast"
    case inForce = "gällande"
    case replaced = "ersatt"
    case withdrawn = "upphävd"
  }

  public enum Significance: String, Sendable, Hashable, CaseIterable {
    case significant = "väsentlig"
    case editorial = "redaktionell"
  }

  /// For whom a dashboard is made over and over.
  public enum PagePer: String, Sendable, Hashable, CaseIterable {
    case provider = "utförare"
    case unit = "enhet"
  }

  /// One scheduled duty of `uppföljning`.
  public struct FollowUp: Sendable, Hashable {
    public var what: String
    public var who: String
    public var with: [String]
    /// As written: `varannan månad`.
    public var frequency: String
    public var from: String?
    public var checklist: String?
    public var reportsTo: [String]
    public var range: SourceRange
  }

  public var id: String?
  public var edition: String?
  public var status: Status?
  public var title: String?
  public var reviewBy: CivilDate?
  public var reviewedOn: CivilDate?
  public var operations: [String] = []
  public var measures: [String] = []
  public var followUps: [FollowUp] = []
  public var pagePer: PagePer?
  /// Where it stands among dashboards, the lowest first; those without a number come last.
  public var order: Int?
  public var changeNote: String?
  public var significance: Significance?
  /// A converted document's file name and origin.
  public var sourceTitle: String?
  public var sourceFile: String?
  public var sourceURL: String?
  /// Where each key stands, by its name.
  public var places: [String: SourceRange] = [:]
}
