import Testing

@Suite struct InheritanceTests {
  private static let layout = """
    <title>{{$ title}}{{title}}{{/ title}}</title>
    <main>
      {{$ content}}
      tomt
      {{/ content}}
    </main>

    """

  @Test(arguments: [
    ("{{< layout}}{{/ layout}}", "<title>Rutin &lt;1&gt;</title>\n<main>\n  tomt\n</main>\n"),
    (
      "{{< layout}}\n{{$ content}}\n<p>{{count}}\n{{/ content}}\n{{/ layout}}\n",
      "<title>Rutin &lt;1&gt;</title>\n<main>\n<p>7\n</main>\n"
    ),
    (
      "{{<layout}}{{! why }} {{$title}}A{{/title}}\n{{$content}}B{{/content}}{{/layout}}",
      "<title>A</title>\n<main>\nB</main>\n"
    ),
  ])
  func fillsBlocks(template: String, expected: String) {
    #expect(Fixture.render(template, ["templates/layout.html": Self.layout]) == expected)
  }

  @Test(arguments: [
    ("{{<parent}}{{$a}}c{{/a}}{{/parent}}", "c"),
    ("{{<parent}}{{/parent}}", "p"),
    ("{{<older}}{{/older}}", "o"),
    ("{{<grand}}{{/grand}}", "g"),
    ("{{<parent}}{{$b}}B{{/b}}{{/parent}}", "pB"),
  ])
  func letsTheOutermostFillWin(template: String, expected: String) {
    let result = Fixture.render(
      template,
      [
        "templates/grand.html": "{{$a}}g{{/a}}{{$b}}{{/b}}",
        "templates/older.html": "{{<grand}}{{$a}}o{{/a}}{{/grand}}",
        "templates/parent.html": "{{<older}}{{$a}}p{{/a}}{{/older}}",
      ])
    #expect(result == expected)
  }

  @Test func readsAFillWhereItWasWritten() {
    // The card in the page's own content does not take the title that the page gives to the layout.
    let result = Fixture.render(
      "{{<layout}}{{$title}}T{{/title}}{{$content}}{{<card}}{{$body}}x{{/body}}{{/card}}{{/content}}{{/layout}}",
      [
        "templates/layout.html": "[{{$title}}{{/title}}|{{$content}}{{/content}}]",
        "templates/card.html": "({{$title}}standard{{/title}}:{{$body}}{{/body}})",
      ])
    #expect(result == "[T|(standard:x)]")
  }

  @Test func nestsAParentInItsOwnBlock() {
    let result = Fixture.render(
      "{{<card}}{{$body}}{{<card}}{{$body}}x{{/body}}{{/card}}{{/body}}{{/card}}",
      ["templates/card.html": "({{$body}}{{/body}})"])
    #expect(result == "((x))")
  }

  @Test func resolvesNamesWhereTheBlockStands() {
    let result = Fixture.render(
      "{{<list}}{{$item}}<{{title}}>{{/item}}{{/list}}",
      ["templates/list.html": "{{#links}}{{$item}}{{/item}}{{/links}}"])
    #expect(result == "<Ett><Två>")
  }

  @Test func fillsBlocksOfPartials() {
    let result = Fixture.render(
      "{{<layout}}{{$title}}T{{/title}}{{/layout}}",
      ["templates/layout.html": "{{> head}}", "templates/partials/head.html": "<title>{{$title}}{{/title}}</title>"])
    #expect(result == "<title>T</title>")
  }

  @Test func showsTheDefaultOfABlockOutsideParents() {
    #expect(Fixture.render("{{$a}}x{{/a}}") == "x")
  }
}
