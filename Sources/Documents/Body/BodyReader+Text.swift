internal import HTML
internal import Markdown

extension BodyReader {
  /// Links what running text mentions: contacts, documents in quotes or double brackets, systems, named links.
  mutating func annotate(_ index: NodeIndex) {
    let range = tree.textRange(index)
    let start = range.lowerBound + (droppedPrefixes.isEmpty ? 0 : droppedPrefixes[index] ?? 0)
    if tree.isWithinLink(index) { return }
    if let item = tree.item(ofText: index), let name = namedLink(in: item, start..<range.upperBound) {
      let pieces = refer(.namedLink, to: name, start..<range.upperBound, isExplicit: true, index)
      tree.replaceText(index, with: pieces)
      return
    }
    let pieces = mentions(in: start..<range.upperBound, of: index)
    if !pieces.isEmpty {
      tree.replaceText(index, with: pieces)
    } else if start > range.lowerBound {
      tree.dropPrefix(index, count: start - range.lowerBound)
    }
  }

  /// The text in pieces around its mentions; empty when there is none.
  private mutating func mentions(in range: Range<Int>, of index: NodeIndex) -> [MarkdownTree.Piece] {
    var pieces: [MarkdownTree.Piece] = []
    var copied = range.lowerBound
    var position = copied
    var isWordStart = true
    let text = tree.text
    while let place = rules.names.nextPlace(in: text, from: position, to: range.upperBound, isWordStart: &isWordStart) {
      if let found = mention(at: place, from: copied, in: range, isWordStart: isWordStart, node: index) {
        if copied < found.range.lowerBound { pieces.append(.text(copied..<found.range.lowerBound)) }
        pieces += found.pieces
        copied = found.range.upperBound
        position = copied
        isWordStart = false
        continue
      }
      // Quotes, dashes, symbols and the signs of Latin 1 part words and are more than one byte.
      let byte = text[place]
      isWordStart = !byte.isASCIILetter && !byte.isDigit
      position = place + (byte == 0xE2 ? 3 : byte == 0xC2 ? 2 : 1)
    }
    if copied > range.lowerBound, copied < range.upperBound { pieces.append(.text(copied..<range.upperBound)) }
    return pieces
  }

  private typealias Mention = (range: Range<Int>, pieces: [MarkdownTree.Piece])

  /// What is mentioned at `position`; nothing of it stands before `start`.
  private mutating func mention(
    at position: Int, from start: Int, in range: Range<Int>, isWordStart: Bool, node: NodeIndex
  ) -> Mention? {
    let end = range.upperBound
    switch tree.text[position] {
    case UInt8(ascii: "@"):
      return ContactScanner.email(in: tree.text, at: position, from: start, end: end).map { contact($0, node) }
    case UInt8(ascii: "0") where isWordStart, UInt8(ascii: "+"):
      if position > range.lowerBound, tree.text[position - 1].isDigitOrHyphen { return nil }
      return ContactScanner.telephone(in: tree.text, at: position, end: end).map { contact($0, node) }
    case UInt8(ascii: "h") where isWordStart, UInt8(ascii: "w") where isWordStart:
      if let found = ContactScanner.web(in: tree.text, at: position, end: end) { return contact(found, node) }
    case UInt8(ascii: "["): return wikiLink(at: position, end: end, node)
    case UInt8(ascii: "\""), 0xE2, 0xC2:
      return quote(at: position, end: end, node)
    default: break
    }
    guard isWordStart, let (name, nameEnd) = rules.names.match(in: tree.text, at: position, end: end) else {
      return nil
    }
    if tree.nodes[Int(tree.nodes[node].parent)].kind == .heading { return nil }
    guard mentioned.insert(NameIndex.Name("", kind: name.kind, name: name.name)).inserted else {
      return (position..<nameEnd, [.text(position..<nameEnd)])
    }
    let kind: Reference.Kind = name.kind == .system ? .system : .namedLink
    return (position..<nameEnd, refer(kind, to: name.name, position..<nameEnd, isExplicit: true, node))
  }

  // MARK: Kinds of mention

  private mutating func contact(_ found: ContactScanner.Found, _ node: NodeIndex) -> Mention {
    let text = tree.text[found.range].string
    let line = source.line(tree.line(of: found.range.lowerBound, in: node))
    contacts.append(Contact(kind: found.kind, text: text, address: found.address, line: line))
    var enter = Markup(literal: "<a")
    enter.append(attribute: "href", found.address)
    enter.append(literal: ">")
    return (found.range, [.markup(enter), .text(found.range), .markup(Markup(literal: "</a>"))])
  }

  /// `[[titel eller id]]`.
  private mutating func wikiLink(at position: Int, end: Int, _ node: NodeIndex) -> Mention? {
    guard position + 1 < end, tree.text[position + 1] == UInt8(ascii: "["),
      let close = tree.text[(position + 2)..<end].prefix(200).firstIndex(of: UInt8(ascii: "]")), close + 1 < end,
      tree.text[close + 1] == UInt8(ascii: "]"), close > position + 2
    else { return nil }
    let inner = (position + 2)..<close
    let target = tree.text[inner].trimmed.string
    return (position..<(close + 2), refer(.wiki, to: target, inner, isExplicit: true, node))
  }

  /// A text in quotes may be the title of another document; any quote character closes it.
  private mutating func quote(at position: Int, end: Int, _ node: NodeIndex) -> Mention? {
    guard let open = quoteLength(at: position, end: end) else { return nil }
    let first = position + open
    var close = first
    while close < end, close - first < 160 {
      if let length = quoteLength(at: close, end: end), close > first + 2 {
        let inner = first..<close
        let text = tree.text[inner].trimmed.string
        let isExplicit = namesDocument(before: position, in: tree.textRange(node))
        var pieces: [MarkdownTree.Piece] = [.text(position..<first)]
        pieces += refer(.quote, to: text, inner, isExplicit: isExplicit, node)
        pieces.append(.text(close..<(close + length)))
        return (position..<(close + length), pieces)
      }
      close += 1
    }
    return nil
  }

  /// Bytes of the quote character at a position; nil for any other character.
  private func quoteLength(at position: Int, end: Int) -> Int? {
    switch tree.text[position] {
    case UInt8(ascii: "\""): return 1
    case 0xC2: return position + 1 < end && [0xAB, 0xBB].contains(tree.text[position + 1]) ? 2 : nil
    case 0xE2:
      guard position + 2 < end, tree.text[position + 1] == 0x80 else { return nil }
      return (0x9C...0x9F).contains(tree.text[position + 2]) ? 3 : nil
    default: return nil
    }
  }

  /// `rutinen: ”`, `lathund ”`: the text before the quote says that a document follows.
  private func namesDocument(before position: Int, in range: Range<Int>) -> Bool {
    let before = tree.text[range.lowerBound..<position].suffix(24).string.lowercased()
    let word = before.split { !$0.isLetter }.last.map(String.init) ?? ""
    return [
      "rutin", "rutinen", "rutinerna", "lathund", "lathunden", "checklista", "checklistan", "riktlinje", "riktlinjen",
      "policy", "policyn",
    ]
    .contains(word)
  }

  /// The name that a list item's text is as a whole, or that any item is of a list of links.
  private func namedLink(in item: NodeIndex, _ range: Range<Int>) -> String? {
    let text = tree.text[range].trimmed
    if let known = rules.names.whole(text, kind: .link) { return known.name }
    return namedLinkLists.contains(Int(tree.nodes[item].parent)) ? text.string : nil
  }

  private mutating func refer(
    _ kind: Reference.Kind, to target: String, _ text: Range<Int>, isExplicit: Bool, _ node: NodeIndex
  ) -> [MarkdownTree.Piece] {
    let shown = tree.text[text].string
    let range = source.range(line: tree.line(of: text.lowerBound, in: node), part: shown)
    references.append(Reference(kind: kind, text: shown, target: target, range: range, isExplicit: isExplicit))
    let number = references.count - 1
    return [.markup(slot(.open(reference: number))), .text(text), .markup(slot(.close(reference: number)))]
  }
}

extension MarkdownTree {
  fileprivate borrowing func isWithinLink(_ index: NodeIndex) -> Bool {
    var parent = Int(nodes[index].parent)
    while parent > 0 {
      switch nodes[parent].kind {
      case .link, .image: return true
      case .emphasis, .strong, .strikethrough: parent = Int(nodes[parent].parent)
      default: return false
      }
    }
    return false
  }

  /// The list item whose first paragraph is nothing but this text.
  fileprivate borrowing func item(ofText index: NodeIndex) -> NodeIndex? {
    let paragraph = Int(nodes[index].parent)
    guard nodes[paragraph].kind == .paragraph, Int(nodes[paragraph].end) == index + 1, paragraph + 1 == index else {
      return nil
    }
    let item = Int(nodes[paragraph].parent)
    return nodes[item].kind == .item ? item : nil
  }
}
