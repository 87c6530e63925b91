public import Diagnostics
internal import Documents
public import Handbook
internal import History
internal import Pages
public import Theming

/// The stages from sources to pages, each a function of values: read → bring together → check → render.
///
/// Nothing here touches disk or clock; the same sources and options give the same bytes for any number of jobs.
public struct SiteMaker: Sendable {
  /// What was read and checked, before anything is rendered.
  public struct Checked: Sendable {
    public var library: Library
    public var theme: Theme
    public var attachments: [SiteSources.File]
    /// All faults of all files, in order.
    public var diagnostics: [Diagnostic]
  }

  private let options: SiteOptions

  public init(_ options: SiteOptions) { self.options = options }

  public func check(_ sources: SiteSources) -> Checked {
    let sources = sources.inOrder()
    let handbook = read(sources)
    let (theme, themeFaults) = loadTheme(sources, language: options.language ?? handbook.library.configuration.language)
    let attachments = ContentFiles(sources.content).attachments
    let diagnostics =
      handbook.diagnostics + themeFaults
      + OutputCheck.diagnostics(plan: SitePlan(handbook.library), assets: theme.assets, attachments: attachments)
    return Checked(
      library: handbook.library, theme: theme, attachments: attachments, diagnostics: diagnostics.inOrder())
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
    let documents = orderedMap(content.routines + content.pages, jobs: options.jobs) { file in
      DocumentReader.read(file.bytes, file: file.path, rules: rules)
    }
    for document in documents { diagnostics += document.diagnostics }
    let library = Library(
      routines: Array(documents.prefix(content.routines.count)),
      pages: Array(documents.dropFirst(content.routines.count)),
      files: Set(content.attachments.map(\.path)), earlier: earlier(content, sources.history, rules),
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
    let context = SiteContext(
      library: checked.library, strings: checked.theme.strings, warningCount: checked.diagnostics.warningCount)
    guard let renderer = PageRenderer(context: context, theme: checked.theme) else { return [] }
    var files = orderedMap(context.plan, jobs: options.jobs) { page in
      let rendered = renderer.render(page)
      return SiteFile(path: rendered.path, bytes: rendered.bytes)
    }
    files += checked.theme.assets.map { SiteFile(path: $0.address, bytes: $0.bytes) }
    files += checked.attachments.map { SiteFile(path: $0.path, bytes: $0.bytes) }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private func loadTheme(_ sources: SiteSources, language: Language) -> (Theme, [Diagnostic]) {
    var source = Theme.Source(files: sources.theme, schemas: PageSchemas.all, language: language.rawValue)
    source.overrides = sources.overrides
    source.stringsUsedByCode = PageSchemas.strings
    let (theme, faults) = Theme.load(source)
    // A theme that is not there at all is one fault, which whoever looked for it has reported.
    return (theme, sources.theme.isEmpty ? [] : faults)
  }
}
