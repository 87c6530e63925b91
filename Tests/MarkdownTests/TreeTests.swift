import HTML
import Markdown
import Testing

/// The nodes that are read of libcmark's tree, and what editing them does to the HTML.
struct TreeTests {
  @Test func readsNodesInPreorder() {
    let tree = MarkdownTree(Array("# Lås\n\n- ett *två*\n- tre\n".utf8))
    let kinds = tree.nodes.map(\.kind)
    #expect(
      kinds == [
        .document, .heading, .text, .list, .item, .paragraph, .text, .emphasis, .text, .item, .paragraph, .text,
      ])
    #expect(tree.children(0).map { tree.nodes[$0].kind } == [.heading, .list])
    #expect(tree.plainText(1) == "Lås")
    #expect(tree.plainText(4) == "ett två")
    #expect(tree.nodes[7].parent == 5)
    #expect(tree.nodes[7].end == 9)
  }

  @Test(
    "gives each node its line",
    arguments: [
      ("# a\n\nb\n\n> c\n", [0, 1, 1, 3, 3, 5, 5, 5]),
      // The second table's cells stand on lines 6 and 8.
      ("a\n\nb\n\nc\n| d |\n| - |\n| e |\n", [0, 1, 1, 3, 3, 5, 5, 6, 6, 6, 6, 8, 8, 8]),
      ("| a |\n| - |\n\nb\n", [0, 1, 1, 1, 1, 4, 4]),
    ])
  func givesLines(_ text: String, _ lines: [Int]) {
    let tree = MarkdownTree(Array(text.utf8))
    #expect(tree.nodes.dropFirst().map { Int($0.line) } == Array(lines.dropFirst()))
  }

  @Test func readsTablesAsNodes() {
    let tree = MarkdownTree(Array("| a | *b* |\n| - | - |\n| c | ~~d~~ |\n".utf8))
    #expect(
      tree.nodes.map(\.kind) == [
        .document, .table, .tableRow, .tableCell, .text, .tableCell, .emphasis, .text, .tableRow, .tableCell, .text,
        .tableCell, .strikethrough, .text,
      ])
    #expect(tree.plainText(8) == "c\nd")
  }

  @Test func readsAddressesAndInfoStrings() {
    let tree = MarkdownTree(Array("[a](/b \"c\") ![d](e.png)\n\n```kpi x\ny: z\n```\n".utf8))
    let targets = tree.nodes.indices.filter { tree.nodes[$0].targetEnd > tree.nodes[$0].targetStart }
    #expect(targets.map { tree.target($0) } == ["/b", "e.png", "kpi x"])
    #expect(tree.nodes.indices.last.map { tree.plainText($0) } == "y: z")
  }

  @Test func tellsListsApart() {
    let tree = MarkdownTree(Array("7. a\n\n- b\n".utf8))
    let lists = tree.nodes.filter { $0.kind == .list }
    #expect(lists.map(\.isOrdered) == [true, false])
    #expect(lists.first?.listStart == 7)
  }

  @Test func readsBreaksAsSpaces() {
    let tree = MarkdownTree(Array("a\nb  \nc\n".utf8))
    #expect(tree.plainText(1) == "a b c")
  }

  @Test func replacesText() {
    var tree = MarkdownTree(Array("ring 112 nu".utf8))
    let start = tree.textRange(2).lowerBound
    tree.replaceText(
      2,
      with: [
        .text(start..<start + 5), .markup(Markup(literal: "<b>")), .text(start + 5..<start + 8),
        .markup(Markup(literal: "</b>")), .text(start + 8..<start + 11),
      ])
    #expect(tree.html().string == "<p>ring <b>112</b> nu</p>\n")
  }

  @Test func replacesAndRetags() {
    var tree = MarkdownTree(Array("# a\n\n[b](/c) ![d](e)\n\n```\nf\n```\n".utf8))
    tree.retagBlock(1, enter: Markup(literal: "<h2 id=\"a\">"), exit: Markup(literal: "</h2>"))
    let link = tree.nodes.firstIndex { $0.kind == .link } ?? 0
    tree.retagInline(link, enter: Markup(literal: "<i>"), exit: Markup(literal: "</i>"))
    let image = tree.nodes.firstIndex { $0.kind == .image } ?? 0
    tree.replaceInline(image, with: Markup(literal: "<u></u>"))
    let code = tree.nodes.firstIndex { $0.kind == .codeBlock } ?? 0
    tree.replaceBlock(code, with: Markup(literal: "<hr>"))
    #expect(tree.html().string == "<h2 id=\"a\">\na\n</h2>\n<p><i>b</i> <u></u></p>\n<hr>\n")
  }

  @Test func wrapsAndDropsPrefixes() {
    var tree = MarkdownTree(Array("- [ ] lås\n".utf8))
    let text = tree.nodes.firstIndex { $0.kind == .text } ?? 0
    tree.dropPrefix(text, count: 4)
    tree.wrapContent(text - 1, enter: Markup(literal: "<label>"), exit: Markup(literal: "</label>"))
    #expect(tree.html().string == "<ul>\n<li><label>lås</label></li>\n</ul>\n")
  }

  @Test func showsAuthorHTMLAsText() {
    var tree = MarkdownTree(Array("a <b>c</b>\n\n<div>d</div>\n".utf8))
    for index in tree.nodes.indices where [.htmlInline, .htmlBlock].contains(tree.nodes[index].kind) {
      tree.showAsText(index)
    }
    #expect(tree.html().string == "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n<p>&lt;div&gt;d&lt;/div&gt;\n</p>\n")
  }

  @Test func restartsNumbering() {
    var tree = MarkdownTree(Array("5. a\n6. b\n".utf8))
    tree.restartNumbering(1)
    #expect(tree.html().string == "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n")
  }
}
