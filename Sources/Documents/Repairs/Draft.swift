internal import Diagnostics

/// The lines of a document on their way through the repairs.
struct Draft {
  struct Line {
    /// In the file, from 1.
    let number: Int
    /// Without its line break.
    var bytes: ArraySlice<UInt8> {
      didSet { isBlank = bytes.isBlank }
    }
    /// Within a fenced block, which no step may touch.
    let isCode: Bool
    private(set) var isBlank: Bool

    init(number: Int, bytes: ArraySlice<UInt8>, isCode: Bool) {
      self.number = number
      self.bytes = bytes
      self.isCode = isCode
      isBlank = bytes.isBlank
    }
  }

  let file: String
  var lines: [Line]
  var repairs: [Repair] = []
  var diagnostics: [Diagnostic] = []
  /// First line of each page, from the page marks.
  var pageStarts: [(line: Int, page: Int)] = []

  init(file: String, lines: [Line]) {
    self.file = file
    self.lines = lines
  }

  mutating func log(_ step: RepairStep?, _ action: Repair.Action, line: Int, before: String = "", after: String = "") {
    repairs.append(Repair(step: step, action: action, line: line, before: before, after: after))
  }

  /// Empties a line, so that it still parts what stands before and after it.
  mutating func blank(_ index: Int, _ step: RepairStep, _ action: Repair.Action) {
    log(step, action, line: lines[index].number, before: lines[index].bytes.trimmed.string)
    lines[index].bytes = []
  }

  /// Writes a line anew; what changed is logged.
  mutating func rewrite(_ index: Int, _ step: RepairStep, to bytes: [UInt8]) {
    log(
      step, .changed, line: lines[index].number, before: lines[index].bytes.trimmed.string,
      after: bytes[...].trimmed.string)
    lines[index].bytes = bytes[...]
  }

  /// The nearest line before `index` that is not blank.
  func previousText(before index: Int) -> Int? {
    lines[..<index].lastIndex { !$0.isBlank }
  }

  /// The nearest line after `index` that is not blank.
  func nextText(after index: Int) -> Int? {
    lines[(index + 1)...].firstIndex { !$0.isBlank }
  }

  /// A place on a line; offsets are bytes from the line's start.
  func range(_ index: Int, from start: Int = 0, to end: Int? = nil) -> SourceRange {
    let bytes = lines[index].bytes
    let from = bytes.prefix(start).scalarCount + 1
    let to = bytes.prefix(end ?? bytes.count).scalarCount + 1
    return SourceRange(file: file, line: lines[index].number, column: from, endLine: nil, endColumn: to)
  }

  /// Gives each entry of the log its page and puts the log in the order of the file.
  mutating func finishLog() {
    if !pageStarts.isEmpty {
      for index in repairs.indices {
        let line = repairs[index].line
        repairs[index].page = pageStarts.last { $0.line <= line }?.page ?? pageStarts.first?.page
      }
    }
    repairs.sort { $0.line < $1.line }
  }
}

/// What a line of Markdown begins with.
enum LineStart: Equatable {
  case heading(level: Int)
  case bullet(contentOffset: Int)
  /// `markOffset` is where the digits stand.
  case ordered(number: Int, markOffset: Int, contentOffset: Int)
  case text
}

extension Draft.Line {
  var start: LineStart {
    var index = bytes.startIndex
    while index < bytes.endIndex, bytes[index].isSpace { index += 1 }
    guard index < bytes.endIndex else { return .text }
    let mark = index - bytes.startIndex
    func isGap(_ position: Int) -> Bool { position >= bytes.endIndex || bytes[position].isSpace }
    func content(after position: Int) -> Int {
      var position = position
      while position < bytes.endIndex, bytes[position].isSpace { position += 1 }
      return position - bytes.startIndex
    }
    switch bytes[index] {
    case UInt8(ascii: "#"):
      var end = index
      while end < bytes.endIndex, bytes[end] == UInt8(ascii: "#") { end += 1 }
      return end - index <= 6 && mark < 4 && isGap(end) ? .heading(level: end - index) : .text
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return isGap(index + 1) ? .bullet(contentOffset: content(after: index + 1)) : .text
    case 0x30...0x39:
      var number = 0
      var end = index
      while end < bytes.endIndex, bytes[end].isDigit, end - index < 9 {
        number = number * 10 + Int(bytes[end] - 0x30)
        end += 1
      }
      guard end < bytes.endIndex, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"), isGap(end + 1)
      else {
        return .text
      }
      return .ordered(number: number, markOffset: mark, contentOffset: content(after: end + 1))
    default: return .text
    }
  }

  /// The text of an ATX heading without marks; nil for any other line.
  var headingText: ArraySlice<UInt8>? {
    guard case .heading(let level) = start else { return nil }
    var text = bytes.trimmed.dropFirst(level).trimmed
    while text.last == UInt8(ascii: "#") { text = text.dropLast() }
    return text.trimmed
  }

  var isListItem: Bool {
    switch start {
    case .bullet, .ordered: true
    default: false
    }
  }
}
