public import CivilTime
internal import Dashboards
public import Diagnostics
public import Handbook
internal import PersonalNumbers
internal import Theming

/// From folders to a published site, or to the reasons why not.
public struct SiteBuilder: Sendable {
  /// What came of a build or a check.
  public struct Outcome: Sendable {
    /// Files named as the user can open them.
    public var diagnostics: [Diagnostic]
    public var documentCount: Int
    public var pageCount: Int
    /// False when faults stopped it; the old site then stands untouched.
    public var isPublished: Bool
    /// The next day that any document changes state, with what changes then.
    public var nextChanges: [NextChange] = []
  }

  /// A document that will be in another state.
  public struct NextChange: Sendable {
    public var day: CivilDate
    public var title: String
    public var state: ValidityState
  }

  private let folders: SiteFolders
  private let options: SiteOptions
  private let progress: Progress

  public init(_ folders: SiteFolders, _ options: SiteOptions, progress: Progress) {
    self.folders = folders
    self.options = options
    self.progress = progress
  }

  /// Reads and checks everything, makes the pages too, and writes nothing.
  public func check() throws(EnvironmentFault) -> Outcome {
    var (outcome, checked) = try examine()
    if let checked { try render(checked, &outcome) { _ throws(EnvironmentFault) in } }
    return outcome
  }

  /// - Parameter isStrict: warnings stop it too.
  public func build(output: String, isStrict: Bool) throws(EnvironmentFault) -> Outcome {
    var (outcome, checked) = try examine()
    guard let checked, !isStrict || outcome.diagnostics.isEmpty else { return outcome }
    let publisher = try SitePublisher(output: output, sources: [folders.content], jobs: options.jobs)
    try render(checked, &outcome) { file throws(EnvironmentFault) in try publisher.write(file.path, file.bytes) }
    guard outcome.diagnostics.errorCount == 0 else { return outcome }
    _ = try publisher.publish()
    outcome.isPublished = true
    return outcome
  }

  private func examine() throws(EnvironmentFault) -> (Outcome, SiteMaker.Checked?) {
    let reading = progress.stage(Message(sv: "Läser filer", en: "Reading files"))
    let (sources, faults) = try folders.read(jobs: options.jobs)
    reading.finish()
    let (figures, log, figureFaults) = try readFigures()
    let checking = progress.stage(Message(sv: "Läser och kontrollerar dokument", en: "Reading and checking documents"))
    let checked = SiteMaker(options).check(sources, figures: figures, log: log)
    checking.finish()
    let contentFiles = Set(sources.content.map(\.path) + sources.overrides.map(\.file))
    let located = checked.diagnostics.map { fault in
      contentFiles.contains(fault.range.file) ? fault.below(folders.content) : fault
    }
    let scanner = PersonalNumberScanner(asOf: options.asOf)
    let diagnostics = (faults + figureFaults + located).map { $0.masked(by: scanner) }.inOrder()
    var outcome = Outcome(
      diagnostics: diagnostics, documentCount: checked.library.routines.count + checked.library.pages.count,
      pageCount: 0,
      isPublished: false)
    outcome.nextChanges = checked.library.nextChanges.map {
      NextChange(day: $0.change.day, title: checked.library.routines[$0.routine].title, state: $0.change.state)
    }
    return (outcome, diagnostics.errorCount == 0 ? checked : nil)
  }

  /// nil without a folder of exports.
  private func readFigures() throws(EnvironmentFault) -> (FigureBook?, DutyLog?, [Diagnostic]) {
    let data = folders.content + "/data"
    guard isFolder(data) else { return (nil, nil, []) }
    let counting = progress.stage(Message(sv: "Räknar siffror ur exporter", en: "Counting figures from exports"))
    let (book, log, faults) = try FigureBook.read(
      data: data, content: folders.content, work: WorkFolder(folders.work), asOf: options.asOf, jobs: options.jobs)
    counting.finish()
    return (book, log, faults)
  }

  /// Hands each file of the site to `write` as soon as it is made and found fit to be published.
  private func render(
    _ checked: SiteMaker.Checked, _ outcome: inout Outcome,
    _ write: @Sendable (SiteFile) throws(EnvironmentFault) -> Void
  ) throws(EnvironmentFault) {
    let maker = SiteMaker(options)
    let stage = progress.stage(Message(sv: "Gör sidor", en: "Making pages"))
    let made = try maker.render(checked) { file throws(EnvironmentFault) -> (isPage: Bool, faults: [Diagnostic]) in
      let faults = maker.check(file, of: checked)
      if faults.isEmpty { try write(file) }
      return (file.path.hasSuffix(".html"), faults)
    }
    stage.finish()
    outcome.pageCount = made.count { $0.isPage }
    let scanner = PersonalNumberScanner(asOf: options.asOf)
    outcome.diagnostics += made.flatMap(\.faults).inOrder().map { $0.masked(by: scanner) }
  }
}
