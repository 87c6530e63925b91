import Testing

@Suite struct RenderingTests {
  @Test(arguments: [
    ("", ""),
    ("bara text", "bara text"),
    ("å{{title}}ö", "åRutin &lt;1&gt;ö"),
    ("{{ title }}|{{title}}", "Rutin &lt;1&gt;|Rutin &lt;1&gt;"),
    ("{{{body}}}", "<p>Brödtext</p>"),
    ("{{{ body }}}", "<p>Brödtext</p>"),
    ("{{count}}/{{rank}}", "7/0"),
    ("[{{{aside}}}]", "[]"),
    ("a{{! not {{ shown }}b", "ab"),
    ("a{{! over\ntwo lines }}b", "ab"),
    ("{{language}} {{root}}", "sv ../"),
    ("} }} { {a{b", "} }} { {a{b"),
  ])
  func insertsValues(template: String, expected: String) {
    #expect(Fixture.render(template) == expected)
  }

  @Test(arguments: [
    ("{{#isOpen}}ja{{/isOpen}}{{^isOpen}}nej{{/isOpen}}", "ja"),
    ("{{#isDraft}}ja{{/isDraft}}{{^isDraft}}nej{{/isDraft}}", "nej"),
    ("{{#summary}}<p>{{.}}|{{summary}}</p>{{/summary}}", "<p>Kort &amp; gott|Kort &amp; gott</p>"),
    ("{{#aside}}{{{.}}}{{/aside}}{{^aside}}-{{/aside}}", "-"),
    ("{{#rank}}({{.}}){{/rank}}", "(0)"),
    ("{{#authors}}{{.}};{{/authors}}", "Åsa;Örjan;&lt;Li&gt;;"),
    ("{{#none}}x{{/none}}{{^none}}inga{{/none}}", "inga"),
    ("{{^authors}}x{{/authors}}", ""),
    ("{{#links}}{{title}}={{count}};{{/links}}", "Ett=7;Två=7;"),
    ("{{#links}}{{title}}:{{#tags}}{{.}}{{title}}{{/tags}};{{/links}}", "Ett:aEttbEtt;Två:;"),
    ("{{#links}}{{note}}{{^note}}utan{{/note}};{{/links}}", "n1;utan;"),
    ("{{#owner}}{{title}} {{href}}{{/owner}}", "Ägare Ägare/"),
    ("{{#replaces}}{{title}}{{/replaces}}{{^replaces}}-{{/replaces}}", "Gammal"),
    ("{{#replacedBy}}{{title}}{{/replacedBy}}{{^replacedBy}}-{{/replacedBy}}", "-"),
  ])
  func entersSections(template: String, expected: String) {
    #expect(Fixture.render(template) == expected)
  }

  @Test(arguments: [
    ("{{owner.title}}", "Ägare"),
    ("{{#replaces}}{{replaces.title}}{{/replaces}}", "Gammal"),
    ("{{#replaces.note}}[{{.}}]{{/replaces.note}}", "[utgången]"),
    ("{{#replacedBy.note}}[{{.}}]{{/replacedBy.note}}{{^replacedBy.note}}-{{/replacedBy.note}}", "-"),
    ("{{#owner.tags}}x{{/owner.tags}}{{^owner.tags}}inga{{/owner.tags}}", "inga"),
    ("{{#links}}{{owner.title}}{{/links}}", "ÄgareÄgare"),
  ])
  func followsDottedNames(template: String, expected: String) {
    #expect(Fixture.render(template) == expected)
  }

  @Test(arguments: [
    ("{{#authors}}{{.}}{{^-last}}, {{/-last}}{{/authors}}", "Åsa, Örjan, &lt;Li&gt;"),
    ("{{#authors}}{{#-first}}>{{/-first}}{{.}}{{/authors}}", ">ÅsaÖrjan&lt;Li&gt;"),
    ("{{#links}}{{#note}}{{^-last}}{{.}}{{/-last}}{{/note}}{{/links}}", "n1"),
  ])
  func knowsTheEndsOfAList(template: String, expected: String) {
    #expect(Fixture.render(template) == expected)
  }

  @Test func writesTheRootBeforeEachPage() {
    #expect(Fixture.render("<a href=\"{{root}}sok/\">", root: "../../") == "<a href=\"../../sok/\">")
    #expect(Fixture.render("<a href=\"{{root}}sok/\">", root: "") == "<a href=\"sok/\">")
  }

  @Test(arguments: [
    ("<a title=\"{{q}}\">", "<a title=\"&quot;&#39;&lt;&gt;&amp;\">"),
    ("<a title='{{q}}'>", "<a title='&quot;&#39;&lt;&gt;&amp;'>"),
    ("<p>{{q}}</p>", "<p>&quot;&#39;&lt;&gt;&amp;</p>"),
  ])
  func escapesInTextAndAttributes(template: String, expected: String) {
    #expect(Fixture.render(template, text: "\"'<>&") == expected)
  }

  @Test(arguments: ["", "a", "&", "abc&", "&abc", "å<ä>ö", String(repeating: "x<", count: 100), "👩‍⚕️'"])
  func escapesLikeTheSlowWay(text: String) {
    let expected = text.map { character in
      ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"][character] ?? String(character)
    }.joined()
    #expect(Fixture.render("{{q}}", text: text) == expected)
  }
}
