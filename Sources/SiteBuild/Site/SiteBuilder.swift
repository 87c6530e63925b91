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
    /// Nobody has told where the site is published.
    public var lacksAddress = false
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
    var (outcome, checked) = try examine(keeps: false)
    if let checked { _ = render(checked, &outcome) }
    return outcome
  }

  /// - Parameter isStrict: warnings stop it too.
  public func build(output: String, isStrict: Bool) throws(EnvironmentFault) -> Outcome {
    var (outcome, checked) = try examine()
    guard let checked, !isStrict || outcome.diagnostics.isEmpty else { return outcome }
    let publisher = try SitePublisher(output: output, sources: [folders.content], jobs: options.jobs)
    guard var files = render(checked, &outcome) else { return outcome }
    if options.compresses {
      let packing = progress.stage(Message(sv: "Packar", en: "Packing"), total: files.count)
      files = SiteMaker(options).packed(files)
      packing.finish()
    }
    let stage = progress.stage(Message(sv: "Skriver", en: "Writing"), total: files.count)
    try publisher.write(files)
    _ = try publisher.publish()
    stage.finish()
    outcome.isPublished = true
    return outcome
  }

  /// - Parameter keeps: whether what was read is kept for the next time.
  private func examine(keeps: Bool = true) throws(EnvironmentFault) -> (Outcome, SiteMaker.Checked?) {
    let reading = progress.stage(Message(sv: "Läser filer", en: "Reading files"))
    let (sources, faults) = try folders.read(jobs: options.jobs, keeps: keeps)
    reading.finish()
    let (figures, log, figureFaults) = try readFigures(keeps: keeps)
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
    outcome.lacksAddress = checked.library.configuration.address.isEmpty
    outcome.nextChanges = checked.library.nextChanges.map {
      NextChange(day: $0.change.day, title: checked.library.routines[$0.routine].title, state: $0.change.state)
    }
    return (outcome, diagnostics.errorCount == 0 ? checked : nil)
  }

  /// nil without a folder of exports.
  private func readFigures(keeps: Bool) throws(EnvironmentFault) -> (FigureBook?, DutyLog?, [Diagnostic]) {
    let data = folders.content + "/data"
    guard isFolder(data) else { return (nil, nil, []) }
    let counting = progress.stage(Message(sv: "Räknar siffror ur exporter", en: "Counting figures from exports"))
    let (book, log, faults) = try FigureBook.read(
      data: data, content: folders.content, work: WorkFolder(folders.work, keeps: keeps), asOf: options.asOf,
      jobs: options.jobs)
    counting.finish()
    return (book, log, faults)
  }

  /// The site's files; nil when what came out must not be published.
  private func render(_ checked: SiteMaker.Checked, _ outcome: inout Outcome) -> [SiteFile]? {
    let stage = progress.stage(Message(sv: "Gör sidor", en: "Making pages"))
    let files = SiteMaker(options).render(checked)
    let faults = SiteMaker(options).check(files, of: checked)
    stage.finish()
    outcome.pageCount = files.count { $0.path.hasSuffix(".html") }
    outcome.diagnostics += faults.map { $0.masked(by: PersonalNumberScanner(asOf: options.asOf)) }
    return faults.isEmpty ? files : nil
  }
}
