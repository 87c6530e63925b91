public import Colours
public import Diagnostics
internal import YAML

/// `theme.yaml`: what a theme says of itself.
public struct ThemeManifest: Sendable {
  public var name: String
  public var summary: String
  /// The languages that the theme has strings for, as in `lang`.
  public var languages: [String]
  /// In the order of the file.
  public var colours: [NamedColour]
  /// Which colours must stand out from which.
  public var contrasts: [ContrastRule] = []
  /// The whole mapping's place.
  public var range: SourceRange

  private static let keys = KnownKeys([
    ("namn", ["name"]), ("beskrivning", ["description"]), ("språk", ["languages", "language"]),
    ("färger", ["colours", "colors"]), ("kontrast", ["contrast"]),
  ])

  static func read(_ file: ThemeFile) -> (ThemeManifest, [Diagnostic]) {
    let (node, faults) = YAMLReader.read(file.bytes, file: file.file)
    var manifest = ThemeManifest(
      name: "", summary: "", languages: [], colours: [], range: node?.range ?? SourceRange(file: file.file))
    guard let node else { return (manifest, faults.isEmpty ? [.emptyManifest(at: manifest.range)] : faults) }
    var reader = KeyedReader(node, keys: keys)
    manifest.name = reader.requiredText("namn") ?? ""
    manifest.summary = reader.text("beskrivning") ?? ""
    manifest.languages = reader.texts("språk")
    var colourFaults: [Diagnostic] = []
    if let colours = reader.node("färger") { (manifest.colours, colourFaults) = NamedColour.read(colours) }
    let (contrasts, contrastFaults) = ContrastRule.read(reader.nodes("kontrast"), known: manifest.colours)
    manifest.contrasts = contrasts
    return (manifest, reader.diagnostics + colourFaults + contrastFaults)
  }
}

extension Diagnostic {
  fileprivate static func emptyManifest(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingKey, range, Message(sv: "Filen är tom.", en: "The file is empty."),
      help: Message(sv: "Lägg till raden `namn: …`.", en: "Add the line `namn: …`."))
  }
}
