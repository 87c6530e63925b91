import Colours
import Diagnostics
import Testing
import YAML

@Suite struct ColourTests {
  private func read(_ text: String) throws -> ([NamedColour], [Diagnostic]) {
    NamedColour.read(try #require(YAMLReader.read(Array(text.utf8), file: "theme.yaml").0))
  }

  @Test(arguments: [
    ("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.478), ("#ff0000", "#ffffff", 3.998),
    ("#0b4b60", "#ffffff", 9.591),
    ("#123456", "#123456", 1),
  ])
  func measuresContrastAsWCAGDoes(one: String, other: String, ratio: Double) throws {
    let (one, other) = (try #require(Colour(hex: one)), try #require(Colour(hex: other)))
    #expect(abs(one.contrast(to: other) - ratio) < 0.001)
    #expect(one.contrast(to: other) == other.contrast(to: one))
  }

  @Test(arguments: ["#12345", "123456", "#12345g", "", "#", "#1234567", "red", "#aé"])
  func refusesWhatIsNoColour(text: String) { #expect(Colour(hex: text) == nil) }

  @Test func readsShortAndLongColours() {
    #expect(Colour(hex: "#0a5")?.hex == "#00aa55")
    #expect(Colour(hex: "#0B4b60")?.hex == "#0b4b60")
  }

  @Test func readsOneColourTwoAndAnothers() throws {
    let (colours, faults) = try read(
      ##"""
      a: "#102030"
      b: ["#ffffff", "#000000"]
      c: b
      d: blå
      E: "#fff"
      f: ["#fff"]
      """##)
    #expect(
      colours.map { "\($0.name) \($0.light.hex) \($0.dark.hex)" } == [
        "a #102030 #102030", "b #ffffff #000000", "c #ffffff #000000",
      ])
    #expect(faults.map(\.range.place) == ["theme.yaml:4:4", "theme.yaml:5:1", "theme.yaml:6:4"])
  }

  @Test func aSitesColourIsAlsoThatOfThoseThatFollowIt() throws {
    let (theme, _) = try read("link: [\"#000000\", \"#ffffff\"]\npress: link\nfocus: link\n")
    let (site, _) = try read("link: \"#800000\"\nfocus: \"#008000\"\n")
    #expect(theme.replaced(by: site).map(\.light.hex) == ["#800000", "#800000", "#008000"])
  }

  @Test func tellsWhatStandsOutTooLittleAndWhatWouldDo() throws {
    let (theme, _) = try read("ink: [\"#222222\", \"#eeeeee\"]\npaper: [\"#ffffff\", \"#111111\"]\n")
    let rule = ContrastRule(colours: ["ink"], grounds: ["paper"], least: 4.5)
    #expect(theme.weaknesses([rule], chosen: []).isEmpty)
    let (site, _) = try read("ink: \"#777777\"\n")
    let faults = theme.replaced(by: site).weaknesses([rule], chosen: site)
    #expect(faults.map(\.code) == [.weakContrast, .weakContrast])
    #expect(faults[0].message.swedish.contains("4,47:1") && faults[0].message.swedish.contains("ljust"))
    let remedy = try #require(faults[0].help?.swedish.split(separator: " ").first { $0.hasPrefix("#") })
    let paper = try #require(Colour(hex: "#ffffff"))
    let shade = try #require(Colour(hex: String(remedy)))
    #expect(shade.contrast(to: paper) >= 4.5)
  }

  /// The site's own colour takes the blame, whichever side of the rule it stands on.
  @Test func blamesWhatTheSiteChose() throws {
    let (theme, _) = try read("brand: \"#0b4b60\"\nbrand-ink: \"#ffffff\"\n")
    let (site, _) = try read("\n\nbrand: \"#eeeeee\"\n")
    let rule = ContrastRule(colours: ["brand-ink"], grounds: ["brand"], least: 4.5)
    #expect(theme.replaced(by: site).weaknesses([rule], chosen: site).first?.range.line == 3)
  }
}
