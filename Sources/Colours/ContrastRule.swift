public import Diagnostics
public import YAML

/// Which colours must stand out from which, and how much.
public struct ContrastRule: Sendable, Hashable {
  public var colours: [String]
  public var grounds: [String]
  public var least: Double

  public init(colours: [String], grounds: [String], least: Double) {
    self.colours = colours
    self.grounds = grounds
    self.least = least
  }

  private static let keys = KnownKeys([
    ("färger", ["colours", "colors"]), ("mot", ["against"]), ("minst", ["least"]),
  ])

  /// Reads a list of `{färger: […], mot: […], minst: 4.5}`.
  public static func read(_ nodes: [YAMLNode], known: [NamedColour]) -> ([ContrastRule], [Diagnostic]) {
    var rules: [ContrastRule] = []
    var faults: [Diagnostic] = []
    for node in nodes {
      var reader = KeyedReader(node, keys: keys)
      let rule = ContrastRule(
        colours: reader.texts("färger"), grounds: reader.texts("mot"),
        least: Double(reader.text("minst") ?? "4.5") ?? 4.5)
      for name in rule.colours + rule.grounds where !known.contains(where: { $0.name == name }) {
        reader.reject(
          node, Message(sv: "Färgen `\(name)` finns inte.", en: "There is no colour `\(name)`."),
          help: Message(sv: "Skriv ett namn under `färger`.", en: "Write a name under `färger`."))
      }
      rules.append(rule)
      faults += reader.diagnostics
    }
    return (rules, faults)
  }
}

extension [NamedColour] {
  /// The same with another list's colours in the place of those of the same name.
  public func replaced(by others: [NamedColour]) -> [NamedColour] {
    map { colour in
      var found = colour
      for name in [colour.original, colour.name].compactMap({ $0 }) {
        guard let other = others.last(where: { $0.name == name }) else { continue }
        (found.light, found.dark, found.range) = (other.light, other.dark, other.range)
      }
      return found
    }
  }

  /// What stands out too little, each where it is written; `chosen` are the site's own, which take the blame first.
  ///
  /// Of one colour in one scheme only the worst is told.
  public func weaknesses(_ rules: [ContrastRule], chosen: [NamedColour]) -> [Diagnostic] {
    func isChosen(_ colour: NamedColour) -> Bool {
      chosen.contains { $0.name == colour.name || $0.name == colour.original }
    }
    var found: [Weakness] = []
    for rule in rules {
      for (name, ground) in rule.colours.flatMap({ name in rule.grounds.map { (name, $0) } }) {
        guard let one = first(where: { $0.name == name }), let other = first(where: { $0.name == ground }) else {
          continue
        }
        let (blamed, against) = isChosen(other) && !isChosen(one) ? (other, one) : (one, other)
        for scheme in [\NamedColour.light, \NamedColour.dark] {
          guard let weakness = Weakness(blamed, from: against, scheme, least: rule.least) else { continue }
          if let same = found.firstIndex(where: { $0.colour.name == blamed.name && $0.isDark == weakness.isDark }) {
            if weakness.shortfall > found[same].shortfall { found[same] = weakness }
          } else {
            found.append(weakness)
          }
        }
      }
    }
    return found.map(\.diagnostic)
  }
}

/// A colour that does not stand out from another as it must.
private struct Weakness {
  let colour: NamedColour
  let other: NamedColour
  let isDark: Bool
  let contrast: Double
  let least: Double
  let remedy: Colour?

  init?(_ colour: NamedColour, from other: NamedColour, _ scheme: KeyPath<NamedColour, Colour>, least: Double) {
    contrast = colour[keyPath: scheme].contrast(to: other[keyPath: scheme])
    guard contrast < least else { return nil }
    self.colour = colour
    self.other = other
    self.least = least
    isDark = scheme == \.dark
    remedy = colour[keyPath: scheme].standingOut(from: other[keyPath: scheme], least: least)
  }

  var shortfall: Double { least / contrast }

  var diagnostic: Diagnostic {
    let (swedish, english) = isDark ? ("mörkt", "dark") : ("ljust", "light")
    let shade = remedy?.hex
    return Diagnostic(
      .weakContrast, colour.range,
      Message(
        sv:
          "Färgen `\(colour.name)` syns för dåligt mot `\(other.name)` i \(swedish) läge: \(Self.text(contrast, ",")):1, minst \(Self.text(least, ",")):1 behövs.",
        en:
          "The colour `\(colour.name)` stands out too little from `\(other.name)` in the \(english) scheme: \(Self.text(contrast, ".")):1, at least \(Self.text(least, ".")):1 is needed."
      ),
      help: shade.map {
        Message(
          sv:
            "Prova \($0) i \(swedish) läge (två färger skrivs `[ljus, mörk]`), eller en annan `\(other.name)`.",
          en:
            "Try \($0) for the \(english) scheme (two colours are written `[light, dark]`), or another `\(other.name)`."
        )
      } ?? Message(sv: "Ändra `\(other.name)` också.", en: "Change `\(other.name)` too."))
  }

  /// Rounded down, so that what falls short never looks sufficient.
  private static func text(_ ratio: Double, _ comma: String) -> String {
    let tenths = Int(ratio * 100)
    return "\(tenths / 100)\(comma)\(tenths / 10 % 10)\(tenths % 10)"
  }
}
