/// What was read of some entries: their words counted, and the pieces that show them.
///
/// Entries are read in groups of a set size, so that the index does not depend on how many threads there were.
public struct SearchReading: Sendable {
  /// How many entries are read together.
  public static let groupSize = 128

  struct Occurrence: Sendable {
    var word: UInt32
    var tally: WordTally
  }

  struct Reading: Sendable {
    /// Bounds of `occurrences`.
    var first: Int
    var end: Int
    /// Words in all, and in the title without the small ones.
    var length: Int
    var titleLength: Int
    /// Synonym groups of several words.
    var groups: [Int]
    var row: EntryRow
  }

  private(set) var words = WordTable()
  private(set) var occurrences: [Occurrence] = []
  private(set) var readings: [Reading] = []
  /// The text piece of each entry.
  public private(set) var pieces: [SearchPiece] = []
  private(set) var version = IndexVersion()

  /// - Parameters:
  ///   - entries: at most `groupSize`, all groups but the last full.
  ///   - firstNumber: the first entry's number among all.
  public init(_ entries: [SearchEntry], firstNumber: Int, synonyms: Synonyms) {
    var reader = EntryReader(synonyms)
    occurrences.reserveCapacity(entries.count * 256)
    for entry in entries {
      let first = occurrences.count
      let row = EntryRow(entry)
      let counted = reader.read(entry, into: &occurrences)
      pieces.append(TextPiece.piece(firstNumber + readings.count, of: entry, row))
      version.add(pieces[pieces.count - 1])
      readings.append(
        Reading(
          first: first, end: occurrences.count, length: counted.length, titleLength: counted.titleLength,
          groups: counted.groups, row: row))
    }
    words = reader.words
  }
}
