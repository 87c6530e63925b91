public import CivilTime
internal import Dashboards
public import Diagnostics
internal import Exports
public import Handbook
internal import PersonalNumbers
internal import Statistics
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
    /// True when nothing had changed since the last build, whose site stands as it was.
    public var isUnchanged = false
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
    guard let checked else { return outcome }
    if options.leavesMemory { leaveToSystem(checked) }
    _ = try render(checked, &outcome) { _ throws(EnvironmentFault) in }
    return outcome
  }

  /// - Parameters:
  ///   - isStrict: warnings stop it too.
  ///   - isClean: what was kept of the last build is not used.
  public func build(output: String, isStrict: Bool, isClean: Bool = false) throws(EnvironmentFault) -> Outcome {
    var memory = BuildMemory(WorkFolder(folders.work), output: output)
    let inputs = try InputState(folders, options, isStrict: isStrict)
    if !isClean, let inputs, let outcome = memory.outcome(of: inputs) { return outcome }
    var (outcome, checked) = try examine()
    guard let checked, !isStrict || outcome.diagnostics.isEmpty else { return outcome }
    if options.leavesMemory { leaveToSystem(checked) }
    let publisher = try SitePublisher(output: output, sources: [folders.content], jobs: options.jobs)
    let before = isClean ? nil : memory.site(marked: publisher.mark)
    if memory.isDamaged { progress.say(Self.damagedMemory) }
    let known = before?.byPath ?? [:]
    let files = try render(checked, &outcome) {
      file throws(EnvironmentFault) -> (file: Manifest.File, isWritten: Bool) in
      let hash = ContentHash(of: file.bytes)
      let isNew = known[file.path] != hash
      if isNew { try publisher.write(file.path, file.bytes) }
      return (Manifest.File(path: file.path, hash: hash), isNew)
    }
    guard outcome.diagnostics.errorCount == 0 else { return outcome }
    let site = Manifest(files.map(\.file))
    let change = before.map { SiteChange(from: $0, to: files) }
    try publish(site, change, with: publisher)
    outcome.isPublished = true
    memory.keep(outcome, of: inputs, site, isSiteNew: change?.isEmpty != true)
    return outcome
  }

  /// - Parameter change: nil when no site is known to stand there.
  private func publish(
    _ site: Manifest, _ change: SiteChange?, with publisher: consuming SitePublisher
  ) throws(EnvironmentFault) {
    if let change {
      if change.isEmpty { return }
      if change.isSmall { return try publisher.publishChange(removing: change.removed, as: site.digest) }
      try publisher.takeOver(change.kept)
    }
    _ = try publisher.publish(as: site.digest)
  }

  private static let damagedMemory = Message(
    sv: "Det som sparats från förra bygget var skadat och används inte; allt byggs om.",
    en: "What was kept of the last build was damaged and is not used; everything is built anew.")

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

  private func readFigures(keeps: Bool) throws(EnvironmentFault) -> (FigureBook, DutyLog?, [Diagnostic]) {
    let data = folders.content + "/data"
    guard isFolder(data) else {
      let own = try OwnMeasures(content: folders.content)
      let threshold = try Configuration.ofFolder(folders.content).0.smallCounts.threshold
      let book = FigureBook(measures: Measure.builtIn + own.measures, threshold: threshold, asOf: options.asOf)
      return (book, nil, own.diagnostics)
    }
    let counting = progress.stage(Message(sv: "Räknar siffror ur exporter", en: "Counting figures from exports"))
    var notices: [Message] = []
    let (book, log, faults) = try FigureBook.read(
      data: data, content: folders.content, work: WorkFolder(folders.work, keeps: keeps), asOf: options.asOf,
      jobs: options.jobs
    ) { notices.append($0) }
    counting.finish()
    for notice in notices { progress.say(notice) }
    return (book, log, faults)
  }

  /// What `write` makes of each file of the site, as soon as the file is made and found fit to be published.
  private func render<Output: Sendable>(
    _ checked: SiteMaker.Checked, _ outcome: inout Outcome,
    _ write: @Sendable (SiteFile) throws(EnvironmentFault) -> Output
  ) throws(EnvironmentFault) -> [Output] {
    let maker = SiteMaker(options)
    let stage = progress.stage(Message(sv: "Gör sidor", en: "Making pages"))
    let made = try maker.render(checked) {
      file throws(EnvironmentFault) -> (isPage: Bool, faults: [Diagnostic], output: Output?) in
      let faults = maker.check(file, of: checked)
      return (file.path.hasSuffix(".html"), faults, faults.isEmpty ? try write(file) : nil)
    }
    stage.finish()
    outcome.pageCount = made.count { $0.isPage }
    let scanner = PersonalNumberScanner(asOf: options.asOf)
    outcome.diagnostics += made.flatMap(\.faults).inOrder().map { $0.masked(by: scanner) }
    return made.compactMap(\.output)
  }
}
