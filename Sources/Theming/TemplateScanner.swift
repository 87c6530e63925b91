internal import Diagnostics

/// Template text → tokens, in one pass over the bytes.
struct TemplateScanner {
  private let bytes: [UInt8]
  private let file: String
  private var tokens: [TemplateToken] = []
  private(set) var faults: [Diagnostic] = []
  /// Up to where line and column have been counted.
  private var counted = 0
  private var line = 1
  private var column = 1

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// `from` is where the text begins, after a byte order mark.
  mutating func scan(from start: Int = 0) -> [TemplateToken] {
    counted = start
    var textStart = start
    var textPlace = place(from: start, to: start)
    var position = start
    while let opening = opening(from: position) {
      guard let closing = closing(of: opening) else {
        let place = place(from: opening, to: opening + 2)
        faults.append(.unterminatedTag(at: place))
        // An open comment swallows the rest; another tag may simply have lost its braces.
        if isComment(opening) { break }
        position = opening + 2
        continue
      }
      var tag = tag(from: opening, to: closing)
      var textEnd = opening
      var next = closing
      if tag.kind.canStandAlone, let before = lineStart(before: opening, notBefore: textStart),
        let after = lineEnd(after: closing)
      {
        tag.isStandalone = true
        (textEnd, next) = (before, after)
      }
      if textEnd > textStart { tokens.append(.text(textStart..<textEnd, textPlace)) }
      tokens.append(.tag(tag))
      textStart = next
      textPlace = place(from: next, to: next)
      position = next
    }
    if textStart < bytes.count { tokens.append(.text(textStart..<bytes.count, textPlace)) }
    return tokens
  }

  private func opening(from start: Int) -> Int? {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == .openBrace, bytes[index + 1] == .openBrace { return index }
      index += 1
    }
    return nil
  }

  private func isComment(_ opening: Int) -> Bool {
    bytes[(opening + 2)...].first { $0 != .space } == UInt8(ascii: "!")
  }

  /// The index after the tag's braces; nil when the line, or for a comment the file, ends without them.
  private func closing(of opening: Int) -> Int? {
    let isComment = isComment(opening)
    let isRaw = opening + 2 < bytes.count && bytes[opening + 2] == .openBrace
    var index = opening + (isRaw ? 3 : 2)
    while index + 1 < bytes.count {
      if bytes[index] == .closeBrace, bytes[index + 1] == .closeBrace {
        return isRaw && index + 2 < bytes.count && bytes[index + 2] == .closeBrace ? index + 3 : index + 2
      }
      if !isComment, bytes[index] == .newline || bytes[index] == .openBrace && bytes[index + 1] == .openBrace {
        return nil
      }
      index += 1
    }
    return nil
  }

  private mutating func tag(from opening: Int, to closing: Int) -> TemplateTag {
    let range = place(from: opening, to: closing)
    var content = bytes[(opening + 2)..<(closing - 2)].trimmed
    var kind = TemplateTag.Kind.variable
    if let first = content.first, let sign = TemplateTag.Kind(sign: first) {
      kind = sign
      content.removeFirst()
      if sign == .rawVariable {
        // `{{{name}}}`: the third closing brace is the content's last byte.
        if content.last == .closeBrace {
          content.removeLast()
        } else {
          faults.append(.unevenBraces(at: range))
        }
      }
    }
    return TemplateTag(kind: kind, content: String(decoding: content.trimmed, as: UTF8.self), range: range)
  }

  /// Where the line begins when only blanks stand between that and `index`.
  private func lineStart(before index: Int, notBefore start: Int) -> Int? {
    var first = index
    while first > start, bytes[first - 1].isBlank { first -= 1 }
    return first == 0 || bytes[first - 1] == .newline || first == byteOrderMarkLength(of: bytes) ? first : nil
  }

  /// Where the next line begins when only blanks stand between `index` and that.
  private func lineEnd(after index: Int) -> Int? {
    var last = index
    while last < bytes.count, bytes[last].isBlank { last += 1 }
    if last < bytes.count, bytes[last] == UInt8(ascii: "\r") { last += 1 }
    if last == bytes.count { return last }
    return bytes[last] == .newline ? last + 1 : nil
  }

  private mutating func place(from start: Int, to end: Int) -> SourceRange {
    count(to: start)
    var range = SourceRange(file: file, line: line, column: column)
    count(to: end)
    (range.endLine, range.endColumn) = (line, column)
    return range
  }

  private mutating func count(to index: Int) {
    while counted < index {
      if bytes[counted] == .newline {
        line += 1
        column = 1
      } else if bytes[counted] & 0xC0 != 0x80 {
        column += 1
      }
      counted += 1
    }
  }
}

/// 3 when the text begins with UTF-8's byte order mark, else 0.
func byteOrderMarkLength(of bytes: [UInt8]) -> Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

extension UInt8 {
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let newline = UInt8(ascii: "\n")
  static let space = UInt8(ascii: " ")

  var isBlank: Bool { self == .space || self == UInt8(ascii: "\t") }
}

extension ArraySlice<UInt8> {
  fileprivate var trimmed: ArraySlice<UInt8> {
    var slice = self
    while let first = slice.first, first.isBlank || first == .newline || first == 0x0D { slice.removeFirst() }
    while let last = slice.last, last.isBlank || last == .newline || last == 0x0D { slice.removeLast() }
    return slice
  }
}
