import HTML
import Markdown
import TestSupport

/// Pipe tables and strikethrough as cmark-gfm has them, without the wrappers that are ours.
enum GitHubMarkdown {
  static func ours(_ text: String) -> String { normalised(MarkdownTree(Array(text.utf8)).html().string) }

  static func theirs(_ text: String) throws -> String {
    let arguments = ["-e", "table", "-e", "strikethrough"]
    let output = try Program.run("cmark-gfm", arguments, input: Array(text.utf8))
    return normalised(String(decoding: output, as: UTF8.self))
  }

  /// Without the tags that tell a loose list from a tight one.
  static func withoutParagraphs(_ html: String) -> String {
    html.replacing(/<\/?p>|\n/, with: "")
  }

  /// Our `<div class="table">`, `scope` and alignment classes as cmark-gfm writes them, no line breaks beside table tags.
  static func normalised(_ html: String) -> String {
    html.replacing("<div class=\"table\" tabindex=\"0\"><table>", with: "<table>")
      .replacing("</table></div>", with: "</table>")
      .replacing(" scope=\"col\"", with: "")
      .replacing(/(<t[hd]) class="(left|center|right)"/) { "\($0.output.1) align=\"\($0.output.2)\"" }
      .replacing(/\n*(<\/?(?:table|thead|tbody|tr|th|td)\b[^>]*>)\n*/) { "\($0.output.1)" }
  }
}
