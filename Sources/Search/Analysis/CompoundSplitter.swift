/// Takes Swedish compounds apart by the words that the handbook itself uses; no word list is needed.
///
/// `arbetstelefon` is `arbet` + `telefon` because both are known on their own. Where only one side is known the other
/// counts as a part when it is long enough to be a word and is no mere ending.
struct CompoundSplitter: Sendable {
  /// Words and stems that stand alone, with how many entries hold them.
  struct Known: Sendable {
    private var table = WordTable()
    private var counts: [Int] = []

    mutating func add(_ word: UnsafeBufferPointer<UInt8>, count: Int) {
      let (index, isNew) = table.insert(word)
      if isNew { counts.append(0) }
      counts[index] += count
    }

    func count(_ word: UnsafeBufferPointer<UInt8>) -> Int { table.index(of: word).map { counts[$0] } ?? 0 }
  }

  let known: Known
  private let small: Set<[UInt8]>

  init(known: Known) {
    self.known = known
    small = Set(SmallWords.all.map { Array($0.utf8) })
  }

  /// The stems of the parts, parts of parts too; none when the word is no compound as far as can be told.
  func parts(of word: UnsafeBufferPointer<UInt8>, _ stemmer: borrowing SwedishStemmer, depth: Int = 2) -> [[UInt8]] {
    guard depth > 0, let cut = bestCut(of: word) else { return [] }
    let first = UnsafeBufferPointer(rebasing: word[..<cut])
    let last = UnsafeBufferPointer(rebasing: word[cut...])
    let head = Array(first.prefix(stemmer.stemLength(first)))
    return [head, Array(last)]
      + head.withUnsafeBufferPointer { parts(of: $0, stemmer, depth: depth - 1) }
      + parts(of: last, stemmer, depth: depth - 1)
  }

  /// Where the second part begins.
  private func bestCut(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    guard word.count >= 6, !word.contains(where: { $0 &- 0x30 < 10 }) else { return nil }
    var best: (score: Int, cut: Int)?
    for cut in 3...(word.count - 3) where word[cut] & 0xC0 != 0x80 {
      let first = UnsafeBufferPointer(rebasing: word[..<cut])
      let last = UnsafeBufferPointer(rebasing: word[cut...])
      guard let score = score(first, last), score > best?.score ?? 0 else { continue }
      best = (score, cut)
    }
    return best?.cut
  }

  /// Higher is likelier; nil is no cut.
  private func score(_ first: UnsafeBufferPointer<UInt8>, _ last: UnsafeBufferPointer<UInt8>) -> Int? {
    let (firstLength, lastLength) = (letters(first), letters(last))
    guard firstLength >= 3, lastLength >= 3, !CompoundEndings.isEnding(last), !isSmall(first) else { return nil }
    let firstCount = firstCount(first)
    let lastCount = isSmall(last) ? 0 : known.count(last)
    let evenness = 2 * min(firstLength, lastLength)
    if firstCount > 0, lastCount > 0 {
      // Two short words meet by chance more often than a short and a long one.
      if firstLength + lastLength < 7, min(firstCount, lastCount) < 2 { return nil }
      return 100 + evenness
    }
    if firstCount > 1 || firstCount > 0 && firstLength > 4, firstLength > 3 || firstCount > 2, lastLength >= 4 {
      return 40 + evenness
    }
    if lastCount > 0, lastLength >= 5, firstLength >= 4 { return 40 + evenness }
    return nil
  }

  /// The first part as it stands, or without the s that joins it to the next.
  private func firstCount(_ part: UnsafeBufferPointer<UInt8>) -> Int {
    let whole = known.count(part)
    guard whole == 0, part.count > 3, part.last == UInt8(ascii: "s") else { return whole }
    return known.count(UnsafeBufferPointer(rebasing: part.dropLast()))
  }

  private func isSmall(_ part: UnsafeBufferPointer<UInt8>) -> Bool { part.count < 9 && small.contains(Array(part)) }

  private func letters(_ part: UnsafeBufferPointer<UInt8>) -> Int {
    part.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}

/// Ends of words that derive one word from another and are no words of their own.
enum CompoundEndings {
  private static let whole: Set<[UInt8]> = Set(
    """
    ning ing ling ande ende het dom skap else are era ist isk ism itet ation ition sam bar aktig mässig iell ell ans ens
    eri ning lig ant ent ent ivit ert erad erat iskt ium ören iska atör ator ering erings nings ings arn ern
    """.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })
  private static let beginnings = ["ering", "ation", "ition", "ning", "itet", "ikation", "ifier", "iser", "andet"].map {
    Array($0.utf8)
  }

  static func isEnding(_ part: UnsafeBufferPointer<UInt8>) -> Bool {
    if part.count < 8, whole.contains(Array(part)) { return true }
    return beginnings.contains { part.starts(with: $0) && part.count < $0.count + 4 }
  }
}
