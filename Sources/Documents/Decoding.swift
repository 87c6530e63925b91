internal import Diagnostics

/// Bytes of a file → lines of valid UTF-8 without control characters.
enum Decoding {
  /// The text without a byte order mark; what is not UTF-8 is reported and replaced.
  static func text(_ bytes: [UInt8], file: String) -> ([UInt8], [Diagnostic]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return text(Array(bytes.dropFirst(3)), file: file) }
    guard let fault = UTF8Check.firstInvalid(bytes) else { return (bytes, []) }
    let before = bytes[..<fault]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let lineStart = (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    let place = SourceRange(file: file, line: line, column: bytes[lineStart..<fault].scalarCount + 1)
    let diagnostic = Diagnostic(
      .invalidEncoding, place,
      Message(sv: "Filen är inte sparad som UTF-8.", en: "The file is not saved as UTF-8."),
      help: Message(
        sv: "Öppna filen och spara om den med teckenkodningen UTF-8.", en: "Open the file and save it as UTF-8."))
    return (Array(String(decoding: bytes, as: UTF8.self).utf8), [diagnostic])
  }

  /// Lines end with a line feed, a carriage return or both.
  static func draft(of text: [UInt8], file: String) -> Draft {
    var draft = Draft(file: file, buffer: text)
    draft.reserveCapacity(text.count / 30 + 4)
    var fence: ArraySlice<UInt8>?
    var start = 0
    let hasReturns = text.firstIndex(of: 0x0D, from: 0) != nil
    while start < text.count {
      let end = lineEnd(in: text, from: start, hasReturns: hasReturns)
      let index = draft.lines.count
      var line = Line(number: index + 1, bytes: start..<end, of: text, isCode: fence != nil)
      if line.first == UInt8(ascii: "`") || line.first == UInt8(ascii: "~"), let mark = fenceMark(text[line.text]) {
        if let open = fence {
          if mark.first == open.first, mark.count >= open.count, line.text.count == mark.count { fence = nil }
        } else {
          line = Line(number: index + 1, bytes: start..<end, of: text, isCode: true)
          fence = mark
        }
      }
      draft.append(line)
      if line.holds.contains(.control) { removeControls(from: index, of: &draft) }
      let isPair = end + 1 < text.count && text[end] == 0x0D && text[end + 1] == 0x0A
      start = end + (isPair ? 2 : 1)
    }
    return draft
  }

  private static func lineEnd(in text: [UInt8], from start: Int, hasReturns: Bool) -> Int {
    if hasReturns { return text[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count }
    return text.firstIndex(of: 0x0A, from: start) ?? text.count
  }

  /// HTML allows no control characters; those of the upper row part words, as they come of a misread character.
  private static func removeControls(from index: Int, of draft: inout Draft) {
    var clean = String.UnicodeScalarView()
    var isChanged = false
    for scalar in draft.bytes(index).string.unicodeScalars {
      switch scalar.value {
      case 0x80...0x9F:
        clean.append(" ")
        isChanged = true
      case 0..<0x09, 0x0A..<0x20, 0x7F: isChanged = true
      default: clean.append(scalar)
      }
    }
    if isChanged { draft.set(index, to: String(clean).utf8) }
  }

  /// Three or more backticks or tildes that open or close a fenced block.
  private static func fenceMark(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = text.first else { return nil }
    let mark = text.prefix { $0 == first }
    guard mark.count >= 3, first == UInt8(ascii: "~") || !text.dropFirst(mark.count).contains(first) else { return nil }
    return mark
  }
}
