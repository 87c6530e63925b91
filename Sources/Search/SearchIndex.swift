/// All pieces of the index but the texts, which `SearchReading` makes.
public struct SearchIndex: Sendable {
  public let pieces: [SearchPiece]
  /// Changes when anything does.
  public let version: String

  /// - Parameters:
  ///   - lists: all slices of `TermList.slices(of:)`, in order.
  ///   - asOf: the day of the build as `CivilDate.dayNumber`.
  public init(
    _ readings: [SearchReading], lists: [TermList], postings: Postings, vocabulary: Vocabulary, synonyms: Synonyms,
    asOf: Int, endsSoonDays: Int
  ) {
    let rows = readings.flatMap { $0.readings.map(\.row) }
    let plain = lists.flatMap(\.terms)
    let terms = Self.withPrefixes(plain, lists, postings, vocabulary, entryCount: rows.count)
    let shards = TermShards.cut(terms)
    var pieces = shards.map { SearchPiece($0.name, body: TermShards.body(of: terms[$0.terms])) }
    for term in terms where term.isLong {
      var body: [UInt8] = []
      body.append(quoted: term.code)
      pieces.append(SearchPiece("p-" + FileName.safe(term.name), body: body))
    }
    let reversed = ReversedTerms.pieces(plain)
    pieces += reversed.map { SearchPiece($0.name, body: $0.body) }
    let size = EntryRow.pieceSize(of: rows.count)
    for first in stride(from: 0, to: rows.count, by: size) {
      let body = EntryRow.body(of: rows[first..<min(rows.count, first + size)])
      pieces.append(SearchPiece(EntryRow.name(first / size), body: body))
    }
    let head = HeadPiece(
      rows: rows, day: HeadPiece.Day(asOf: asOf, endsSoonDays: endsSoonDays), synonyms: synonyms,
      bounds: shards.map(\.bound), reversedBounds: reversed.map(\.bound))
    pieces.append(SearchPiece(HeadPiece.name, body: head.body()))
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
