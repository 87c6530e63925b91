internal import Diagnostics
internal import Swedish

/// The title rule of `documents.md` 1.
struct Title {
  var text: String
  var source: Document.TitleSource
  var line: Int?

  /// Takes the title's heading out of the draft when it is used, or when it says the same.
  init(in draft: inout Draft, _ named: TitleLinesStep.Found?, _ front: FrontMatter, _ facts: HeaderFacts) {
    let heading = draft.lines.indices.first { index in
      draft.lines[index].start == .heading(level: 1) && !draft.lines[index].isCode
        && draft.headingText(index)?.isEmpty == false
    }
    let headingText = heading.flatMap { draft.headingText($0) }.map {
      TitleLinesStep.joined([Self.withoutMarks($0.string)])
    }
    if let title = front.title {
      self = Title(text: title, source: .override, line: front.places["titel"]?.line)
      if let heading, let headingText, Folding.words(headingText) == Folding.words(title) {
        draft.blank(heading, .titleLines, .moved)
      }
    } else if let named {
      self = Title(text: named.text, source: .afterKind, line: named.line)
    } else if let heading, let headingText {
      self = Title(text: headingText, source: .heading, line: draft.lines[heading].number)
      draft.blank(heading, .titleLines, .moved)
    } else if let title = facts.name.value {
      self = Title(text: TitleLinesStep.joined([title]), source: .titleLabel, line: facts.name.line)
    } else if let title = facts.documentName.value {
      self = Title(text: TitleLinesStep.joined([title]), source: .documentName, line: facts.documentName.line)
    } else if let title = front.sourceTitle {
      self = Title(text: title, source: .sourceName, line: front.places["titel"]?.line)
    } else {
      self = Title(text: "", source: .none, line: nil)
    }
  }

  private init(text: String, source: Document.TitleSource, line: Int?) {
    self.text = text
    self.source = source
    self.line = line
  }

  /// A heading's inline marks, which a title does not show.
  private static func withoutMarks(_ text: String) -> String {
    String(text.filter { $0 != "*" && $0 != "`" })
  }
}
