internal import Markdown

extension BodyReader {
  /// A paragraph's text cut after full stops, question and exclamation marks that a capital letter follows; bytes of `tree.text`.
  func sentences(of index: NodeIndex) -> [Range<Int>] {
    let range = contentRange(index)
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    var position = start
    while position < range.upperBound {
      if Self.endsSentence(tree.text[position]), position + 2 < range.upperBound, tree.text[position + 1] == 0x20,
        tree.text[(position + 2)..<range.upperBound].prefix(4).startsUppercase
      {
        sentences.append(start..<position + 1)
        start = position + 2
      }
      position += 1
    }
    if start < range.upperBound { sentences.append(start..<range.upperBound) }
    return sentences
  }

  /// The last of them alone: the one that introduces what follows.
  func lastSentence(of index: NodeIndex) -> Range<Int>? {
    let range = contentRange(index)
    if range.isEmpty { return nil }
    var position = range.upperBound - 3
    while position >= range.lowerBound {
      if Self.endsSentence(tree.text[position]), tree.text[position + 1] == 0x20,
        tree.text[(position + 2)..<range.upperBound].prefix(4).startsUppercase
      {
        return position + 2..<range.upperBound
      }
      position -= 1
    }
    return range
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  /// A block's text without the line feed that ends it.
  func contentRange(_ index: NodeIndex) -> Range<Int> {
    var range = tree.textRange(index)
    while let last = range.last, tree.text[last] == UInt8(ascii: "\n") { range.removeLast() }
    return range
  }
}
