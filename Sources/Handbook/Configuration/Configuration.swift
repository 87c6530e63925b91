public import CivilTime
public import Colours
public import Diagnostics
public import Documents

/// What `content/site.yaml` says.
public struct Configuration: Sendable, Hashable {
  /// One of the editors' short ways on the start page.
  public struct Shortcut: Sendable, Hashable {
    public var text: String
    /// Id or title of a document, name of a page, or a web address.
    public var target: String
    public var range: SourceRange
  }

  /// A part of the organisation that documents are sorted under.
  public struct Area: Sendable, Hashable {
    public var name: String
    public var aliases: [String]
    public var description: String
  }

  /// The organisation's own sign, in the theme's place.
  public struct Logo: Sendable, Hashable {
    /// Below the content folder: `files/logotyp.svg`.
    public var path: String
    public var range: SourceRange
  }

  /// What is decided of small counts of persons.
  public struct SmallCounts: Sendable, Hashable {
    /// Counts of persons from 1 up to, not including, this one are hidden.
    public var threshold = 5
    /// Whether a count of 0 persons is shown.
    public var showsZero = true
    /// The municipality's own decision, as it is cited beside figures; nil for none.
    public var decision: String?
  }

  public var name = "Rutinpärm"
  public var organisation = ""
  public var administration = ""
  /// Of the pages' own words; the documents are as they are written.
  public var language = Language.swedish
  /// Where the site is published; empty when not told.
  public var address = ""
  public var description = ""
  /// In the place of the theme's of the same names.
  public var colours: [NamedColour] = []
  public var logo: Logo?
  public var statement: AccessibilityStatement?
  public var shortcuts: [Shortcut] = []
  public var areas: [Area] = []
  /// Lines that only name the organisation.
  public var organisationNames: [String] = []
  public var leadIns: [String] = []
  /// Where a reader reports a deviation.
  public var deviationAddress: String?
  public var endsSoonDays = 90
  public var limitInYears = 5
  /// An export whose last day is further back than this is old.
  public var staleDays = 35
  /// How many clients of a provider the auditor's sample draws.
  public var sampleSize = 3
  public var smallCounts = SmallCounts()
  /// By which duties fall due, and the auditor's review date is chosen.
  public var calendar = WorkingCalendar()
  /// Whether a decider's own name is shown, or only the role or department after it.
  public var showsDeciderName = true
  public var switchedOff: Set<RepairStep> = []

  public init() {}
}
