public import Colours
public import Diagnostics

/// A theme that has been read and checked: everything of pages that is not data.
public struct Theme: Sendable {
  /// What a theme is made from.
  public struct Source: Sendable {
    public var files: [ThemeFile]
    /// The site's own files by the same paths: templates and assets replace the theme's, strings do so key by key.
    public var overrides: [ThemeFile] = []
    /// Page kind → what its template may name.
    ///
    /// The template is `templates/<kind>.html`, or `templates/<kind>` when
    /// the kind has a suffix of its own: `feed.xml`.
    public var schemas: [String: Schema]
    /// The site's own colours, in the place of the theme's of the same names.
    public var colours: [NamedColour] = []
    /// As in `lang`: `sv`, `en`.
    public var language: String
    /// The string keys that Swift code asks for; `month.*` is all that begin with `month.`.
    public var stringsUsedByCode: [String] = []
    /// The data of `templates/assets/**`, which are rendered to assets as the theme is read: a style sheet's colours.
    public var assetRecord: (@Sendable (ThemeManifest) -> Record)?
    /// Where an asset is published, below the site's root; `assets/` and its path unless given.
    public var address: @Sendable (ThemeAsset) -> String = { "assets/" + $0.path }

    public init(files: [ThemeFile], schemas: [String: Schema], language: String) {
      self.files = files
      self.schemas = schemas
      self.language = language
    }
  }

  public let manifest: ThemeManifest
  public let strings: Strings
  /// In byte order of their paths.
  public let assets: [ThemeAsset]
  private let templates: [String: PageTemplate]

  /// Reads, compiles and checks everything; all faults of all files in the order of files and lines.
  ///
  /// The theme is fit for use when none of the diagnostics is an error.
  public static func load(_ source: Source) -> (Theme, [Diagnostic]) {
    var loader = ThemeLoader(source)
    let manifest = loader.readManifest()
    let strings = loader.readStrings(manifest)
    let library = loader.readTemplates()
    var surroundings = TemplateSurroundings(
      library: library, strings: strings, assets: nil, language: source.language)
    let assets = loader.readAssets(manifest, surroundings)
    surroundings.assets = Dictionary(assets.map { ($0.path, percentEncoded($0.address)) }) { first, _ in first }
    let templates = loader.compilePages(surroundings)
    loader.checkUse(of: library, strings)
    let theme = Theme(manifest: manifest, strings: strings, assets: assets, templates: templates)
    return (theme, loader.faults.merged())
  }

  /// nil when the kind is not among the schemas, or its template is missing or at fault.
  public func template(_ kind: String) -> PageTemplate? { templates[kind] }

  private static func percentEncoded(_ path: String) -> String {
    var encoded: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        encoded.append(byte)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded.append(contentsOf: "%\(digits.utf8.count == 1 ? "0" : "")\(digits)".utf8)
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
