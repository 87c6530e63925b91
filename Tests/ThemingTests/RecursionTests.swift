import Diagnostics
import Testing

@Suite struct RecursionTests {
  private static let list = """
    {{#items}}
    <li>{{title}}{{count}}{{^-last}},{{/-last}}
    {{> list}}
    {{/items}}

    """

  @Test func followsNestedRecordsToAnyDepth() {
    let result = Fixture.render(
      "{{#contents}}[{{title}}\n{{> list}}\n]{{/contents}}", ["templates/partials/list.html": Self.list])
    #expect(result == "[1\n<li>1.17,\n<li>1.1.17\n<li>1.27\n][2\n]")
  }

  @Test func entersRecursionFromThePage() {
    let result = Fixture.render(
      "{{#contents}}{{> entry}}{{/contents}}",
      ["templates/partials/entry.html": "({{title}}{{#items}}{{> entry}}{{/items}})"])
    #expect(result == "(1(1.1(1.1.1))(1.2))(2)")
  }

  @Test func keepsScopesApartThroughOtherPartials() {
    let result = Fixture.render(
      "{{#contents}}{{> a}}{{/contents}}",
      [
        "templates/partials/a.html": "a{{title}}{{#items}}{{> b}}{{/items}}",
        "templates/partials/b.html": "b{{title}}{{#items}}{{> a}}{{/items}};",
      ])
    #expect(result == "a1b1.1a1.1.1;b1.2;a2")
  }

  @Test func recursesThroughABlock() {
    let result = Fixture.render(
      "{{#contents}}{{> p}}{{/contents}}",
      [
        "templates/partials/p.html": "{{<q}}{{$x}}{{title}}{{#items}}{{> p}}{{/items}}{{/x}}{{/q}}",
        "templates/q.html": "({{$x}}{{/x}})",
      ])
    #expect(result == "(1(1.1(1.1.1))(1.2))(2)")
  }

  @Test(arguments: [
    ("{{> p}}", "{{> p}}"),
    ("{{> p}}", "{{#links}}{{> p}}{{/links}}"),
    ("{{> p}}", "{{#contents}}{{> p}}{{/contents}}"),
    ("{{#contents}}{{> p}}{{/contents}}", "{{#isOpen}}{{> p}}{{/isOpen}}"),
    ("{{#authors}}{{> p}}{{/authors}}", "{{> p}}"),
  ])
  func refusesWhatWouldNotEnd(page: String, partial: String) {
    let faults = Fixture.errors(page, ["templates/partials/p.html": partial])
    #expect(faults.map(\.code) == [.invalidTemplate])
  }

  @Test func refusesParentsInACircle() {
    let faults = Fixture.errors(
      "{{<a}}{{/a}}", ["templates/a.html": "{{<b}}{{/b}}", "templates/b.html": "\n {{<a}}{{/a}}"])
    #expect(faults.map(\.brief) == ["templates/b.html invalid-template 2:2"])
    #expect(Fixture.errors("{{<page}}{{/page}}").map(\.brief) == ["invalid-template 1:1"])
  }
}
