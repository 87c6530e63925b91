/// A telephone number, an e-mail address or a web address found in running text.
public struct Contact: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case telephone
    case email
    case web
  }

  public var kind: Kind
  /// As written.
  public var text: String
  /// What a link leads to: `tel:+46851022000`, `mailto:…`, `https://…`.
  public var address: String
  /// In the file, from 1.
  public var line: Int
}

/// Finds contacts in text, byte by byte.
enum ContactScanner {
  struct Found {
    var kind: Contact.Kind
    var range: Range<Int>
    var address: String
  }

  /// The e-mail address around an `@` at `index`; it begins at `start` or later.
  static func email(in text: [UInt8], at index: Int, from start: Int, end: Int) -> Found? {
    func isLocal(_ byte: UInt8) -> Bool {
      byte.isDigit || byte.isASCIILetter || [0x2E, 0x2D, 0x5F, 0x2B].contains(byte)
    }
    func isDomain(_ byte: UInt8) -> Bool { byte.isDigitOrHyphen || byte.isASCIILetter || byte == UInt8(ascii: ".") }
    var first = index
    while first > start, index - first < 64, isLocal(text[first - 1]) { first -= 1 }
    while first < index, text[first] == UInt8(ascii: ".") { first += 1 }
    var last = index + 1
    while last < end, last - index < 254, isDomain(text[last]) { last += 1 }
    while last > index + 1, !text[last - 1].isASCIILetter { last -= 1 }
    let domain = text[(index + 1)..<max(index + 1, last)]
    guard first < index, let dot = domain.lastIndex(of: UInt8(ascii: ".")), last - dot > 2, dot > index + 1 else {
      return nil
    }
    return Found(kind: .email, range: first..<last, address: "mailto:" + text[first..<last].string)
  }

  /// A web address that begins at `index` with `http://`, `https://` or `www.`.
  static func web(in text: [UInt8], at index: Int, end: Int) -> Found? {
    let rest = text[index..<end]
    let isBare = rest.starts(with: "www.")
    guard isBare || rest.starts(with: "https://") || rest.starts(with: "http://") else { return nil }
    var last = index
    while last < end, text[last] > 0x20, !text[last].isOne(of: "<>\""), text[last] != 0xE2,
      !(text[last] == 0xC2 && last + 1 < end && text[last + 1] == 0xA0)
    {
      last += 1
    }
    while last > index, text[last - 1].isOne(of: ".,;:!?)'*_") { last -= 1 }
    guard last - index > 8 else { return nil }
    return Found(kind: .web, range: index..<last, address: (isBare ? "https://" : "") + text[index..<last].string)
  }
}
