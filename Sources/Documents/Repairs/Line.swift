/// One line of a document on its way through the repairs: a range of the draft's bytes, and what can be known of it at a glance.
struct Line {
  /// In the file, from 1.
  let number: Int
  /// Within a fenced block, which no step may touch.
  let isCode: Bool
  /// Bytes of the draft, without the line break.
  private(set) var bytes: Range<Int>
  /// The same without spaces and tabs at either end.
  private(set) var text: Range<Int>
  /// Leading columns of white space; a tab goes to the next multiple of four.
  private(set) var indentation = 0
  /// The first and the last byte of the text; 0 for a blank line.
  private(set) var first: UInt8 = 0
  private(set) var last: UInt8 = 0
  private(set) var holds: Holding = []
  private(set) var start = LineStart.text

  /// Bytes that a line holds somewhere, so that a step need not look.
  struct Holding: OptionSet {
    let rawValue: UInt8

    static let colon = Holding(rawValue: 1)
    static let tab = Holding(rawValue: 2)
    static let pipe = Holding(rawValue: 4)
    static let digit = Holding(rawValue: 8)
    /// A combining mark, or what begins like one.
    static let combining = Holding(rawValue: 16)
    /// A character of the private use area, or what begins like one.
    static let privateUse = Holding(rawValue: 32)
    /// A control character, or what begins like one; only while a file is cut into lines.
    static let control = Holding(rawValue: 64)
  }

  var isBlank: Bool { text.isEmpty }

  init(number: Int, bytes: Range<Int>, of buffer: [UInt8], isCode: Bool) {
    self.number = number
    self.isCode = isCode
    self.bytes = bytes
    text = bytes
    look(at: buffer)
  }

  init(blank number: Int) {
    self.number = number
    isCode = false
    bytes = 0..<0
    text = 0..<0
  }

  /// Makes the line stand for other bytes.
  mutating func move(to bytes: Range<Int>, of buffer: [UInt8]) {
    self.bytes = bytes
    (indentation, first, last, holds, start) = (0, 0, 0, [], .text)
    look(at: buffer)
  }

  private mutating func look(at buffer: [UInt8]) {
    buffer.withUnsafeBufferPointer { buffer in
      var from = bytes.lowerBound
      var to = bytes.upperBound
      while from < to, buffer[from].isSpace {
        indentation += buffer[from] == 0x09 ? 4 - indentation % 4 : 1
        from += 1
      }
      while to > from, buffer[to - 1].isSpace { to -= 1 }
      text = from..<to
      guard from < to else { return }
      (first, last) = (buffer[from], buffer[to - 1])
      holds = Self.holdings.withUnsafeBufferPointer { holdings in
        var held: UInt8 = 0
        for index in from..<to { held |= holdings[Int(buffer[index])] }
        return Holding(rawValue: held)
      }
      start = LineStart(buffer[text], mark: from - bytes.lowerBound, indentation: indentation)
    }
  }

  private static let holdings: [UInt8] = (0..<256).map { value in
    let holding: Holding =
      switch value {
      case 0x09: .tab
      case 0..<0x20, 0x7F, 0xC2: .control
      case 0x3A: .colon
      case 0x7C: .pipe
      case 0x30...0x39: .digit
      case 0xCC, 0xCD: .combining
      case 0xEE, 0xEF: .privateUse
      default: []
      }
    return holding.rawValue
  }
}

/// What a line of Markdown begins with; offsets are bytes from the line's start.
enum LineStart: Equatable {
  case heading(level: Int)
  case bullet(contentOffset: Int)
  /// `markOffset` is where the digits stand.
  case ordered(number: Int, markOffset: Int, contentOffset: Int)
  case text

  /// `text` is the line without white space at its ends, `mark` its place in the line.
  fileprivate init(_ text: Slice<UnsafeBufferPointer<UInt8>>, mark: Int, indentation: Int) {
    func isGap(_ index: Int) -> Bool { index >= text.endIndex || text[index].isSpace }
    func content(after index: Int) -> Int {
      var index = index
      while index < text.endIndex, text[index].isSpace { index += 1 }
      return mark + index - text.startIndex
    }
    self = .text
    var end = text.startIndex
    switch text[end] {
    case UInt8(ascii: "#"):
      while end < text.endIndex, text[end] == UInt8(ascii: "#") { end += 1 }
      let level = end - text.startIndex
      if level <= 6, indentation < 4, isGap(end) { self = .heading(level: level) }
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      if isGap(end + 1) { self = .bullet(contentOffset: content(after: end + 1)) }
    case 0x30...0x39:
      var number = 0
      while end < text.endIndex, text[end].isDigit, end - text.startIndex < 9 {
        number = number * 10 + Int(text[end] - 0x30)
        end += 1
      }
      guard end < text.endIndex, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")"), isGap(end + 1)
      else { return }
      self = .ordered(number: number, markOffset: mark, contentOffset: content(after: end + 1))
    default: return
    }
  }
}

extension Line {
  var isListItem: Bool {
    switch start {
    case .bullet, .ordered: true
    default: false
    }
  }

  var isHeading: Bool {
    if case .heading = start { true } else { false }
  }

  /// Ends with a letter: in the middle of a sentence, most likely.
  var endsWithLetter: Bool { last.isLetter }
}
