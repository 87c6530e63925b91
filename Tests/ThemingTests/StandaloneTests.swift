import Testing

@Suite struct StandaloneTests {
  @Test(arguments: [
    ("a\n{{! c }}\nb", "a\nb"),
    ("a\n  {{! c }}  \nb", "a\nb"),
    ("a {{! c }}\nb", "a \nb"),
    ("{{! c }}\na", "a"),
    ("a\n{{! c }}", "a\n"),
    ("a\n{{!\n c\n}}\nb", "a\nb"),
    ("a\r\n{{! c }}\r\nb\r\n", "a\r\nb\r\n"),
    (
      "<ul>\n  {{#authors}}\n  <li>{{.}}\n  {{/authors}}\n</ul>\n",
      "<ul>\n  <li>Åsa\n  <li>Örjan\n  <li>&lt;Li&gt;\n</ul>\n"
    ),
    ("a\n{{^isDraft}}\nb\n{{/isDraft}}\nc", "a\nb\nc"),
    (" {{#isOpen}}x{{/isOpen}}\n {{#isOpen}}y{{/isOpen}}\n", " x\n y\n"),
    ("{{#isOpen}}{{#isOpen}}\nx\n{{/isOpen}}{{/isOpen}}\n", "\nx\n\n"),
    ("a\n{{title}}\nb", "a\nRutin &lt;1&gt;\nb"),
    ("\u{FEFF}{{! c }}\na", "a"),
  ])
  func leavesNoBlankLines(template: String, expected: String) {
    #expect(Fixture.render(template) == expected)
  }

  @Test(arguments: [
    ("a\n  {{> p}}\nb\n", "a\nP\nQ\nb\n"),
    ("<b>{{> p}}</b>\n", "<b>P\nQ</b>\n"),
    ("{{#isOpen}}{{> p}}{{/isOpen}}\n", "P\nQ\n"),
    ("{{> p}}", "P\nQ\n"),
  ])
  func insertsPartials(template: String, expected: String) {
    #expect(Fixture.render(template, ["templates/partials/p.html": "P\nQ\n"]) == expected)
  }

  @Test func insertsPartialsOfFoldersInTheirScope() {
    let result = Fixture.render(
      "{{#links}}{{> cards/link}}{{/links}}", ["templates/partials/cards/link.html": "<{{title}} {{count}}>"])
    #expect(result == "<Ett 7><Två 7>")
  }
}
