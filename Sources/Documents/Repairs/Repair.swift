/// The sixteen steps that make a converted text readable, in the order of `documents.md` 2; each can be switched off.
public enum RepairStep: String, Sendable, Hashable, CaseIterable {
  case frontMatter = "front-matter"
  case ruleInFacts = "rule-in-facts"
  case titleLines = "title-lines"
  case pageMarks = "page-marks"
  case pageHeaders = "page-headers"
  case leadIns = "lead-ins"
  case wrappedLines = "wrapped-lines"
  case numbering = "numbering"
  case nestedItems = "nested-items"
  case contentsList = "contents-list"
  case headings = "headings"
  case characters = "characters"
  case hyphenation = "hyphenation"
  case slips = "slips"
  case headerFacts = "header-facts"
  case abruptEnd = "abrupt-end"
}

/// One entry of the log: what a step did to a line.
///
/// The words of the source are the words of the body, less all `after`, plus all `before`.
public struct Repair: Sendable, Hashable {
  public enum Action: String, Sendable, Hashable {
    /// Left out of the page: it says nothing, or says again what stands elsewhere.
    case dropped
    /// Taken out of the text and shown at the head or foot of the page.
    case moved
    case changed
    /// Left as it is; the editor is told.
    case warned
  }

  /// nil for author HTML, which no switch lets through.
  public var step: RepairStep?
  public var action: Action
  /// Line in the file, from 1.
  public var line: Int
  /// Page of the converted document, nil when it has no page marks.
  public var page: Int?
  public var before: String
  public var after: String
}
