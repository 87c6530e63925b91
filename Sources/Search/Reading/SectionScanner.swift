extension SearchEntry.Section {
  /// The sections of a page's text: what stands before the first heading, then one for each heading that has an id.
  ///
  /// - Parameter html: as libcmark renders it: tags in lower case, attributes in double quotes, five character references.
  public static func all(inHTML html: [UInt8]) -> [SearchEntry.Section] {
    html.withUnsafeBufferPointer { SectionScanner($0).scan() }
  }
}

private struct SectionScanner: ~Copyable {
  private let html: UnsafeBufferPointer<UInt8>
  private var sections: [SearchEntry.Section] = []
  private var section = SearchEntry.Section()
  private var text: [UInt8] = []
  private var isInHeading = false

  init(_ html: UnsafeBufferPointer<UInt8>) {
    self.html = html
    text.reserveCapacity(html.count)
  }

  consuming func scan() -> [SearchEntry.Section] {
    var index = 0
    while index < html.count {
      let byte = html[index]
      switch byte {
      case UInt8(ascii: "<"): index = readTag(index)
      case UInt8(ascii: "&"): index = readReference(index)
      case UInt8(ascii: "\n"):
        space()
        index += 1
      default:
        let start = index
        repeat { index += 1 } while index < html.count && !Self.isMark(html[index])
        text.append(contentsOf: UnsafeBufferPointer(rebasing: html[start..<index]))
      }
    }
    endSection()
    return sections
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\n")
  }

  private mutating func space() {
    if let last = text.last, last != UInt8(ascii: " ") { text.append(UInt8(ascii: " ")) }
  }

  private mutating func endSection() {
    if text.hasSuffix(Self.itemMark) { text.removeLast(Self.itemMark.count) }
    if text.last == UInt8(ascii: " ") { text.removeLast() }
    // A copy of its own size: the buffer is as large as the page.
    section.text = Array(text[...])
    if !section.text.isEmpty || !section.anchor.isEmpty { sections.append(section) }
    section = SearchEntry.Section()
    text.removeAll(keepingCapacity: true)
  }

  /// Returns the place after the tag.
  private mutating func readTag(_ start: Int) -> Int {
    var end = start + 1
    while end < html.count, html[end] != UInt8(ascii: ">") { end += 1 }
    let tag = html[(start + 1)..<min(end, html.count)]
    let isEnd = tag.first == UInt8(ascii: "/")
    let name = (isEnd ? tag.dropFirst() : tag).prefix { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }
    if name.count == 2, name.first == UInt8(ascii: "h"), let level = name.last, level &- 0x31 < 6 {
      if isEnd {
        if text.last == UInt8(ascii: " ") { text.removeLast() }
        if isInHeading { section.title = String(decoding: text, as: UTF8.self) }
        isInHeading = false
        text.removeAll(keepingCapacity: true)
      } else if let id = Self.id(in: tag) {
        endSection()
        section.anchor = id
        isInHeading = true
      }
    } else if isEnd, Self.isItem(name) {
      // Items and cells run together in plain text; a mark keeps them apart.
      space()
      if text.count > 1, !text.hasSuffix(Self.itemMark) { text += Self.itemMark }
    } else if !Self.isInline(name) {
      space()
    }
    return end + 1
  }

  private static func id(in tag: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    // The only attribute that a heading has.
    let mark: StaticString = " id=\""
    let rest = tag.dropFirst(2)
    guard rest.starts(with: UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)) else {
      return nil
    }
    return String(decoding: rest.dropFirst(mark.utf8CodeUnitCount).prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
  }

  private static let itemMark = Array("· ".utf8)

  private static func isItem(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    name.count == 2 && (name.elementsEqual("li".utf8) || name.elementsEqual("td".utf8) || name.elementsEqual("th".utf8))
  }

  private static func isInline(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    switch name.count {
    case 1: name.first == UInt8(ascii: "a")
    case 2: name.elementsEqual("em".utf8)
    case 3: name.elementsEqual("del".utf8)
    case 4: name.elementsEqual("code".utf8)
    case 6: name.elementsEqual("strong".utf8)
    default: false
    }
  }

  private static let references: [(StaticString, UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ("&quot;", UInt8(ascii: "\"")), ("&#39;", UInt8(ascii: "'")),
  ]

  private mutating func readReference(_ start: Int) -> Int {
    for (name, byte) in Self.references where start + name.utf8CodeUnitCount <= html.count {
      let isHere = (0..<name.utf8CodeUnitCount).allSatisfy { html[start + $0] == name.utf8Start[$0] }
      if isHere {
        text.append(byte)
        return start + name.utf8CodeUnitCount
      }
    }
    text.append(html[start])
    return start + 1
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ end: [UInt8]) -> Bool { suffix(end.count).elementsEqual(end) }
}
