public import Diagnostics
public import YAML

/// A theme's colour by its name, for light and for dark surroundings.
public struct NamedColour: Sendable, Hashable {
  public var name: String
  public var light: Colour
  public var dark: Colour
  /// The colour that it is the same as, also when a site changes that one.
  public var original: String?
  public var range: SourceRange
}

extension NamedColour {
  /// Reads `name: "#rrggbb"`, `name: ["#rrggbb", "#rrggbb"]` for light and dark, or `name: other` for the same as another.
  ///
  /// What cannot be read is reported and left out.
  public static func read(_ node: YAMLNode) -> ([NamedColour], [Diagnostic]) {
    guard case .mapping(let entries) = node.content else {
      let fault = Diagnostic(
        .invalidValue, node.range,
        Message(sv: "Färger skrivs `namn: \"#rrggbb\"`.", en: "Colours are written `name: \"#rrggbb\"`."))
      return ([], [fault])
    }
    var colours: [NamedColour] = []
    var faults: [Diagnostic] = []
    for entry in entries {
      guard let name = entry.key.text, isName(name) else {
        faults.append(
          Diagnostic(
            .invalidValue, entry.key.range,
            Message(sv: "Det är inget namn på en färg.", en: "That is no name of a colour."),
            help: Message(sv: "Använd a–z, siffror och bindestreck.", en: "Use a–z, digits and hyphens.")))
        continue
      }
      let original = colours.first { $0.name == entry.value.text }
      if let pair = pair(entry.value) ?? original.map({ ($0.light, $0.dark) }) {
        colours.append(
          NamedColour(
            name: name, light: pair.0, dark: pair.1, original: original?.name, range: entry.value.range))
      } else {
        faults.append(unreadable(name, at: entry.value.isEmpty ? entry.key.range : entry.value.range))
      }
    }
    return (colours, faults)
  }

  private static func pair(_ node: YAMLNode) -> (Colour, Colour)? {
    if let text = node.text { return Colour(hex: text).map { ($0, $0) } }
    guard case .sequence(let items) = node.content, items.count == 2,
      let light = items[0].text.flatMap({ Colour(hex: $0) }), let dark = items[1].text.flatMap({ Colour(hex: $0) })
    else { return nil }
    return (light, dark)
  }

  private static func isName(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }
  }

  private static func unreadable(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .invalidValue, range,
      Message(sv: "`\(name)` har ingen färg som går att läsa.", en: "`\(name)` has no colour that can be read."),
      help: Message(
        sv: "Skriv `\"#rrggbb\"`, eller två för ljust och mörkt: `[\"#rrggbb\", \"#rrggbb\"]`. Citattecknen behövs.",
        en: "Write `\"#rrggbb\"`, or two for light and dark: `[\"#rrggbb\", \"#rrggbb\"]`. The quotes are needed."))
  }
}
