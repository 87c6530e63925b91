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
    var diagnostics: [Diagnostic] = []
    var configuration = Configuration()
    var registers = Registers()
    var routines: [SiteSources.File] = []
    var pages: [SiteSources.File] = []
    var attachments: [SiteSources.File] = []
    for file in sources.content {
      switch ContentRole(file.path) {
      case .configuration:
        let (read, faults) = Configuration.read(file.bytes, file: file.path)
        configuration = read
        diagnostics += faults
      case .register: diagnostics += registers.add(file.bytes, file: file.path)
      case .routine: routines.append(file)
      case .page: pages.append(file)
      case .attachment: attachments.append(file)
      case .reserved: continue
      case .unknown: diagnostics.append(Self.unknown(file.path))
      }
    }
    diagnostics += registers.check()
    let rules = ReadingRules(configuration, registers)
    let documents = orderedMap(routines + pages, jobs: options.jobs) { file in
      DocumentReader.read(file.bytes, file: file.path, rules: rules)
    }
    for document in documents { diagnostics += document.diagnostics }
    let library = Library(
      routines: Array(documents.prefix(routines.count)), pages: Array(documents.dropFirst(routines.count)),
      files: Set(attachments.map(\.path)), configuration: configuration, registers: registers, asOf: options.asOf)
    diagnostics += library.diagnostics
    let (theme, themeFaults) = loadTheme(sources, language: options.language ?? configuration.language)
    return Checked(
      library: library, theme: theme, attachments: attachments, diagnostics: (diagnostics + themeFaults).inOrder())
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
    return files.sorted { $0.path < $1.path }
  }

  private func loadTheme(_ sources: SiteSources, language: Language) -> (Theme, [Diagnostic]) {
    var source = Theme.Source(files: sources.theme, schemas: PageSchemas.all, language: language.rawValue)
    source.overrides = sources.overrides
    source.stringsUsedByCode = PageSchemas.strings
    let (theme, faults) = Theme.load(source)
    // A theme that is not there at all is one fault, which whoever looked for it has reported.
    return (theme, sources.theme.isEmpty ? [] : faults)
  }

  private static func unknown(_ path: String) -> Diagnostic {
    Diagnostic(
      .unknownFile, SourceRange(file: path),
      Message(
        sv: "Filen hör inte till någon känd mapp och läses inte.",
        en: "The file belongs to no known folder and is not read."),
      help: Message(
        sv: "Lägg dokument i `routines/` eller `pages/`, register i `registers/` och bilagor i `files/`.",
        en: "Put documents in `routines/` or `pages/`, registers in `registers/` and attachments in `files/`."))
  }
}
