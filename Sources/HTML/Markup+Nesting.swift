extension Markup {
  /// The same as one part among several of a page: ids and what refers to them begin with `prefix`, headings are one level
  /// deeper (`h6` at most).
  ///
  /// Meant for markup in which every `"` and `<` of the text is escaped, as in all that this program makes.
  public func nested(prefix: String) -> Markup {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 16)
    var index = 0
    var copied = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") || bytes[index] == UInt8(ascii: " ") else {
        index += 1
        continue
      }
      switch bytes[index] {
      case UInt8(ascii: "<"):
        let level = index + (bytes[safe: index + 1] == UInt8(ascii: "/") ? 3 : 2)
        if bytes[safe: level - 1] == UInt8(ascii: "h"), let digit = bytes[safe: level],
          (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(digit)
        {
          out += bytes[copied..<level]
          out.append(digit + 1)
          copied = level + 1
          index = level
        }
      case UInt8(ascii: " ") where Self.initials.contains(bytes[safe: index + 1] ?? 0):
        if let end = Self.references.lazy.compactMap({ starts(with: $0, at: index) }).first {
          out += bytes[copied..<end]
          out += prefix.utf8
          copied = end
          index = end - 1
        }
      default: break
      }
      index += 1
    }
    out += bytes[copied...]
    return Markup(trusted: out)
  }

  private static let references: [StaticString] = [
    " id=\"", " href=\"#", " for=\"", " aria-labelledby=\"", " aria-describedby=\"", " fill=\"url(#",
  ]

  private static let initials = Array("ihfa".utf8)

  /// The index after `text` when it stands at `index`.
  private func starts(with text: StaticString, at index: Int) -> Int? {
    text.withUTF8Buffer { text in
      index + text.count <= bytes.count && bytes[index..<index + text.count].elementsEqual(text)
        ? index + text.count : nil
    }
  }
}

extension [UInt8] {
  fileprivate subscript(safe index: Int) -> UInt8? { index < count ? self[index] : nil }
}
