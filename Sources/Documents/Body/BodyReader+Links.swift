internal import Diagnostics
internal import HTML
internal import Markdown

extension BodyReader {
  /// An author's link: contacts and web addresses stand as they are, what points into the handbook becomes a slot.
  mutating func readLink(_ index: NodeIndex) {
    let target = tree.target(index)
    let text = tree.plainText(index)
    let range = source.range(line: Int(tree.nodes[index].line), part: target)
    switch LinkScheme(target) {
    case .web: references.append(Reference(kind: .link, text: text, target: target, range: range, isExplicit: true))
    case .contact(let kind):
      contacts.append(Contact(kind: kind, text: text, address: target, line: range.line))
    case .internal:
      references.append(Reference(kind: .link, text: text, target: target, range: range, isExplicit: true))
      let number = references.count - 1
      let enter = slot(.open(reference: number))
      let exit = slot(.close(reference: number))
      tree.retagInline(index, enter: enter, exit: exit)
    case .unsafe(let scheme): reportUnsafe(scheme, at: range)
    }
  }

  mutating func readImage(_ index: NodeIndex) {
    let target = tree.target(index)
    let range = source.range(line: Int(tree.nodes[index].line), part: target)
    let text = tree.plainText(index)
    if case .unsafe(let scheme) = LinkScheme(target) { reportUnsafe(scheme, at: range) }
    if text.isEmpty {
      diagnostics.append(
        Diagnostic(
          .missingAltText, range,
          Message(
            sv: "Bilden saknar bildtext för den som inte ser den.",
            en: "The image has no text for those who cannot see it."),
          help: Message(
            sv: "Skriv vad bilden visar: `![vad bilden visar](\(target))`.",
            en: "Say what it shows: `![what it shows](\(target))`.")))
    }
    references.append(Reference(kind: .image, text: text, target: target, range: range, isExplicit: true))
    let mark = slot(.image(reference: references.count - 1))
    tree.replaceInline(index, with: mark)
  }

  private mutating func reportUnsafe(_ scheme: String, at range: SourceRange) {
    diagnostics.append(
      Diagnostic(
        .unsafeLink, range,
        Message(
          sv: "Länkar av slaget `\(scheme):` är inte tillåtna.", en: "Links of the kind `\(scheme):` are not allowed."),
        help: Message(
          sv: "Använd https, mailto, tel eller en sökväg i innehållet.",
          en: "Use https, mailto, tel or a path within the content.")))
  }
}

/// What a link's address asks for.
enum LinkScheme {
  case web
  case contact(Contact.Kind)
  /// A path, an anchor or a page of the site.
  case `internal`
  case unsafe(String)

  init(_ target: String) {
    let bytes = target.utf8
    guard let first = bytes.first, first.isASCIILetter,
      let colon = bytes.prefix(17).firstIndex(where: { !$0.isASCIILetter && !$0.isDigit && !$0.isOne(of: "+-.") }),
      bytes[colon] == UInt8(ascii: ":")
    else {
      self = target.hasPrefix("//") ? .unsafe("//") : .internal
      return
    }
    let scheme = String(decoding: bytes[..<colon].map { $0 | 0x20 }, as: UTF8.self)
    switch scheme {
    case "http", "https": self = .web
    case "mailto": self = .contact(.email)
    case "tel": self = .contact(.telephone)
    default: self = .unsafe(scheme)
    }
  }
}
