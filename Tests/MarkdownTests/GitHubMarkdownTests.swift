import Foundation
import Samples
import Testing
import TestSupport

/// Pipe tables and strikethrough are read as cmark-gfm reads them.
struct GitHubMarkdownTests {
  @Test("reads tables and strikethrough as cmark-gfm does", arguments: Fixtures.examples(in: "Tests/Fixtures/gfm"))
  func readsExamples(_ example: Fixtures.Example) throws {
    #expect(GitHubMarkdown.ours(example.text) == (try GitHubMarkdown.theirs(example.text)), "for:\n\(example.text)")
  }

  @Test func holdsEnoughExamples() {
    #expect(Fixtures.examples(in: "Tests/Fixtures/gfm").count >= 100)
  }

  /// Where Debian's cmark-gfm (0.29.0.gfm.6) departs from its own specification, we do not follow.
  @Test(
    "follows the specification where cmark-gfm does not",
    arguments: [
      // A definition before a table is a definition; cmark-gfm leaves it in the text.
      ("[a]: /b\n| [a] |\n| - |", "<table><thead><tr><th><a href=\"/b\">a</a></th></tr></thead></table>"),
      // `\|` in a paragraph before a table keeps its backslash in code.
      ("`\\|`\nb\n-|", "<p><code>\\|</code></p><table><thead><tr><th>b</th></tr></thead></table>"),
      // A table between two items of a list does not make it loose: no blank line does.
      ("* a\n  b|\n  -|\n* c", "<ul>\n<li>a<table><thead><tr><th>b</th></tr></thead></table></li>\n<li>c</li>\n</ul>\n"),
      // A tilde is punctuation beside a `*`.
      ("a~_b_", "<p>a~<em>b</em></p>\n"), ("*a~*b", "<p>*a~*b</p>\n"),
    ])
  func followsSpecification(_ text: String, _ expected: String) throws {
    #expect(GitHubMarkdown.ours(text) == expected)
    #expect(try GitHubMarkdown.theirs(text) != expected, "cmark-gfm agrees now: move this to the examples")
  }

  /// Emphasis is settled first: a strikethrough that begins outside it and ends inside is none.
  @Test func leavesCrossingMarksAsText() throws {
    #expect(GitHubMarkdown.ours("~~a *b~~ c*") == "<p>~~a <em>b~~ c</em></p>\n")
  }

  @Test("reads random tables as cmark-gfm does", arguments: 0..<8)
  func readsRandomTables(_ group: Int) throws {
    for seed in 0..<60 {
      var generator = RandomMarkdown(seed: UInt64(group * 1000 + seed), additions: .tables)
      try expectSame(generator.document())
    }
  }

  @Test("reads random strikethrough as cmark-gfm does", arguments: 0..<8)
  func readsRandomStrikethrough(_ group: Int) throws {
    for seed in 0..<60 {
      var generator = RandomMarkdown(seed: UInt64(group * 1000 + seed), additions: [.tables, .strikethrough])
      try expectSame(generator.document())
    }
  }

  private func expectSame(_ text: String) throws {
    // See above: cmark-gfm reads `\|` as a pipe in a paragraph that a table follows.
    let ours = GitHubMarkdown.ours(text).replacing("\\|", with: "|")
    let theirs = try GitHubMarkdown.theirs(text).replacing("\\|", with: "|")
    if ours.contains("<li>"), ours.contains("<table>") {
      // See above: cmark-gfm makes loose what is tight.
      #expect(GitHubMarkdown.withoutParagraphs(ours) == GitHubMarkdown.withoutParagraphs(theirs), "for:\n\(text)")
    } else {
      #expect(ours == theirs, "for:\n\(text)")
    }
  }
}
