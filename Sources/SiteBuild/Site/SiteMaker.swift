public import Diagnostics
internal import Documents
public import Handbook
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
      files: Set(content.attachments.map(\.path)), configuration: configuration, registers: registers,
      asOf: options.asOf)
    let (theme, themeFaults) = loadTheme(sources, language: options.language ?? configuration.language)
    diagnostics += library.diagnostics + themeFaults
    diagnostics += OutputCheck.diagnostics(
      plan: SitePlan(library, hasSearch: theme.template("search") != nil), assets: theme.assets,
      attachments: content.attachments)
    return Checked(library: library, theme: theme, attachments: content.attachments, diagnostics: diagnostics.inOrder())
  }

  /// Every file of the site in byte order of the paths; only for what was checked without errors.
  public func render(_ checked: Checked) -> [SiteFile] {
    var context = SiteContext(
      library: checked.library, strings: checked.theme.strings, warningCount: checked.diagnostics.warningCount)
    let index = checked.theme.template("search").map { _ in SearchStage(context, jobs: options.jobs).files() }
    context.searchVersion = index?.version
    guard let renderer = PageRenderer(context: context, theme: checked.theme) else { return [] }
    var files = index?.files ?? []
    files += orderedMap(context.plan, jobs: options.jobs) { page in
      let rendered = renderer.render(page)
      return SiteFile(path: rendered.path, bytes: rendered.bytes)
    }
    files += checked.theme.assets.map { SiteFile(path: $0.address, bytes: $0.bytes) }
    files += checked.attachments.map { SiteFile(path: $0.path, bytes: $0.bytes) }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private func loadTheme(_ sources: SiteSources, language: Language) -> (Theme, [Diagnostic]) {
    let paths = Set((sources.theme + sources.overrides).map(\.path))
    let optional = PageSchemas.optional.filter { paths.contains("templates/\($0.key).html") }
    var source = Theme.Source(
      files: sources.theme, schemas: PageSchemas.all.merging(optional) { $1 }, language: language.rawValue)
    source.overrides = sources.overrides
    source.stringsUsedByCode = PageSchemas.strings + (optional.isEmpty ? [] : PageSchemas.searchStrings)
    let (theme, faults) = Theme.load(source)
    // A theme that is not there at all is one fault, which whoever looked for it has reported.
    return (theme, sources.theme.isEmpty ? [] : faults)
  }
}
