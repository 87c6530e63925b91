internal import Colours
internal import Diagnostics

/// The steps from files to a theme; gathers what is at fault and what is used.
struct ThemeLoader {
  static let manifestPath = "theme.yaml"
  static let stringsFolder = "strings/"
  static let assetFolder = "assets/"
  static let assetTemplateFolder = "templates/assets/"

  private let source: Theme.Source
  /// By path, the site's in the place of the theme's.
  private let files: [String: ThemeFile]
  /// The theme's folder as the author knows it, with a `/` at its end unless empty.
  private let folder: String
  private(set) var faults: [Diagnostic] = []
  private var usedFiles: Set<String> = []
  private var usedStrings: Set<String> = []

  init(_ source: Theme.Source) {
    self.source = source
    files = Dictionary((source.files + source.overrides).map { ($0.path, $0) }) { $1 }
    let known = source.files.first { $0.file.hasSuffix($0.path) }
    folder = known.map { String($0.file.dropLast($0.path.count)) } ?? ""
  }

  mutating func readManifest() -> ThemeManifest {
    if let file = files[Self.manifestPath] {
      var (manifest, faults) = ThemeManifest.read(file)
      self.faults += faults
      for colour in source.colours where !manifest.colours.contains(where: { $0.name == colour.name }) {
        self.faults.append(.unknownColour(colour, known: manifest.colours.map(\.name)))
      }
      manifest.colours = manifest.colours.replaced(by: source.colours)
      self.faults += manifest.colours.weaknesses(manifest.contrasts, chosen: source.colours)
      return manifest
    }
    let range = SourceRange(file: folder + Self.manifestPath)
    faults.append(
      Diagnostic(
        .missingTheme, range, Message(sv: "Temat har ingen `theme.yaml`.", en: "The theme has no `theme.yaml`."),
        help: Message(
          sv: "Kontrollera temats namn eller mapp; filen behöver bara raden `namn: …`.",
          en: "Check the theme's name or folder; the file needs only the line `namn: …`.")))
    return ThemeManifest(name: "", summary: "", languages: [], colours: [], range: range)
  }

  mutating func readStrings(_ manifest: ThemeManifest) -> Strings {
    var byLanguage: [String: Strings] = [:]
    for file in source.files + source.overrides {
      guard let language = Self.language(of: file) else { continue }
      let (strings, faults) = StringsReader.read(file.bytes, file: file.file, language: language)
      self.faults += faults
      byLanguage[language] = byLanguage[language]?.overridden(by: strings) ?? strings
    }
    let languages = byLanguage.keys.sorted()
    for language in Set(manifest.languages + [source.language]).sorted() where byLanguage[language] == nil {
      faults.append(
        Diagnostic(
          .missingString, manifest.range,
          Message(
            sv: "Temat har inga texter på språket `\(language)`.", en: "The theme has no strings in `\(language)`."),
          help: Message(
            sv:
              "Lägg till `strings/\(language).yaml`, eller välj ett språk som finns: \(languages.joined(separator: ", ")).",
            en: "Add `strings/\(language).yaml`, or choose a language there is: \(languages.joined(separator: ", "))."
          )))
    }
    for language in languages where language != source.language {
      guard let wanted = byLanguage[source.language], let other = byLanguage[language] else { continue }
      faults += Strings.differences(between: wanted, and: other)
    }
    // Without the wanted language the templates are checked against another.
    return byLanguage[source.language] ?? languages.first.flatMap { byLanguage[$0] }
      ?? Strings(
        language: source.language, end: SourceRange(file: folder + "\(Self.stringsFolder)\(source.language).yaml"))
  }

  mutating func readTemplates() -> TemplateLibrary {
    let pages = Set(source.schemas.keys.map(Self.templatePath))
    var templates: [String: ParsedTemplate] = [:]
    for (path, file) in files where path.hasPrefix(TemplateLibrary.folder) {
      let isShared = path.hasSuffix(TemplateLibrary.suffix) && !path.hasPrefix(Self.assetTemplateFolder)
      guard isShared || pages.contains(path) || isAssetTemplate(path) else {
        faults.append(.unusedFile(file.file, near: .didYouMean(path, in: pages.sorted())))
        continue
      }
      let template = TemplateParser.parse(file.bytes, file: file.file)
      faults += template.faults
      templates[path] = template
    }
    return TemplateLibrary(templates)
  }

  mutating func readAssets(_ manifest: ThemeManifest, _ surroundings: TemplateSurroundings) -> [ThemeAsset] {
    var assets: [ThemeAsset] = []
    for (path, file) in files where path.hasPrefix(Self.assetFolder) {
      assets.append(
        ThemeAsset(path: String(path.dropFirst(Self.assetFolder.count)), file: file.file, bytes: file.bytes))
    }
    if let record = source.assetRecord?(manifest) {
      for path in files.keys.sorted() where isAssetTemplate(path) {
        guard let template = compile(path, kind: path, record.schema, surroundings) else { continue }
        assets.append(
          ThemeAsset(
            path: String(path.dropFirst(Self.assetTemplateFolder.count)), file: files[path]?.file ?? path,
            bytes: template.render(record, root: "")))
      }
    }
    assets.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for index in assets.indices { assets[index].address = source.address(assets[index]) }
    return assets
  }

  mutating func compilePages(_ surroundings: TemplateSurroundings) -> [String: PageTemplate] {
    var templates: [String: PageTemplate] = [:]
    for (kind, schema) in source.schemas.sorted(by: { $0.key < $1.key }) {
      let path = Self.templatePath(of: kind)
      if files[path] == nil {
        faults.append(.missingPage(kind, at: SourceRange(file: folder + path), known: surroundings.library.parentNames))
      }
      templates[kind] = compile(path, kind: kind, schema, surroundings)
    }
    return templates
  }

  /// nil when the template is missing or at fault.
  private mutating func compile(
    _ path: String, kind: String, _ schema: Schema, _ surroundings: TemplateSurroundings
  ) -> PageTemplate? {
    guard let template = surroundings.library[path] else { return nil }
    let compiler = TemplateCompiler(template, schema: schema, in: surroundings)
    faults += compiler.faults
    usedFiles.formUnion(compiler.usedFiles)
    usedFiles.insert(path)
    usedStrings.formUnion(compiler.usedStrings)
    guard compiler.faults.isEmpty, template.faults.isEmpty else { return nil }
    return PageTemplate(kind: kind, schema: schema, program: compiler.builder.program)
  }

  /// Notes what is in the theme and used by nothing.
  mutating func checkUse(of library: TemplateLibrary, _ strings: Strings) {
    let known = library.partialNames + source.schemas.keys.sorted()
    for path in library.paths where !usedFiles.contains(path) {
      let name = path.split(separator: "/").last.map { String($0.split(separator: ".")[0]) } ?? path
      faults.append(
        .unusedFile(library[path]?.file ?? path, near: .didYouMean(name, in: known.filter { $0 != name })))
    }
    let folders = [TemplateLibrary.folder, Self.assetFolder, Self.stringsFolder]
    for file in source.overrides where file.path != Self.manifestPath && !folders.contains(where: file.path.hasPrefix) {
      faults.append(.unusedFile(file.file, near: nil))
    }
    faults += strings.checkUse(byTemplates: usedStrings, byCode: source.stringsUsedByCode)
  }

  /// A file of the same address that needs no rendering goes before.
  private func isAssetTemplate(_ path: String) -> Bool {
    path.hasPrefix(Self.assetTemplateFolder) && source.assetRecord != nil
      && files[Self.assetFolder + path.dropFirst(Self.assetTemplateFolder.count)] == nil
  }

  private static func templatePath(of kind: String) -> String {
    TemplateLibrary.folder + kind + (kind.contains(".") ? "" : TemplateLibrary.suffix)
  }

  /// `strings/sv.yaml` → `sv`.
  private static func language(of file: ThemeFile) -> String? {
    guard file.path.hasPrefix(stringsFolder), file.path.hasSuffix(".yaml") else { return nil }
    let name = file.path.dropFirst(stringsFolder.count).dropLast(".yaml".count)
    return name.isEmpty || name.contains("/") ? nil : String(name)
  }
}
