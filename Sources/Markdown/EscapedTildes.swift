/// Keeps `\~` from being taken for a strikethrough: a character of the same sort stands for it while the tree is worked on.
struct EscapedTildes {
  /// The text with `\~` replaced.
  let source: [UInt8]
  private let standIn: [UInt8]

  /// nil when there is none, or when all characters that could stand in are in use.
  init?(_ text: [UInt8]) {
    var places: [Int] = []
    var index = 0
    while let backslash = text.firstIndex(of: UInt8(ascii: "\\"), from: index), backslash + 1 < text.count {
      if text[backslash + 1] == UInt8(ascii: "~") { places.append(backslash) }
      index = backslash + 2
    }
    guard !places.isEmpty, let standIn = Self.unused(in: text) else { return nil }
    var source: [UInt8] = []
    source.reserveCapacity(text.count + places.count)
    var copied = 0
    for place in places {
      source += text[copied..<place] + standIn
      copied = place + 2
    }
    self.source = source + text[copied...]
    self.standIn = standIn
  }

  /// Punctuation of Ethiopic, as `\` and `~` are punctuation to the rules of emphasis.
  private static func unused(in text: [UInt8]) -> [UInt8]? {
    let candidates: [Unicode.Scalar] = ["\u{1361}", "\u{1362}", "\u{1363}", "\u{1364}", "\u{1365}", "\u{1366}"]
    return candidates.lazy.map { Array(String($0).utf8) }.first { count(of: $0, in: text) == 0 }
  }

  private static func count(of part: [UInt8], in text: [UInt8]) -> Int {
    text.indices.count { text[$0] == part[0] && text[$0...].starts(with: part) }
  }

  /// Puts the tildes back: bare where CommonMark drops the backslash, with it where it does not.
  func restore(in root: SyntaxNode) {
    root.visit { node in
      switch node.kind {
      case .text: restored(node.literal, as: "~").map { node.setLiteral($0) }
      case .code, .htmlInline, .htmlBlock: restored(node.literal, as: "\\~").map { node.setLiteral($0) }
      case .codeBlock:
        restored(node.literal, as: "\\~").map { node.setLiteral($0) }
        restored(node.info, as: "~").map { node.setInfo($0) }
      case .link, .image:
        restored(node.address, as: "~").map { node.setAddress($0) }
        restored(node.title, as: "~").map { node.setTitle($0) }
      default: break
      }
    }
  }

  private func restored(_ bytes: UnsafeRawBufferPointer, as tilde: String) -> [UInt8]? {
    var out: [UInt8] = []
    var index = 0
    var isChanged = false
    while index < bytes.count {
      if bytes[index] == standIn[0], bytes[index...].starts(with: standIn) {
        out += tilde.utf8
        index += standIn.count
        isChanged = true
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return isChanged ? out : nil
  }
}
