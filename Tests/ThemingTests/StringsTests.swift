import Diagnostics
import Testing
import Theming

@Suite struct StringsTests {
  @Test(arguments: [
    ("{{t.title}}", "Rubrik"),
    ("{{t.nav.home}}", "Hem"),
    ("<a title=\"{{t.quote}}\">", "<a title=\"Säg &quot;hej&quot; &amp; &#39;hå&#39; &lt;nu&gt;\">"),
    ("{{#links}}{{t.title}}{{/links}}", "RubrikRubrik"),
  ])
  func insertsStrings(template: String, expected: String) {
    #expect(Fixture.render(template) == expected)
  }

  @Test func resolvesVariablesWhereTheStringStands() {
    let strings = "who: \"{{title}} av {{owner.title}} ({{language}})\""
    let result = Fixture.render("{{t.who}};{{#links}}{{t.who}};{{/links}}", ["strings/sv.yaml": strings])
    #expect(result == "Rutin &lt;1&gt; av Ägare (sv);Ett av Ägare (sv);Två av Ägare (sv);")
  }

  @Test(arguments: [
    ("a: \"{{titel}}\"", "strings/sv.yaml unknown-name 1:4"),
    ("a: \"{{body}}\"", "strings/sv.yaml invalid-template 1:4"),
    ("a: \"{{replaces.title}}\"", "strings/sv.yaml invalid-template 1:4"),
    ("a: \"{{#isOpen}}x{{/isOpen}}\"", "strings/sv.yaml invalid-template 1:4"),
    ("a: \"{{t.a}}\"", "strings/sv.yaml invalid-template 1:4"),
    ("a: \"{{title\"", "strings/sv.yaml invalid-template 1:4"),
    ("# c\na: x\na: y", "strings/sv.yaml repeated-key 3:1"),
    ("a: x\nb:", "strings/sv.yaml invalid-value 2:1"),
    ("a: x\nb: [c]", "strings/sv.yaml invalid-value 2:4"),
    ("a: x\n\"b c\": d", "strings/sv.yaml invalid-template 2:1"),
  ])
  func reportsFaultyStrings(strings: String, expected: String) {
    #expect(Set(Fixture.errors("{{t.a}}", ["strings/sv.yaml": strings]).map(\.brief)) == [expected])
  }

  @Test func givesStringsToSwift() {
    let (theme, _) = Theme.load(Fixture.source(""))
    #expect(theme.strings.language == "sv")
    #expect(theme.strings["nav.home"] == "Hem")
    #expect(theme.strings["nope"] == "nope")
    #expect(
      theme.strings.formatted("greeting", ["name": "Åsa & Bo", "count": "2"])
        == "Hej Åsa & Bo, du har 2 av {{title}}")
    #expect(theme.strings.keys == ["greeting", "nav.home", "quote", "title"])
  }

  @Test func comparesLanguages() {
    let source = Fixture.source(
      "{{t.a}}{{t.b}}",
      [
        "theme.yaml": "namn: Prov\nspråk: [sv, en, fi]\n", "strings/sv.yaml": "a: A\nb: \"{{title}}\"\n",
        "strings/en.yaml": "b: \"{{titel}} {{title}}\"\nc: C\n",
      ])
    let faults = Theme.load(source).1.map { "\($0.severity) \($0.brief)" }
    #expect(
      faults == [
        "warning strings/en.yaml unknown-name 1:4", "warning strings/en.yaml missing-string 2:1",
        "warning strings/sv.yaml missing-string 2:1", "error theme.yaml missing-string 1:1",
      ])
  }

  @Test func checksWhatSwiftAsksFor() {
    var source = Fixture.source(
      "{{t.a}}", ["strings/sv.yaml": "a: A\nmonth:\n  jan: J\n  feb: F\nmonths: M\nx: X\ncode: C\n"])
    source.stringsUsedByCode = ["code", "month.*", "kod", "day.*"]
    let faults = Theme.load(source).1
    #expect(
      faults.map { "\($0.severity) \($0.brief) \($0.message.english)" } == [
        "warning strings/sv.yaml unused-string 5:1 The string `months` is not used.",
        "warning strings/sv.yaml unused-string 6:1 The string `x` is not used.",
        "error strings/sv.yaml missing-string 7:1 The theme has no string `day.*`.",
        "error strings/sv.yaml missing-string 7:1 The theme has no string `kod`.",
      ])
  }

  @Test func letsASiteReplaceSingleStrings() {
    var source = Fixture.source("{{t.title}} {{t.nav.home}}")
    source.overrides = [
      ThemeFile(path: "strings/sv.yaml", file: "content/theme/sv.yaml", bytes: Array("title: Egen".utf8))
    ]
    let page = Theme.load(source).0.template("page")?.render(Fixture.record, root: "")
    #expect(page.map { String(decoding: $0, as: UTF8.self) } == "Egen Hem")
  }
}
