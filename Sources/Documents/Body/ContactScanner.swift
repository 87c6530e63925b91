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

  /// A Swedish telephone number that begins at `index`: `08-510 220 00`, `070-174 06 05`, `+46 8 510 220 00`, `0980-31 92 00`.
  static func telephone(in text: [UInt8], at index: Int, end: Int) -> Found? {
    let isInternational = text[index] == UInt8(ascii: "+")
    guard isInternational || text[index] == UInt8(ascii: "0") else { return nil }
    var digits: [UInt8] = []
    var position = isInternational ? index + 1 : index
    var last = index
    var hasHyphen = false
    while position < end {
      let byte = text[position]
      if byte.isDigit {
        digits.append(byte)
        last = position + 1
        position += 1
      } else if byte == UInt8(ascii: "-"), !hasHyphen, (2...4).contains(digits.count) {
        hasHyphen = true
        position += 1
      } else if byte == 0x20, position + 1 < end, text[position + 1].isDigit {
        position += 1
      } else if byte == 0xC2, position + 2 < end, text[position + 1] == 0xA0, text[position + 2].isDigit {
        position += 2
      } else {
        break
      }
    }
    if last < end, text[last].isLetter && text[last] < 0x80 { return nil }
    if isInternational {
      guard (9...13).contains(digits.count), digits.first != UInt8(ascii: "0") else { return nil }
      return Found(kind: .telephone, range: index..<last, address: "tel:+" + digits[...].string)
    }
    let isMobile = digits.count == 10 && digits[1] == UInt8(ascii: "7")
    guard (8...11).contains(digits.count), digits[1] != UInt8(ascii: "0"), hasHyphen || isMobile else { return nil }
    return Found(kind: .telephone, range: index..<last, address: "tel:+46" + digits.dropFirst().string)
  }

  /// The e-mail address around an `@` at `index`; it begins at `start` or later.
  static func email(in text: [UInt8], at index: Int, from start: Int, end: Int) -> Found? {
    func isLocal(_ byte: UInt8) -> Bool {
      byte.isDigit || (0x41...0x5A).contains(byte & 0xDF) || [0x2E, 0x2D, 0x5F, 0x2B].contains(byte)
    }
    var first = index
    while first > start, isLocal(text[first - 1]) { first -= 1 }
    while first < index, text[first] == UInt8(ascii: ".") { first += 1 }
    var last = index + 1
    while last < end,
      text[last].isDigitOrHyphen || (0x41...0x5A).contains(text[last] & 0xDF) || text[last] == UInt8(ascii: ".")
    { last += 1 }
    while last > index + 1, !text[last - 1].isLetter { last -= 1 }
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
    while last < end, text[last] > 0x20, text[last] != UInt8(ascii: "<"), text[last] != UInt8(ascii: ">"),
      text[last] != UInt8(ascii: "\""),
      !(text[last] == 0xC2 && last + 1 < end && text[last + 1] == 0xA0), text[last] != 0xE2
    {
      last += 1
    }
    while last > index, ".,;:!?)'*_".utf8.contains(text[last - 1]) { last -= 1 }
    guard last - index > 8 else { return nil }
    return Found(kind: .web, range: index..<last, address: (isBare ? "https://" : "") + text[index..<last].string)
  }
}
