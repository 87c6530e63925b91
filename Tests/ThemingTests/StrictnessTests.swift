import Diagnostics
import Testing
import Theming

@Suite struct StrictnessTests {
  @Test(arguments: [
    ("{{titel}}", "unknown-name 1:1"),
    ("å {{titel}}", "unknown-name 1:3"),
    ("a\nåäö{{title}}{{ titel }}", "unknown-name 2:13"),
    ("{{owner.titel}}", "unknown-name 1:1"),
    ("{{title.length}}", "unknown-name 1:1"),
    ("{{links.title}}", "unknown-name 1:1"),
    ("{{href}}", "unknown-name 1:1"),
    ("{{#isDraft}}{{titel}}{{/isDraft}}", "unknown-name 1:13"),
    ("{{#nope}}{{titel}}{{/nope}}", "unknown-name 1:1"),
    ("{{^nope}}{{/nope}}", "unknown-name 1:1"),
  ])
  func reportsUnknownNames(template: String, expected: String) {
    #expect(Fixture.errors(template).map(\.brief) == [expected])
  }

  @Test(arguments: [
    ("{{body}}", "invalid-template 1:1"),
    ("{{{title}}}", "invalid-template 1:1"),
    ("{{{count}}}", "invalid-template 1:1"),
    ("{{{root}}}", "invalid-template 1:1"),
    ("{{{t.title}}}", "invalid-template 1:1"),
    ("{{isOpen}}", "invalid-template 1:1"),
    ("{{links}}", "invalid-template 1:1"),
    ("{{owner}}", "invalid-template 1:1"),
    ("{{authors}}", "invalid-template 1:1"),
    ("{{.}}", "invalid-template 1:1"),
    ("{{#links}}{{.}}{{/links}}", "invalid-template 1:11"),
    ("{{#aside}}{{.}}{{/aside}}", "invalid-template 1:11"),
    ("{{-last}}", "invalid-template 1:1"),
    ("{{#-last}}{{/-last}}", "invalid-template 1:1"),
    ("{{#title}}{{/title}}", "invalid-template 1:1"),
    ("{{^title}}{{/title}}", "invalid-template 1:1"),
    ("{{^owner}}{{/owner}}", "invalid-template 1:1"),
    ("{{#count}}{{/count}}", "invalid-template 1:1"),
    ("{{#root}}{{/root}}", "invalid-template 1:1"),
    ("{{#t.title}}{{/t.title}}", "invalid-template 1:1"),
    ("{{#authors}}{{#.}}{{/.}}{{/authors}}", "invalid-template 1:13"),
    ("{{replaces.title}}", "invalid-template 1:1"),
    ("{{#links}}{{replaces.title}}{{/links}}", "invalid-template 1:11"),
  ])
  func reportsWrongTypes(template: String, expected: String) {
    #expect(Fixture.errors(template).map(\.brief) == [expected])
  }

  @Test(arguments: [
    ("{{#isOpen}}", ["invalid-template 1:1"]),
    ("{{/isOpen}}", ["invalid-template 1:1"]),
    ("{{#isOpen}}{{/isDraft}}{{/isOpen}}", ["invalid-template 1:12"]),
    ("{{#isOpen}}{{#isDraft}}{{/isOpen}}", ["invalid-template 1:12"]),
    ("{{$a}}", ["invalid-template 1:1"]),
    ("{{title", ["invalid-template 1:1"]),
    ("{{title\n{{titel}}", ["invalid-template 1:1", "unknown-name 2:1"]),
    ("{{title {{title}}", ["invalid-template 1:1"]),
    ("{{! never closed {{titel", ["invalid-template 1:1"]),
    ("{{{body}}", ["invalid-template 1:1"]),
    ("{{}}", ["invalid-template 1:1"]),
    ("{{ two words }}", ["invalid-template 1:1"]),
    ("{{a..b}}", ["invalid-template 1:1"]),
    ("{{#a b}}{{title}}{{/a b}}", ["invalid-template 1:1"]),
    ("{{&body}}", ["invalid-template 1:1"]),
    ("{{=<% %>=}}", ["invalid-template 1:1"]),
    ("{{>}}", ["invalid-template 1:1"]),
    ("{{@}}", ["invalid-template 1:1"]),
    ("{{> nope}}", ["missing-partial 1:1"]),
    ("\n{{< nope}}{{/ nope}}", ["missing-template 2:1"]),
    ("{{@ css/nope.css}}", ["missing-asset 1:1"]),
    ("{{t.nope}}", ["missing-string 1:1"]),
    ("{{t}}", ["missing-string 1:1"]),
    ("{{#nope}}{{t.nope}}{{> nope}}{{/nope}}", ["unknown-name 1:1", "missing-string 1:10", "missing-partial 1:20"]),
    ("{{titel}}\n{{body}}\n{{t.x}}", ["unknown-name 1:1", "invalid-template 2:1", "missing-string 3:1"]),
  ])
  func reportsEveryFaultOfAFile(template: String, expected: [String]) {
    #expect(Fixture.errors(template).map(\.brief) == expected)
  }

  @Test(arguments: [
    ("{{<l}}{{$mane}}x{{/mane}}{{/l}}", ["unknown-name 1:7"]),
    ("{{<l}}x{{$main}}x{{/main}}{{/l}}", ["invalid-template 1:7"]),
    ("{{<l}}{{title}}{{/l}}", ["invalid-template 1:7"]),
    ("{{<l}}{{$main}}x{{/main}}\n{{$main}}y{{/main}}{{/l}}", ["repeated-name 2:1"]),
    ("{{<l}}{{$main}}{{titel}}{{/main}}{{/l}}", ["unknown-name 1:16"]),
  ])
  func reportsFaultsAroundBlocks(template: String, expected: [String]) {
    #expect(Fixture.errors(template, ["templates/l.html": "{{$main}}{{/main}}"]).map(\.brief) == expected)
  }

  @Test func tellsWhereASharedFileIsUsed() throws {
    let fault = try #require(
      Fixture.errors("\n{{> p}} {{> p}}", ["templates/partials/p.html": "å{{titel}}"]).first)
    #expect(fault.brief == "templates/partials/p.html unknown-name 1:2")
    #expect(fault.range.endColumn == 11)
    #expect(fault.help?.english == "Did you mean `title`?")
    #expect(fault.related.map(\.range.place) == ["templates/page.html:2:1", "templates/page.html:2:9"])
  }

  @Test(arguments: [
    ("{{titel}}", "Did you mean `title`?"),
    (
      "{{qqqqqqqq}}",
      "There are: title, summary, body, aside, count, rank, isDraft, isOpen, authors, none, owner, replaces …."
    ),
    ("{{owner.hreff}}", "Did you mean `owner.href`?"),
    ("{{#links}}{{notes}}{{/links}}", "Did you mean `note`?"),
    ("{{replaces.title}}", "Write `{{#replaces}}…{{/replaces}}` around `{{replaces.title}}`."),
    ("{{t.titel}}", "Did you mean `title`?"),
    ("{{> lenk}}", "Did you mean `link`?"),
    ("{{@ css/sight.css}}", "Did you mean `css/site.css`?"),
  ])
  func suggestsWhatWasMeant(template: String, expected: String) {
    let faults = Fixture.errors(template, ["templates/partials/link.html": "", "assets/css/site.css": ""])
    #expect(faults.map { $0.help?.english } == [expected])
  }

  @Test func limitsNesting() {
    let deep = String(repeating: "{{#isOpen}}", count: 100) + String(repeating: "{{/isOpen}}", count: 100)
    #expect(Fixture.errors(deep).map(\.code) == [.nestingTooDeep])
    let allowed = String(repeating: "{{#isOpen}}", count: 64) + "x" + String(repeating: "{{/isOpen}}", count: 64)
    #expect(Fixture.render(allowed) == "x")
  }

  @Test func limitsDepthThroughPartials() {
    var source = Fixture.source("{{> p0}}")
    let (opened, closed) = (String(repeating: "{{#isOpen}}", count: 60), String(repeating: "{{/isOpen}}", count: 60))
    for index in 0..<10 {
      let text = "\(opened){{> p\(index + 1)}}\(closed)"
      source.files.append(ThemeFile(path: "templates/partials/p\(index).html", bytes: Array(text.utf8)))
    }
    source.files.append(ThemeFile(path: "templates/partials/p10.html", bytes: []))
    #expect(Theme.load(source).1.filter { $0.severity == .error }.map(\.code) == [.nestingTooDeep])
  }

  @Test func limitsWhatPartialsGrowTo() {
    let names = Array("abcdefghijklmnopqrstuvwxyz").map(String.init)
    var source = Fixture.source("{{> a}}")
    for (name, next) in zip(names, names.dropFirst()) {
      source.files.append(
        .init(path: "templates/partials/\(name).html", bytes: Array("{{> \(next)}}{{> \(next)}}".utf8)))
    }
    source.files.append(.init(path: "templates/partials/z.html", bytes: Array("{{title}}".utf8)))
    #expect(Theme.load(source).1.filter { $0.severity == .error }.map(\.code) == [.nestingTooDeep])
  }

  @Test func refusesWhatIsNoText() {
    var source = Fixture.source("")
    source.overrides = [ThemeFile(path: "templates/page.html", bytes: [0x61, 0xFF])]
    #expect(Theme.load(source).1.filter { $0.severity == .error }.map(\.code) == [.invalidEncoding])
    source.overrides = [ThemeFile(path: "templates/page.html", bytes: Array(repeating: 0x61, count: 2_000_000))]
    #expect(Theme.load(source).1.filter { $0.severity == .error }.map(\.code) == [.fileTooLarge])
  }
}
