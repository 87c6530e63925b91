public import CivilTime
public import Diagnostics

/// The accessibility statement that a public body owes its readers: the law (2018:1937) on access to digital public service, and
/// Digg's regulations MDFFS 2019:2.
public struct AccessibilityStatement: Sendable, Hashable {
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case full = "helt"
    case partial = "delvis"
    case none = "inte"
  }

  public enum Method: String, Sendable, Hashable, CaseIterable {
    case own = "självskattning"
    case external = "extern granskning"
  }

  /// Why something is not accessible.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    case shortcoming = "brist"
    case burden = "oskäligt betungande"
    case exempt = "undantag"
  }

  public struct Shortcoming: Sendable, Hashable {
    public var what: String
    public var reason: Reason
    /// How a reader gets at it otherwise.
    public var instead: String?
    /// When it is planned to be mended, as written.
    public var mendedBy: String?
  }

  public var status: Status
  public var method: Method
  /// How the site was assessed, in the organisation's own words.
  public var assessment: String
  /// When the site was first published.
  public var publishedOn: CivilDate
  public var assessedOn: CivilDate
  public var updatedOn: CivilDate
  public var email: String?
  public var telephone: String?
  /// Within what time a reader gets an answer, as written: `två arbetsdagar`.
  public var answerTime: String?
  public var shortcomings: [Shortcoming]
  /// Where the date of the assessment stands.
  public var assessedPlace: SourceRange
}

extension AccessibilityStatement {
  /// Digg asks for a new assessment each year.
  func diagnostics(on day: CivilDate) -> [Diagnostic] {
    if assessedOn > day {
      return [
        Diagnostic(
          .outdatedStatement, assessedPlace,
          Message(
            sv: "Tillgängligheten är bedömd \(assessedOn.iso), efter dagen som platsen byggs för, \(day.iso).",
            en: "Accessibility was assessed on \(assessedOn.iso), after the day that the site is built for, \(day.iso)."
          ),
          help: Message(sv: "Kontrollera datumet.", en: "Check the date."), severity: .warning)
      ]
    }
    guard assessedOn.adding(years: 1) < day else { return [] }
    return [
      Diagnostic(
        .outdatedStatement, assessedPlace,
        Message(
          sv: "Tillgängligheten bedömdes \(assessedOn.iso), för mer än ett år sedan.",
          en: "Accessibility was assessed on \(assessedOn.iso), more than a year ago."),
        help: Message(
          sv: "Bedöm webbplatsen igen, uppdatera bristerna och skriv det nya datumet.",
          en: "Assess the site again, update the shortcomings and write the new date."))
    ]
  }

  /// A site that tells where it is published must have a statement.
  static func missing(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingStatement, range,
      Message(
        sv: "En publicerad webbplats ska ha en tillgänglighetsredogörelse.",
        en: "A published site must have an accessibility statement."),
      help: Message(
        sv:
          "Lägg till `tillgänglighet:` med `status`, `publicerad`, `bedömd`, `uppdaterad`, `metod`, `bedömning`, `kontakt` och `brister`.",
        en:
          "Add `tillgänglighet:` with `status`, `publicerad`, `bedömd`, `uppdaterad`, `metod`, `bedömning`, `kontakt` and `brister`."
      )
    )
  }
}
