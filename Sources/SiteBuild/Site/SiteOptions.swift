public import CivilTime
public import Diagnostics

/// What the caller asks of a build.
public struct SiteOptions: Sendable {
  public var asOf: CivilDate
  /// How many threads may work at once.
  public var jobs: Int
  /// The language of the pages; nil for the one that `site.yaml` says.
  public var language: Language?
  /// Whether files of text are stored compressed too, beside themselves.
  public var compresses = false
  /// The program ends after this: what fills its memory is left to the system, which takes it back at once.
  public var leavesMemory = false

  public init(asOf: CivilDate, jobs: Int, language: Language? = nil) {
    self.asOf = asOf
    self.jobs = jobs
    self.language = language
  }
}
