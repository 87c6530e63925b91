internal import Swedish

/// Finds header labels at the start of a line, or of a part of it that tabs set off.
enum LabelScanner {
  struct Finding {
    var field: HeaderField
    /// The value as written; empty when nothing follows the label.
    var value: String
    /// Byte offset of the value, or of the line's end.
    var offset: Int
    /// The label says `Dokument…` or the like, so that it is no ordinary sentence or duty of the text.
    var isCertain: Bool
  }

  /// Whether a line could begin with a label: a cheap test of its first three letters.
  static func mayBegin(_ line: ArraySlice<UInt8>) -> Bool {
    var index = line.startIndex
    while index < line.endIndex, isMark(line[index]) { index += 1 }
    guard index + 2 < line.endIndex else { return false }
    switch (line[index] | 0x20, line[index + 1] | 0x20, line[index + 2] | 0x20) {
    case (UInt8(ascii: "d"), UInt8(ascii: "o"), UInt8(ascii: "k")),
      (UInt8(ascii: "b"), UInt8(ascii: "e"), UInt8(ascii: "s")),
      (UInt8(ascii: "f"), UInt8(ascii: "a"), UInt8(ascii: "s")),
      (UInt8(ascii: "u"), UInt8(ascii: "p"), UInt8(ascii: "p")),
      (UInt8(ascii: "r"), UInt8(ascii: "e"), UInt8(ascii: "v")),
      (UInt8(ascii: "e"), UInt8(ascii: "r"), UInt8(ascii: "s")),
      (UInt8(ascii: "a"), UInt8(ascii: "n"), UInt8(ascii: "s")),
      (UInt8(ascii: "t"), UInt8(ascii: "i"), UInt8(ascii: "t")):
      return true
    case (UInt8(ascii: "g"), let second, _), (UInt8(ascii: "m"), let second, _):
      // gäller, målgrupp: precomposed or not.
      return second >= 0x80 || second == UInt8(ascii: "a")
    case (0xE3, 0xA4, UInt8(ascii: "m")), (UInt8(ascii: "a"), 0xEC, _): return true
    default: return false
    }
  }

  static func findings(in line: ArraySlice<UInt8>) -> [Finding] {
    guard mayBegin(line) else { return [] }
    if line.contains(0x09) {
      let found = tabbed(line)
      if !found.isEmpty { return found }
    }
    return finding(in: line.trimmed, base: line.startIndex).map { [$0] } ?? []
  }

  /// `Upprättat:⇥24 mars 2016⇥Uppdaterat:⇥2016-06-15`.
  private static func tabbed(_ line: ArraySlice<UInt8>) -> [Finding] {
    let cells = line.split(separator: 0x09, omittingEmptySubsequences: true).map(\.trimmed).filter { !$0.isEmpty }
    var found: [Finding] = []
    for cell in cells {
      if let next = finding(in: cell, base: line.startIndex) {
        found.append(next)
      } else if let last = found.last, last.value.isEmpty {
        found[found.count - 1].value = clean(cell)
        found[found.count - 1].offset = cell.startIndex - line.startIndex
      } else if !found.isEmpty {
        found[found.count - 1].value += " " + clean(cell)
      } else {
        return []
      }
    }
    return found
  }

  private static func finding(in text: ArraySlice<UInt8>, base: Int) -> Finding? {
    if let colon = text.prefix(60).firstIndex(of: UInt8(ascii: ":")),
      let label = Label.known[Folding.words(utf8: text[..<colon])]
    {
      let rest = text[(colon + 1)...].trimmed
      guard !label.isBare || isEnd(rest) else { return nil }
      return Finding(field: label.field, value: clean(rest), offset: colon + 1 - base, isCertain: label.isCertain)
    }
    // `Dokumentet gäller till den 1 mars 2027 kl. 12:00` has its colon elsewhere.
    return withoutColon(text, base: base)
  }

  /// A label without a colon counts when what follows can only be its value: a date, a bracket, `tillsvidare`, a name.
  private static func withoutColon(_ text: ArraySlice<UInt8>, base: Int) -> Finding? {
    guard text.count <= 120, let (label, end) = longestLabel(of: text) else { return nil }
    let rest = text[end...].trimmed
    let isValue =
      switch label.field {
      case .validTo: isEnd(rest)
      case let field where field.isDate: startsLikeDate(rest)
      default: label.isCertain && (rest.isEmpty || looksLikeName(rest))
      }
    guard isValue else { return nil }
    return Finding(
      field: label.field, value: clean(rest), offset: end - base, isCertain: label.isCertain || label.field.isDate)
  }

  private static func startsLikeDate(_ text: ArraySlice<UInt8>) -> Bool {
    text.first == UInt8(ascii: "[") || text.first?.isDigit == true
  }

  private static func isEnd(_ text: ArraySlice<UInt8>) -> Bool { startsLikeDate(text) || isOpenEnded(text.string) }

  /// Not the rest of a sentence: `Dokumentansvarig ska se till att …`.
  private static func looksLikeName(_ text: ArraySlice<UInt8>) -> Bool {
    text.last != UInt8(ascii: ".")
      && (text.startsUppercase || text.first == UInt8(ascii: "[") || text.first == UInt8(ascii: "*"))
  }

  /// The label of the most words, up to six, that a text begins with.
  private static func longestLabel(of text: ArraySlice<UInt8>) -> (Label, end: Int)? {
    var best: (Label, Int)?
    var index = text.startIndex
    for _ in 0..<6 where index < text.endIndex {
      let end = text[index...].firstIndex(where: \.isSpace) ?? text.endIndex
      if let label = Label.known[Folding.words(utf8: text[..<end])] { best = (label, end) }
      index = text[end...].firstIndex { !$0.isSpace } ?? text.endIndex
    }
    return best
  }

  static func isOpenEnded(_ value: String) -> Bool {
    guard let first = value.utf8.first, first | 0x20 == UInt8(ascii: "t") else { return false }
    let words = Folding.words(value)
    return words == "tillsvidare" || words == "tills vidare" || words.hasPrefix("tillsvidare ")
      || words.hasPrefix("tills vidare ")
  }

  /// `Gäller DATE – DATE`: the two dates.
  static func span(in text: ArraySlice<UInt8>) -> (PartialDate, PartialDate)? {
    guard text.count < 80,
      text.starts(with: "Gäller") || text.starts(with: "gäller") || text.starts(with: "Dokumentet gäller")
    else { return nil }
    let dates = DateReading.places(in: text)
    guard dates.count == 2 else { return nil }
    let rest = text[..<dates[0].range.lowerBound] + [0x20] + text[dates[0].range.upperBound..<dates[1].range.lowerBound]
    guard text[dates[1].range.upperBound...].allSatisfy({ $0.isOne(of: ".])* ") }) else { return nil }
    let isSpan = Self.spans.contains(Folding.words(utf8: rest[...]))
    return isSpan ? (dates[0].date, dates[1].date) : nil
  }

  private static let spans: Set<[UInt8]> = Set(
    [
      "galler", "galler tid", "galler till", "galler fran till", "galler fran", "galler fran och med till och med",
      "galler from tom", "galler f o m t o m",
    ].flatMap { [$0, "dokumentet " + $0] }.map { Array($0.utf8) })

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte.isSpace
  }

  /// Without surrounding space, bold marks and placeholder brackets, whole or broken.
  static func clean(_ bytes: ArraySlice<UInt8>) -> String {
    var start = bytes.startIndex
    var end = bytes.endIndex
    while start < end, isMark(bytes[start]) { start += 1 }
    while end > start, isMark(bytes[end - 1]) { end -= 1 }
    return bytes[start..<end].string
  }
}
