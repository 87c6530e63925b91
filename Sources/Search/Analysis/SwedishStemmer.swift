internal import CStemmer

/// The Snowball stemmer for Swedish; one for each thread.
struct SwedishStemmer: ~Copyable {
  private let handle: OpaquePointer?

  init() { handle = sb_stemmer_new("swedish", "UTF_8") }

  deinit { sb_stemmer_delete(handle) }

  /// How many of the word's bytes its stem has: in Swedish a stem is always the word's beginning.
  ///
  /// A word with a digit is its own stem.
  borrowing func stemLength(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    guard let handle, !word.contains(where: { $0 &- 0x30 < 10 }),
      sb_stemmer_stem(handle, word.baseAddress, Int32(word.count)) != nil
    else { return word.count }
    return Int(sb_stemmer_length(handle))
  }

  borrowing func stem(_ word: [UInt8]) -> [UInt8] {
    Array(word.prefix(word.withUnsafeBufferPointer { stemLength($0) }))
  }
}
