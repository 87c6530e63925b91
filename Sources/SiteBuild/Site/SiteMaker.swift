internal import Colours
public import Dashboards
public import Diagnostics
internal import Documents
public import Handbook
internal import History
public import Pages
internal import PersonalNumbers
internal import Statistics
public import Theming

/// The stages from sources to pages, each a function of values: read → bring together → check → render.
///
/// Nothing here touches disk or clock; the same sources and options give the same bytes for any number of jobs.
public struct SiteMaker: Sendable {
  /// What was read and checked, before anything is rendered.
  public struct Checked: Sendable {
    public var library: Library { plan.library }
    public var plan: SitePlan
    public var theme: Theme
    public var attachments: [SiteSources.File]
    public var figures: FigureBook
    public var log: DutyLog?
    public var sheet: ComponentSheet
    /// All faults of all files, in order.
    public var diagnostics: [Diagnostic]
    /// What looks like personal numbers in lines that somebody has reviewed.
    var reviewedNumbers: Set<UInt64>
  }

  private let options: SiteOptions

  public init(_ options: SiteOptions) { self.options = options }

  /// `figures` is nil when there are no exports, `log` when no duty is reported in them.
  public func check(_ sources: SiteSources, figures: FigureBook? = nil, log: DutyLog? = nil) -> Checked {
    let sources = sources.inOrder()
    let (library, faults) = read(sources)
    let figures =
      figures
      ?? FigureBook(
        measures: Measure.builtIn, threshold: library.configuration.smallCounts.threshold, asOf: options.asOf)
    let attachments = ContentFiles(sources.content).attachments
    let (theme, themeFaults) = loadTheme(
      sources, colours: library.configuration.colours, language: options.language ?? library.configuration.language)
    let sheet = ComponentSheet(library, book: figures)
    let plan = SitePlan(library, figures: figures, hasSearch: theme.template("search") != nil)
    let doubles = OutputCheck.diagnostics(plan: plan, assets: theme.assets, attachments: attachments)
    let written = sources.content + sources.overrides.map { SiteSources.File(path: $0.file, bytes: $0.bytes) }
    let (numbers, reviewed) = numberCheck.check(written, exceptions: library.registers.numberExceptions)
    return Checked(
      plan: plan, theme: theme, attachments: attachments, figures: figures, log: log, sheet: sheet,
      diagnostics: (faults + themeFaults + sheet.diagnostics + doubles + numbers).inOrder(), reviewedNumbers: reviewed)
  }

  /// The handbook without a theme, with the faults of its documents, configuration and registers.
  public func read(_ sources: SiteSources) -> (library: Library, diagnostics: [Diagnostic]) {
    let content = ContentFiles(sources.content)
    var diagnostics = content.diagnostics
    let (configuration, faults) =
      content.configuration.map { Configuration.read($0.bytes, file: $0.path) } ?? (Configuration(), [])
    var registers = Registers()
    for file in content.registers { diagnostics += registers.add(file.bytes, file: file.path) }
    diagnostics += faults + registers.check()
    let rules = ReadingRules(configuration, registers)
    let routines = orderedMap(content.routines, jobs: options.jobs) { file in
      Routine(DocumentReader.read(file.bytes, file: file.path, rules: rules), configuration, on: options.asOf)
    }
    let pages = orderedMap(content.pages, jobs: options.jobs) { file in
      DocumentReader.read(file.bytes, file: file.path, rules: rules)
    }
    for routine in routines { diagnostics += routine.document.diagnostics }
    for page in pages { diagnostics += page.diagnostics }
    let library = Library(
      routines: routines, pages: pages, files: Set(content.attachments.map(\.path)),
      earlier: earlier(content, sources.history, rules),
      configuration: configuration, registers: registers, asOf: options.asOf)
    return (library, diagnostics + library.diagnostics)
  }

  /// What routines have been; its faults are no longer anybody's to mend.
  private func earlier(_ content: ContentFiles, _ history: [FileVersion], _ rules: ReadingRules) -> [EarlierDocument] {
    orderedMap(history, jobs: options.jobs) { version in
      EarlierDocument(
        DocumentReader.read(version.bytes, file: version.path, rules: rules), recordedOn: version.recordedOn,
        movedFrom: version.movedFrom)
    }
      + orderedMap(content.editions, jobs: options.jobs) { file in
        EarlierDocument(DocumentReader.read(file.bytes, file: file.path, rules: rules))
      }
  }

  /// Every file of the site in byte order of the paths; only for what was checked without errors.
  public func render(_ checked: Checked) -> [SiteFile] {
    let files = render(checked) { $0 }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// What `body` makes of each file of the site, worked out on all threads as soon as the file is made.
  ///
  /// So no more than a few files are in memory at once; the order is the same for any number of jobs. A file that fails
  /// stops it.
  func render<Output: Sendable, Failure: Error>(
    _ checked: Checked, _ body: @Sendable (SiteFile) throws(Failure) -> Output
  ) throws(Failure) -> [Output] {
    let context = SiteContext(
      checked.plan, theme: checked.theme, figures: checked.figures, log: checked.log, sheet: checked.sheet,
      warningCount: checked.diagnostics.warningCount)
    guard let renderer = PageRenderer(context: context, theme: checked.theme) else { return [] }
    let compresses = options.compresses
    @Sendable func made(_ file: SiteFile) throws(Failure) -> [Output] {
      var outputs = [try body(file)]
      if compresses { for sibling in CompressedFiles.siblings(of: file) { outputs.append(try body(sibling)) } }
      return outputs
    }
    let jobs = options.jobs
    let outputs = try orderedMap(works(checked), jobs: jobs) { work throws(Failure) -> [Output] in
      var outputs: [Output] = []
      for file in work.files(context, renderer, jobs: jobs) { outputs += try made(file) }
      return outputs
    }
    if options.leavesMemory { leaveToSystem(context) }
    return outputs.flatMap(\.self)
  }

  /// What gathers all documents takes longest, so it comes first: no thread is left alone with it at the end.
  private func works(_ checked: Checked) -> [Work] {
    let pages = checked.plan.pages
    return (pages.contains(.search) ? [.search] : []) + [.downloads]
      + pages.filter { !$0.isOfOneDocument && $0 != .search }.map { .page($0) }
      + pages.filter(\.isOfOneDocument).map { .page($0) }
      + checked.theme.assets.map { .file(SiteFile(path: $0.address, bytes: $0.bytes)) }
      + checked.attachments.map { .file(SiteFile(path: $0.path, bytes: $0.bytes)) }
  }

  /// A piece of work that one thread does.
  private enum Work: Sendable {
    /// The index and the page that asks it.
    case search
    case downloads
    case page(PlannedPage)
    case file(SiteFile)

    func files(_ context: SiteContext, _ renderer: PageRenderer, jobs: Int) -> [SiteFile] {
      switch self {
      case .search:
        // With threads of its own while others make pages: much of it only one thread can do.
        let index = SearchStage(context, jobs: jobs).files()
        return index.files + [SiteFile(renderer.render(.search, searchVersion: index.version))]
      case .downloads: return context.downloads.map { SiteFile($0) }
      case .page(let page): return [SiteFile(renderer.render(page))]
      case .file(let file): return [file]
      }
    }
  }

  /// What must not be published of a file that was rendered.
  func check(_ file: SiteFile, of checked: Checked) -> [Diagnostic] {
    numberCheck.check(file, reviewed: checked.reviewedNumbers)
  }

  private var numberCheck: PersonalNumberCheck {
    PersonalNumberCheck(scanner: PersonalNumberScanner(asOf: options.asOf), jobs: options.jobs)
  }

  private func loadTheme(
    _ sources: SiteSources, colours: [NamedColour], language: Language
  ) -> (Theme, [Diagnostic]) {
    let paths = Set((sources.theme + sources.overrides).map(\.path))
    let optional = PageSchemas.optional.filter { paths.contains("templates/\($0.key).html") }
    var source = Theme.Source(
      files: sources.theme, schemas: PageSchemas.all.merging(optional) { $1 }, language: language.rawValue)
    source.overrides = sources.overrides
    source.stringsUsedByCode = PageSchemas.strings + (optional.isEmpty ? [] : PageSchemas.searchStrings)
    source.colours = colours
    source.assetRecord = PageSchemas.assetRecord
    source.address = { $0.publishedAddress }
    let (theme, faults) = Theme.load(source)
    // A theme that is not there at all is one fault, which whoever looked for it has reported.
    return (theme, sources.theme.isEmpty ? [] : faults)
  }
}

extension SiteFile {
  fileprivate init(_ page: RenderedPage) { self.init(path: page.path, bytes: page.bytes) }
}
