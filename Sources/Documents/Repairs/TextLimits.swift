internal import Diagnostics

/// What no routine has and what would keep libcmark busy for hours: lines of thousands of list marks, thousands of brackets.
enum TextLimits {
  static let marksPerLine = 100
  static let brackets = 20_000

  /// nil for any text that a person wrote.
  static func fault(in draft: Draft) -> Diagnostic? {
    for (index, line) in draft.lines.enumerated() where !line.isCode && line.text.count > marksPerLine {
      if leadingMarks(draft.text(index)) > marksPerLine || line.indentation > 4 * marksPerLine {
        return .nestedTooDeep(draft.range(index), limit: marksPerLine)
      }
    }
    let count = draft.buffer.count { $0 == UInt8(ascii: "[") }
    guard count > brackets else { return nil }
    return Diagnostic(
      .fileTooLarge, SourceRange(file: draft.file),
      Message(
        sv: "Texten har fler än \(brackets) hakparenteser och läses inte.",
        en: "The text has more than \(brackets) brackets and is not read."),
      help: Message(sv: "Dela upp dokumentet.", en: "Split the document."))
  }

  /// `>`, `-`, `+`, `*` and numbers that a line begins with.
  private static func leadingMarks(_ text: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."),
        UInt8(ascii: ")"):
        count += 1
      case 0x20, 0x09, 0x30...0x39: continue
      default: return count
      }
    }
    return 0
  }
}
