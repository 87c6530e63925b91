/// Swedish alphabetical order: without case, å ä ö after z in that order, accents as their letters, digits first.
///
/// Two texts with equal keys are told apart by their bytes, so the order is total.
public struct CollationKey: Sendable, Hashable, Comparable {
  private let primary: [UInt16]
  private let text: String

  public init(_ text: String) {
    self.text = text
    var primary: [UInt16] = []
    primary.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": primary.append(0x100 + UInt16(scalar.value))
      case "A"..."Z": primary.append(0x120 + UInt16(scalar.value))
      case "å", "Å": primary.append(0x1000)
      case "ä", "æ", "Ä", "Æ": primary.append(0x1001)
      case "ö", "ø", "Ö", "Ø": primary.append(0x1002)
      case "\0"..."\u{7F}": primary.append(0x20)
      default:
        let folded = Folding.key(scalar.properties.lowercaseMapping)
        primary.append(contentsOf: folded.isEmpty ? [0x20] : folded.utf8.map { 0x100 + UInt16($0) })
      }
    }
    self.primary = primary
  }

  public static func < (left: CollationKey, right: CollationKey) -> Bool {
    if left.primary != right.primary { return left.primary.lexicographicallyPrecedes(right.primary) }
    return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

extension Collection {
  /// In Swedish alphabetical order of the text that `name` gives.
  public func inSwedishOrder(by name: (Element) -> String) -> [Element] {
    map { (CollationKey(name($0)), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

/// The heading under which a text stands in an A–Ö list; `#` for what does not begin with a letter.
public func initialLetter(of text: String) -> String {
  guard let first = text.unicodeScalars.first(where: { !" \"”“’'«»([".unicodeScalars.contains($0) }) else { return "#" }
  switch first {
  case "A"..."Z", "Å", "Ä", "Ö": return String(first)
  case "a"..."z", "å", "ä", "ö": return first.properties.uppercaseMapping
  default:
    let folded = Folding.key(first.properties.lowercaseMapping).uppercased()
    guard let letter = folded.unicodeScalars.first, letter.properties.isAlphabetic else { return "#" }
    return String(letter)
  }
}
