internal import Diagnostics

/// Bytes of a file → lines of valid UTF-8 without control characters.
enum Decoding {
  /// The text without a byte order mark; what is not UTF-8 is reported and replaced.
  static func text(_ bytes: [UInt8], file: String) -> ([UInt8], [Diagnostic]) {
    var bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard let fault = firstInvalid(bytes) else { return (bytes, []) }
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

  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    if bytes.allSatisfy({ $0 < 0x80 }) || String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var position = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): position += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return min(position, bytes.count - 1)
      }
    }
  }

  static func lines(of text: [UInt8]) -> [Draft.Line] {
    var lines: [Draft.Line] = []
    lines.reserveCapacity(text.count / 40 + 1)
    var start = 0
    var fence: ArraySlice<UInt8>?
    var number = 1
    func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 || byte == 0x7F }
    while start < text.count {
      var end = start
      var hasControl = false
      while end < text.count, text[end] != 0x0A, text[end] != 0x0D {
        hasControl = hasControl || isControl(text[end])
        end += 1
      }
      var bytes = text[start..<end]
      if hasControl { bytes = bytes.filter { !isControl($0) }[...] }
      let mark = fenceMark(bytes)
      let isCode = fence != nil || mark != nil
      if let open = fence {
        if let mark, mark.first == open.first, mark.count >= open.count, bytes.trimmed.count == mark.count {
          fence = nil
        }
      } else {
        fence = mark
      }
      lines.append(Draft.Line(number: number, bytes: bytes, isCode: isCode))
      if end + 1 < text.count, text[end] == 0x0D, text[end + 1] == 0x0A { end += 1 }
      start = end + 1
      number += 1
    }
    return lines
  }

  /// Three or more backticks or tildes that open or close a fenced block.
  private static func fenceMark(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let text = bytes.trimmed
    guard let first = text.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else { return nil }
    let mark = text.prefix { $0 == first }
    guard mark.count >= 3, first == UInt8(ascii: "~") || !text.dropFirst(mark.count).contains(first) else { return nil }
    return mark
  }
}
