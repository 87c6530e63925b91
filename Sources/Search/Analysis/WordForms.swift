/// Forms that the stemmer keeps apart although they are one word: `dosa` and `dosan`, `lås` and `låset`, `nyckel` and
/// `nycklar`, `används` and `använt`.
///
/// Snowball's rules know no dictionary; here the handbook's own words decide, so that `planet` becomes `plan` only where
/// both are used.
enum WordForms {
  /// Known words whose stem means the same as this one.
  static func twins(of stem: UnsafeBufferPointer<UInt8>, known: CompoundSplitter.Known) -> [[UInt8]] {
    guard stem.count > 4, stem.allSatisfy({ $0 > 0x39 }) else { return [] }
    var found: [[UInt8]] = []
    func add(_ word: [UInt8]) {
      if word.count > 2, word.withUnsafeBufferPointer({ known.count($0) }) > 0 { found.append(word) }
    }
    let last = stem[stem.count - 1]
    let before = stem[stem.count - 2]
    // dosan, radion, nyckeln, doktorn
    if last == UInt8(ascii: "n"), "aolr".utf8.contains(before) { add(Array(stem.dropLast())) }
    if last == UInt8(ascii: "t"), before == UInt8(ascii: "e") { add(Array(stem.dropLast(2))) }
    if last == UInt8(ascii: "t"), before == UInt8(ascii: "a") { add(Array(stem.dropLast())) }
    if last == UInt8(ascii: "t"), before == UInt8(ascii: "n") { add(stem.dropLast() + [UInt8(ascii: "d")]) }
    if last == UInt8(ascii: "t") || last == UInt8(ascii: "d"), stem.count > 4, !isVowel(before), before != last {
      add(Array(stem.dropLast()))
    }
    if "lrn".utf8.contains(last), !isVowel(before) { add(stem.dropLast() + [UInt8(ascii: "e"), last]) }
    return found
  }

  /// The stem of the verb that a noun is made from: `granskning` → `gransk`.
  static func verb(of stem: UnsafeBufferPointer<UInt8>, known: CompoundSplitter.Known) -> [UInt8]? {
    guard stem.count > 7, stem.suffix(3).elementsEqual("ing".utf8) else { return nil }
    let shorter = UnsafeBufferPointer(rebasing: stem.dropLast(3))
    if known.count(shorter) > 0 || stem[stem.count - 4] != UInt8(ascii: "n") { return Array(shorter) }
    return Array(stem.dropLast(4))
  }

  private static func isVowel(_ byte: UInt8) -> Bool { "aeiouy".utf8.contains(byte) || byte >= 0x80 }
}
