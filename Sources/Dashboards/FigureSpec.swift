public import Statistics

/// What a block `kpi`, `chart` or `table` asks for, checked against the figures there are.
public struct FigureSpec: Sendable {
  public enum Form: Sendable, Hashable {
    case kpi
    case chart(Style)
    case table
  }

  public enum Style: String, Sendable, Hashable, CaseIterable {
    case line = "linje"
    case bar = "stapel"
    case stacked = "staplad"
    case diverging = "avvikelse"
    case sparkline = "gnist"
  }

  /// Whose figures.
  public enum Groups: Sendable, Hashable {
    case total
    case each(GroupKind)
    case named([FigureBook.Group])
    /// The group that the page is about.
    case own
    /// The units of the provider that the page is about.
    case ownUnits
    /// Export files.
    case files
  }

  public enum Span: Sendable, Hashable {
    /// The latest there is: a reading's day, else a month.
    case latest
    case months(Int)
    case latestHalfYear
    case halfYears
    case all
    case one(String)
    case between(String, String)
  }

  public var form: Form
  public var measures: [Measure]
  public var groups: Groups
  public var span: Span
  public var target: Measure.Target?
  public var title: String?

  public init(
    form: Form, measures: [Measure], groups: Groups, span: Span, target: Measure.Target? = nil, title: String? = nil
  ) {
    self.form = form
    self.measures = measures
    self.groups = groups
    self.span = span
    self.target = target
    self.title = title
  }
}
