internal import HTML

extension Document {
  /// The text as a reader meets it, a line for each paragraph, heading (`# …`) and item (`– …`), without Markdown.
  public func textLines() -> [String] {
    var reader = LineReader()
    let html = body.filled { slot, out in
      switch slot {
      case .image(let index): out += references[index].text.utf8
      case .component(let index):
        out += "<pre>".utf8
        out += components[index].source.utf8.flatMap { $0 == UInt8(ascii: "<") ? Array("&lt;".utf8) : [$0] }
        out += "</pre>".utf8
      case .open, .close: break
      }
    }
    reader.read(html.bytes)
    return reader.lines
  }
}

/// Our own HTML → lines.
private struct LineReader {
  private(set) var lines: [String] = []
  private var line: [UInt8] = []
  /// The next number of each list around; nil for one with points.
  private var lists: [Int?] = []
  private var isCode = false

  mutating func read(_ html: [UInt8]) {
    var rest = html[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      add(rest[..<open])
      let end = rest[open...].firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex - 1
      take(tag: rest[(open + 1)..<end].string)
      rest = rest[(end + 1)...]
    }
    add(rest)
    endLine()
  }

  private mutating func take(tag: String) {
    let name = tag.prefix { $0 != " " && $0 != "\n" }
    switch name {
    case "p", "div", "blockquote", "/blockquote", "tr", "table", "hr", "/p", "/li", "/tr", "/div", "br", "section":
      endLine()
    case "h2", "h3", "h4", "h5", "h6":
      endLine()
      line = Array("# ".utf8)
    case "/h2", "/h3", "/h4", "/h5", "/h6": endLine()
    case "ul", "ol":
      endLine()
      lists.append(name == "ul" ? nil : tag.firstNumber ?? 1)
    case "/ul", "/ol":
      endLine()
      _ = lists.popLast()
    case "li":
      endLine()
      line = Array(mark().utf8)
    case "input": line += Array((tag.contains("checked") ? "☑ " : "☐ ").utf8)
    case "td", "th": if !line.isEmpty { line += Array(" | ".utf8) }
    case "pre": isCode = true
    case "/pre":
      endLine()
      isCode = false
    default: break
    }
  }

  private mutating func mark() -> String {
    guard let last = lists.last, let number = last else { return "– " }
    lists[lists.count - 1] = number + 1
    return "\(number). "
  }

  private mutating func add(_ text: ArraySlice<UInt8>) {
    var rest = text
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\n") where isCode: endLine()
      case UInt8(ascii: "\n"), UInt8(ascii: " "), UInt8(ascii: "\t"):
        if !line.isEmpty, line.last != UInt8(ascii: " ") || isCode { line.append(UInt8(ascii: " ")) }
      case UInt8(ascii: "&"):
        let name = rest.prefix { $0 != UInt8(ascii: ";") }
        rest = rest.dropFirst(name.count + 1)
        line += Self.characters[name.string] ?? []
      default: line.append(byte)
      }
    }
  }

  /// All that our HTML writes in this way.
  private static let characters = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"].mapValues {
    Array($0.utf8)
  }

  private mutating func endLine() {
    let text = line[...].trimmed
    // A point waits for its text, which may stand in a paragraph of its own.
    let isNumber = text.last == UInt8(ascii: ".") && text.dropLast().allSatisfy(\.isDigit)
    if text.isEmpty || text.elementsEqual("–".utf8) || isNumber { return }
    lines.append(text.string)
    line = []
  }
}

extension String {
  /// `ol start="5"` → 5.
  fileprivate var firstNumber: Int? {
    let digits = drop { !$0.isNumber }.prefix { $0.isNumber }
    return Int(digits)
  }
}
