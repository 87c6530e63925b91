/// All pieces of the index but the texts, which `SearchReading` makes.
public struct SearchIndex: Sendable {
  public let pieces: [SearchPiece]
  /// Of the piece to be fetched first; changes when anything does.
  public let headHash: String

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
    var pieces: [SearchPiece] = []
    func add(_ name: String, _ body: [UInt8]) -> [UInt8] {
      pieces.append(SearchPiece(name, body: body))
      return PieceHash.of(body)
    }
    let shards = TermShards.cut(terms).map { shard in
      (bound: shard.bound, hash: add(shard.name, TermShards.body(of: terms[shard.terms])))
    }
    for term in terms where term.isLong {
      var body: [UInt8] = []
      body.append(quoted: term.code)
      _ = add("p-" + FileName.safe(term.name), body)
    }
    let reversed = ReversedTerms.pieces(plain).map { (bound: $0.bound, hash: add($0.name, $0.body)) }
    let size = EntryRow.pieceSize(of: rows.count)
    let rowHashes = stride(from: 0, to: rows.count, by: size).map { first in
      add(EntryRow.name(first / size), EntryRow.body(of: rows[first..<min(rows.count, first + size)]))
    }
    let head = HeadPiece(
      rows: rows, day: HeadPiece.Day(asOf: asOf, endsSoonDays: endsSoonDays), synonyms: synonyms, shards: shards,
      reversed: reversed, rowHashes: rowHashes)
    headHash = String(decoding: add(HeadPiece.name, head.body()), as: UTF8.self)
    self.pieces = pieces
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
