import HTML
import Markdown
import Samples
import Testing
import TestSupport

/// No text makes the parser crash or hang.
struct MarkdownRobustnessTests {
  @Test("reads random bytes", arguments: 0..<4)
  func readsRandomBytes(_ group: Int) {
    for seed in 0..<250 {
      var random = SeededGenerator(seed: UInt64(group * 1000 + seed))
      let marks = Array("|-:~`*_[]()<>!#\\\n\n\n  \t1.åÄ".utf8)
      let bytes = (0..<random.number(0...400)).map { _ in
        random.chance(90) ? random.pick(marks) : UInt8(truncatingIfNeeded: random.next())
      }
      let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
      let tree = MarkdownTree(text)
      #expect(tree.nodes.allSatisfy { $0.textEnd <= tree.text.count && $0.end <= tree.nodes.count })
      #expect(!tree.html().isEmpty || tree.nodes.count == 1 || text.isEmpty || tree.text.isEmpty)
    }
  }

  @Test(
    "reads deep and long texts",
    arguments: [">", "[", "![", "- ", "1. ", "*", "_a", "`", "~", "~~a ", "|", "| a ", "<", "<!--", "\\", "&", "&#2;"])
  func readsRepetitions(_ piece: String) {
    let text = Array(String(repeating: piece, count: 10_000).utf8)
    #expect(MarkdownTree(text).nodes.count >= 2)
  }

  @Test func readsTablesInDeepQuotes() {
    let marks = String(repeating: "> ", count: 200)
    let tree = MarkdownTree(Array("\(marks)| a |\n\(marks)| - |\n".utf8))
    #expect(tree.depth >= 200)
  }

  @Test func readsHugeTables() {
    let row = String(repeating: "| *cell* ", count: 50) + "|\n"
    let table = row + String(repeating: "| - ", count: 50) + "|\n" + String(repeating: row, count: 400)
    let tree = MarkdownTree(Array(table.utf8))
    #expect(tree.nodes.count { $0.kind == .tableCell } == 50 * 401)
  }

  private static let patterns: [(name: String, text: @Sendable (Int) -> String)] = [
    ("paragraphs", { String(repeating: "Ett *stycke* om `lås`.\n\n", count: $0) }),
    ("one table", { "| a | b |\n| - | - |\n" + String(repeating: "| c | *d* |\n", count: $0) }),
    ("many tables", { String(repeating: "| a | b |\n| - | - |\n| c | [d] |\n\n", count: $0) + "[d]: /e\n" }),
    ("delimiter rows", { String(repeating: "| - | - |\n", count: $0) }),
    ("tables that other blocks end", { String(repeating: "| a |\n| - |\n| b |\n    c\n", count: $0) }),
    ("rows that may be other blocks", { "1 | a\n- | -:\n" + String(repeating: "1 | *d*\n", count: $0) }),
    ("tilde runs", { String(repeating: "~a b~~c~~d ~~", count: $0) }),
    ("tilde openers", { String(repeating: " ~a", count: $0) + String(repeating: "b~~c", count: $0) }),
    ("escaped tildes", { String(repeating: "\\~a ", count: $0) }),
    ("struck list", { String(repeating: "- ~~a~~ b\n", count: $0) }),
    ("quotes", { String(repeating: "> | a |\n> | - |\n> | b |\n\n", count: $0) }),
  ]

  @Test("takes time in proportion to the size", arguments: patterns.indices)
  func takesLinearTime(_ index: Int) {
    let growth = CPUTime.growth(from: 400) { size in
      _ = MarkdownTree(Array(Self.patterns[index].text(size).utf8)).html().bytes.count
    }
    #expect(growth < CPUTime.linear, "\(Self.patterns[index].name)")
  }
}
