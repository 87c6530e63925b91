import HTML
import Markdown
import Samples
import TestSupport
import Testing

/// What is ordinary CommonMark is rendered as libcmark renders it, whatever we put on its tree.
struct CommonMarkTests {
  @Test("leaves ordinary CommonMark as it is", arguments: Fixtures.examples(in: "Tests/Fixtures/commonmark"))
  func leavesOrdinaryCommonMark(_ example: Fixtures.Example) throws {
    try expectSame(example.text)
  }

  @Test func holdsExamplesOfEverySection() {
    #expect(Fixtures.files(in: "Tests/Fixtures/commonmark").count >= 23)
    #expect(Fixtures.examples(in: "Tests/Fixtures/commonmark").count >= 400)
  }

  @Test("leaves random CommonMark as it is", arguments: 0..<10)
  func leavesRandomCommonMark(_ group: Int) throws {
    for seed in 0..<60 {
      var generator = RandomMarkdown(seed: UInt64(group * 1000 + seed))
      try expectSame(generator.document())
    }
  }

  private func expectSame(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let ours = MarkdownTree(Array(text.utf8)).html().string
    let theirs = String(decoding: try Program.run("cmark", input: Array(text.utf8)), as: UTF8.self)
    #expect(ours == theirs, "for:\n\(text)", sourceLocation: sourceLocation)
  }
}
