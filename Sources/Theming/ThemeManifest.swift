public import Diagnostics
internal import YAML

/// `theme.yaml`: what a theme says of itself.
public struct ThemeManifest: Sendable {
  public struct Colour: Sendable {
    public var name: String
    /// `#rgb` or `#rrggbb`, as written.
    public var value: String
    public var range: SourceRange
  }

  public var name: String
  public var summary: String
  /// The languages that the theme has strings for, as in `lang`.
  public var languages: [String]
  /// In the order of the file.
  public var colours: [Colour]
  /// The whole mapping's place.
  public var range: SourceRange

  private static let keys = KnownKeys([
    ("namn", ["name"]), ("beskrivning", ["description"]), ("språk", ["languages", "language"]),
    ("färger", ["colours", "colors"]),
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
    if let colours = reader.node("färger") { manifest.colours = read(colours, reader: &reader) }
    return (manifest, reader.diagnostics)
  }

  private static func read(_ node: YAMLNode, reader: inout KeyedReader) -> [Colour] {
    guard case .mapping(let entries) = node.content else {
      reader.reject(
        node, Message(sv: "Färger skrivs `namn: \"#rrggbb\"`.", en: "Colours are written `name: \"#rrggbb\"`."))
      return []
    }
    return entries.compactMap { entry in
      guard let name = entry.key.text, isName(name) else {
        reader.reject(
          entry.key, Message(sv: "Det är inget namn på en färg.", en: "That is no name of a colour."),
          help: Message(sv: "Använd a–z, siffror och bindestreck.", en: "Use a–z, digits and hyphens."))
        return nil
      }
      guard let value = entry.value.text, isColour(value) else {
        reader.reject(
          entry.value.text == nil ? entry.key : entry.value,
          Message(sv: "`\(name)` har ingen färg som går att läsa.", en: "`\(name)` has no colour that can be read."),
          help: Message(
            sv: "Skriv `\"#rrggbb\"` med citattecken; # inleder annars en kommentar.",
            en: "Write `\"#rrggbb\"` in quotes; # otherwise begins a comment."))
        return nil
      }
      return Colour(name: name, value: value, range: entry.value.range)
    }
  }

  /// `#rgb` or `#rrggbb`: nothing that could end a CSS declaration.
  public static func isColour(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst()
    return text.utf8.first == UInt8(ascii: "#") && [3, 6].contains(digits.count)
      && digits.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
      }
  }

  private static func isName(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }
  }
}

extension Diagnostic {
  fileprivate static func emptyManifest(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingKey, range, Message(sv: "Filen är tom.", en: "The file is empty."),
      help: Message(sv: "Lägg till raden `namn: …`.", en: "Add the line `namn: …`."))
  }
}
