/// Every text in a chart, by its key in the theme's strings.
///
/// Those with variables name them.
public enum ChartText: String, Sendable, CaseIterable {
  /// `{{threshold}}`
  case few
  case withheld
  case noBase
  case missing

  /// What the marks in the key mean; `few` has its own.
  case keyWithheld
  case keyNoBase
  case keyMissing
  case keyIncomplete
  /// `{{low}}`, `{{high}}`
  case sharedScale

  /// `{{period}}`, and what then follows.
  case during
  case shownOnly
  case noneShown
  /// `{{value}}`; those that compare also `{{first}}` and `{{firstPeriod}}`.
  case latest
  case rose
  case fell
  case unchanged
  /// `{{group}}`, `{{value}}`
  case only
  case highest
  case lowest
  /// Also `{{count}}`: how many more.
  case highestOfSeveral
  case lowestOfSeveral
  /// `{{count}}`, `{{value}}`
  case allEqual
  /// `{{target}}`
  case targetMet
  case targetMissed
  /// `{{count}}`, `{{total}}`, `{{target}}`
  case targetCount
  /// `{{positive}}`, `{{negative}}`, `{{zero}}`
  case signs
  /// `{{part}}`, `{{count}}`, `{{total}}`
  case largestPart
  case hiddenOne
  /// `{{count}}`
  case hiddenSeveral
  case missingOne
  /// `{{count}}`
  case missingSeveral

  case planned
  case done
  case late
  case unreported
  /// `{{date}}`
  case asOf
  case next
  /// `{{date}}`, `{{duty}}`
  case nextOfAll
  /// `{{count}}`, `{{kind}}`
  case kindCount
  case noDates
}
