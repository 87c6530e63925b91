/// All pieces of the index but the texts, which `SearchReading` makes.
public struct SearchIndex: Sendable {
  public let pieces: [SearchPiece]
  /// Changes when anything does.
  public let version: String

  /// - Parameters:
  ///   - lists: all slices of `TermList.slices(of:)`, in order.
  ///   - states: all that entries' timelines name.
  public init(
    _ readings: [SearchReading], lists: [TermList], postings: Postings, vocabulary: Vocabulary, synonyms: Synonyms,
    states: [SearchEntry.State]
  ) {
    let rows = readings.flatMap { $0.readings.map(\.row) }
    let plain = lists.flatMap(\.terms)
    let terms = Self.withPrefixes(plain, lists, postings, vocabulary, entryCount: rows.count)
    let shards = TermShards.cut(terms)
    func piece(_ name: String, _ text: [UInt8]) -> SearchPiece { SearchPiece(name) { $0.append(quoted: text) } }
    var pieces = shards.map { piece($0.name, TermShards.text(of: terms[$0.terms])) }
    pieces += terms.filter(\.isLong).map { piece("p-" + FileName.safe($0.name), $0.code) }
    let reversed = ReversedTerms.pieces(plain)
    pieces += reversed.map { piece($0.name, $0.text) }
    let size = EntryRow.pieceSize(of: rows.count)
    for first in stride(from: 0, to: rows.count, by: size) {
      pieces.append(EntryRow.piece(first / size, of: rows[first..<min(rows.count, first + size)]))
    }
    let head = HeadPiece(
      rows: rows, states: states, synonyms: synonyms, bounds: shards.map(\.bound),
      reversedBounds: reversed.map(\.bound))
    pieces.append(SearchPiece(HeadPiece.name) { head.append(to: &$0) })
    var version = IndexVersion()
    for reading in readings { version.add(reading.version) }
    for piece in pieces { version.add(piece) }
    self.pieces = pieces
    self.version = version.text
  }

  /// The terms with those for common beginnings among them.
  private static func withPrefixes(
    _ plain: [TermList.Term], _ lists: [TermList], _ postings: Postings, _ vocabulary: Vocabulary, entryCount: Int
  ) -> [TermList.Term] {
    let ranks = (0..<postings.termCount).filter { !postings[$0].isEmpty }
    let prefixes = PrefixTerms(plain, postings, ranks: ranks, entryCount: entryCount).terms()
    var terms: [TermList.Term] = []
    terms.reserveCapacity(plain.count + prefixes.count)
    var next = prefixes[...]
    for term in plain {
      while let prefix = next.first, !term.key.lexicographicallyPrecedes(prefix.key) {
        terms.append(prefix)
        next.removeFirst()
      }
      terms.append(term)
    }
    return terms + next
  }
}
