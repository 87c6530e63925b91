/// A converted document as a tidy one: what was read of it as front matter, its repaired text below.
///
/// Reading the result gives the same facts, title, sections, lists and text, and finds nothing to repair. Comments stay
/// where they are: they are the author's own, and may part two lists.
public struct TidyText: Sendable {
  /// What was read, with the log of what was done to the text.
  public let document: Document
  /// The new file.
  public let bytes: [UInt8]

  /// Reads as `DocumentReader` does.
  public init(_ bytes: [UInt8], file: String, rules: ReadingRules = ReadingRules()) {
    let (document, draft) = DocumentReader.readWithText(bytes, file: file, rules: rules)
    self.document = document
    self.bytes = Array(FrontMatterText(document).text.utf8) + [0x0A] + Self.lines(of: draft)
  }

  /// No blank lines at the ends, and one where several stand.
  private static func lines(of draft: Draft) -> [UInt8] {
    var text: [UInt8] = []
    var blanks: [Int] = []
    for (index, line) in draft.lines.enumerated() {
      if line.isBlank, !line.isCode {
        blanks.append(index)
        continue
      }
      // Blank lines in indented code belong to it.
      let isIndented = line.indentation >= 4
      if !text.isEmpty { text += Array(repeating: 0x0A, count: isIndented ? blanks.count : min(1, blanks.count)) }
      blanks = []
      text += draft.bytes(index)
      text.append(0x0A)
    }
    return text
  }
}
