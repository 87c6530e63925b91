import Colours
import Diagnostics
import Testing
import Theming

@Suite struct ThemeTests {
  private func file(_ path: String, _ text: String, shownAs file: String? = nil) -> ThemeFile {
    ThemeFile(path: path, file: file, bytes: Array(text.utf8))
  }

  private func page(_ source: Theme.Source, root: String = "../") -> String? {
    Theme.load(source).0.template("page").map {
      String(decoding: $0.render(Fixture.record, root: root), as: UTF8.self)
    }
  }

  @Test func readsTheManifest() {
    let text = """
      namn: Intranät
      beskrivning: För vården
      språk: sv
      färger:
        accent: "#0a5"
        ink: "#112233"
      """
    let (theme, _) = Theme.load(Fixture.source("", ["theme.yaml": text]))
    #expect(theme.manifest.name == "Intranät")
    #expect(theme.manifest.summary == "För vården")
    #expect(theme.manifest.languages == ["sv"])
    #expect(theme.manifest.colours.map { "\($0.name) \($0.light.hex)" } == ["accent #00aa55", "ink #112233"])
  }

  @Test(arguments: [
    ("", "missing-key 1:1"),
    ("beskrivning: x", "missing-key 1:1"),
    ("namn: x\nfarg: y", "unknown-key 2:1"),
    ("namn: x\nfärger: röd", "invalid-value 2:9"),
    ("namn: x\nfärger:\n  accent: red", "invalid-value 3:11"),
    ("namn: x\nfärger:\n  accent: #fff", "invalid-value 3:3"),
    ("namn: x\nfärger:\n  Accent: \"#fff\"", "invalid-value 3:3"),
    ("namn: x\nfärger:\n  accent: \"#fff;}\"", "invalid-value 3:11"),
    ("namn: [", "invalid-yaml 2:1"),
  ])
  func reportsAFaultyManifest(text: String, expected: String) {
    #expect(Fixture.errors("", ["theme.yaml": text]).map(\.brief) == ["theme.yaml \(expected)"])
  }

  @Test func insertsAssetAddressesFromTheRoot() {
    var source = Fixture.source(
      "<link href=\"{{@ css/site.css}}\"><img src='{{@ img/logga-å.svg}}'>",
      ["assets/css/site.css": "a{}", "assets/img/logga-å.svg": "<svg/>"])
    #expect(page(source) == "<link href=\"../assets/css/site.css\"><img src='../assets/img/logga-%C3%A5.svg'>")
    source.address = { asset in "a/\(asset.bytes.count)-" + String(asset.path.dropFirst(4)) }
    #expect(page(source, root: "") == "<link href=\"a/3-site.css\"><img src='a/6-logga-%C3%A5.svg'>")
    #expect(Theme.load(source).0.assets.map(\.address) == ["a/3-site.css", "a/6-logga-å.svg"])
  }

  @Test func letsASiteOverrideFiles() {
    var source = Fixture.source("{{> p}}", ["templates/partials/p.html": "tema", "assets/a.css": "tema"])
    source.overrides = [
      file("templates/partials/p.html", "plats {{titel}}", shownAs: "content/theme/p.html"),
      file("assets/a.css", "plats"), file("assets/b.css", "ny"), file("temlates/page.html", ""),
      file("templates/pages.html", ""),
    ]
    let (theme, faults) = Theme.load(source)
    #expect(theme.assets.map { String(decoding: $0.bytes, as: UTF8.self) } == ["plats", "ny"])
    #expect(
      faults.filter { $0.code != .unusedString }.map(\.brief) == [
        "content/theme/p.html unknown-name 1:7", "temlates/page.html unused-file 1:1",
        "templates/pages.html unused-file 1:1",
      ])
    #expect(faults.contains { $0.code == .unusedFile && $0.help?.english == "Did you mean `page`?" })
  }

  @Test func compilesEveryKindAndReportsSharedFaultsOnce() {
    let other = Schema("other", ["title": .text, "only": .text])
    var source = Fixture.source(
      "{{<layout}}{{$x}}{{/x}}{{/layout}}",
      [
        "templates/other.html": "{{<layout}}{{/layout}}", "templates/feed.xml": "<t>{{title}}</t>",
        "templates/layout.html": "{{$x}}{{/x}}{{nope}}\n{{only}}",
      ])
    source.schemas = ["page": Fixture.page, "other": other, "feed.xml": other, "extra": other]
    source.files = source.files.map { file in
      ThemeFile(path: file.path, file: "themes/t/\(file.path)", bytes: file.bytes)
    }
    let (theme, faults) = Theme.load(source)
    #expect(
      faults.filter { $0.severity == .error }.map(\.brief) == [
        "themes/t/templates/extra.html missing-template 1:1", "themes/t/templates/layout.html unknown-name 1:13",
        "themes/t/templates/layout.html unknown-name 2:1",
      ])
    #expect(
      faults.first { $0.code == .unknownName && $0.range.line == 2 }?.related.map(\.range.place) == [
        "themes/t/templates/page.html:1:1"
      ])
    #expect(
      faults.first { $0.range.column == 13 }?.related.map(\.range.place) == [
        "themes/t/templates/other.html:1:1", "themes/t/templates/page.html:1:1",
      ])
    #expect(theme.template("page") == nil)
    let feed = theme.template("feed.xml")?.render(
      Record(other, ["title": .text("<"), "only": .text("")]), root: "")
    #expect(feed.map { String(decoding: $0, as: UTF8.self) } == "<t>&lt;</t>")
  }

  @Test func rendersAssetsFromTemplates() {
    let colour = Schema("colour", ["name": .text, "value": .text])
    let colours = Schema("colours", ["colours": .records(colour)])
    var source = Fixture.source(
      "{{@ css/colours.css}}",
      [
        "theme.yaml": "namn: x\nfärger:\n  accent: \"#0a5\"\n",
        "templates/assets/css/colours.css": ":root {\n{{#colours}}\n  --{{name}}: {{value}};\n{{/colours}}\n}\n",
        "templates/assets/bad.css": "{{@ css/colours.css}}",
      ])
    source.assetRecord = { manifest in
      Record(
        colours,
        [
          "colours": .records(
            manifest.colours.map { Record(colour, ["name": .text($0.name), "value": .text($0.light.hex)]) })
        ])
    }
    let (theme, faults) = Theme.load(source)
    #expect(theme.assets.map { String(decoding: $0.bytes, as: UTF8.self) } == [":root {\n  --accent: #00aa55;\n}\n"])
    #expect(
      faults.filter { $0.severity == .error }.map(\.brief) == ["templates/assets/bad.css invalid-template 1:1"])
    #expect(theme.template("page")?.render(Fixture.record, root: "") == Array("assets/css/colours.css".utf8))
    source.assetRecord = nil
    #expect(Theme.load(source).1.map(\.code).contains(.unusedFile))
  }

  @Test func asksForAManifest() {
    let source = Theme.Source(files: [], schemas: [:], language: "sv")
    #expect(Theme.load(source).1.map(\.brief) == ["theme.yaml missing-string 1:1", "theme.yaml missing-theme 1:1"])
  }
}
