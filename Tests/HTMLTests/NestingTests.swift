import HTML
import Testing

@Suite struct NestingTests {
  @Test(arguments: [
    ("<h2 id=\"a\">A</h2><h6>B</h6>", "<h3 id=\"x--a\">A</h3><h6>B</h6>"),
    (
      "<p><a href=\"#a\">A</a> <a href=\"../rutiner/b.html#a\">B</a></p>",
      "<p><a href=\"#x--a\">A</a> <a href=\"../rutiner/b.html#a\">B</a></p>"
    ),
    ("<label for=\"n\">1 &lt; 2</label><hr><h5>x</h5>", "<label for=\"x--n\">1 &lt; 2</label><hr><h6>x</h6>"),
    ("<p>id=&quot;a&quot; h2</p>", "<p>id=&quot;a&quot; h2</p>"), ("", ""), ("<", "<"), ("</h", "</h"),
    (" id=", " id="),
    (
      "<svg aria-labelledby=\"t\"><rect fill=\"url(#p)\"/></svg>",
      "<svg aria-labelledby=\"x--t\"><rect fill=\"url(#x--p)\"/></svg>"
    ),
  ])
  func prefixesIdsAndLowersHeadings(source: String, expected: String) {
    #expect(Markup(trusted: Array(source.utf8)).nested(prefix: "x--").string == expected)
  }
}
