/// What stands around a number, and tells that it is another kind of number.
struct Surroundings {
  let bytes: UnsafeBufferPointer<UInt8>

  /// Whether the candidate stands by itself, and no word says that it is something else.
  func allow(_ candidate: Candidate) -> Bool {
    let (start, end) = (candidate.range.lowerBound, candidate.range.upperBound)
    if isJoined(before: start) || isJoined(after: end) { return false }
    if candidate.spelling == .hyphenated { return true }
    let word = Word(endingAt: start, in: bytes)
    if word.isGlued, !word.isPersonal { return false }
    if end < bytes.count, Self.isLetter(bytes[end]) { return false }
    if word.isPersonal { return true }
    return !word.isOther && !isTelephone(candidate) && !isPlaceInPDF(candidate)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private func isDigit(at place: Int) -> Bool { bytes.indices.contains(place) && bytes[place] &- 0x30 < 10 }

  /// A digit before a hyphen, plus, dot or slash that stands before the number; or a plus: a telephone's country.
  private func isJoined(before start: Int) -> Bool {
    guard start > 0 else { return false }
    switch bytes[start - 1] {
    case UInt8(ascii: "+"): return true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"): return isDigit(at: start - 2)
    default: return false
    }
  }

  private func isJoined(after end: Int) -> Bool {
    guard end < bytes.count else { return false }
    switch bytes[end] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "/"): return isDigit(at: end + 1)
    default: return false
    }
  }

  /// Ten digits in a row that begin with 0, and a word for telephones not far before in the line.
  private func isTelephone(_ candidate: Candidate) -> Bool {
    guard candidate.date.count == 6, candidate.date[0] == 0, candidate.range.count == 10 else { return false }
    let before = bytes[max(0, candidate.range.lowerBound - 48)..<candidate.range.lowerBound]
    let line = before.suffix(from: (before.lastIndex(of: 0x0A) ?? before.startIndex - 1) + 1)
    let words = line.split { $0 < 0x80 && !Self.isLetter($0) }
    return words.contains { Word.telephone.contains(Word.stem(String(decoding: $0, as: UTF8.self).lowercased())) }
  }

  /// A line of a PDF's table of places: `0001012345 00000 n`.
  private func isPlaceInPDF(_ candidate: Candidate) -> Bool {
    let end = candidate.range.upperBound
    guard end + 8 <= bytes.count, bytes[end] == 0x20, bytes[end + 6] == 0x20 else { return false }
    return (1...5).allSatisfy { isDigit(at: end + $0) }
      && [UInt8(ascii: "n"), UInt8(ascii: "f")].contains(bytes[end + 7])
  }
}

/// The word before a number, past blanks, signs and a tag between them; a word like ”nr” counts with the one before it.
struct Word {
  /// It stands right before the number.
  let isGlued: Bool
  let isPersonal: Bool
  let isOther: Bool

  init(endingAt end: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    var place = end
    var words: [String] = []
    while words.count < 3, let word = Self.word(before: &place, in: bytes, isFirst: words.isEmpty) {
      words.append(word)
      if !Self.links.contains(word) { break }
    }
    isGlued = end > 0 && Self.isWordByte(bytes[end - 1])
    let stems = words.map(Self.stem)
    isPersonal = stems.contains { Self.personal.contains($0) }
    isOther = !isPersonal && stems.contains { Self.other.contains($0) }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Moves `place` to the word's beginning; nil where something else than a word stands.
  private static func word(before place: inout Int, in bytes: UnsafeBufferPointer<UInt8>, isFirst: Bool) -> String? {
    let limit = max(0, place - 48)
    var end = place
    while end > limit {
      let byte = bytes[end - 1]
      if byte == UInt8(ascii: ">"), let tag = bytes[limit..<end].lastIndex(of: UInt8(ascii: "<")) {
        end = tag
      } else if " \t:.#=\"'(*|_-".utf8.contains(byte) || byte == 0xA0 || byte == 0xC2 {
        end -= 1
      } else {
        break
      }
    }
    var start = end
    while start > limit,
      isWordByte(bytes[start - 1]) || bytes[start - 1] >= 0x80 || bytes[start - 1] == UInt8(ascii: "/")
    {
      start -= 1
    }
    guard start < end else { return nil }
    place = start
    return String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
  }

  /// ”serienumret” → ”serie”.
  static func stem(_ word: String) -> String {
    for ending in ["nummer", "numret", "numren", "nr", "nro", "no"]
    where word.hasSuffix(ending) && word.count > ending.count {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  private static let links: Set<String> = ["nr", "nummer", "no", "är", "på", "med", "numret"]

  private static let personal: Set<String> = [
    "person", "p", "pers", "samordnings", "född", "födelse", "personnr", "pnr", "patient", "brukare", "brukar", "kund",
  ]

  static let telephone: Set<String> = [
    "telefon", "tel", "tfn", "mobil", "mobiltelefon", "ring", "ringa", "ringer", "sms", "fax", "växel", "telefonväxel",
    "jour", "jourtelefon",
  ]

  private static let other = telephone.union([
    "imei", "serie", "sn", "s/n", "artikel", "art", "order", "beställnings", "faktura", "ärende", "ocr", "bankgiro",
    "bg",
    "plusgiro", "pg", "konto", "org", "organisations", "diarie", "dnr", "inventarie", "ean", "isbn", "mätar", "sim",
    "iccid", "kort", "lås", "larm", "tagg", "referens", "ref", "kvitto", "version", "bygge",
  ])
}
