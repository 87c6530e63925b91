/// A document's number as readers type it: with, without or with other marks between its parts.
enum DocumentNumber {
  /// `VOF-R-004` → `vofr004`, `r004`; only forms that hold a digit, and not the last part, which is a word of its own.
  static func joined(_ id: String) -> [[UInt8]] {
    let parts = WordScanner.words(in: id)
    return parts.indices.dropLast().map { Array(parts[$0...].joined()) }
      .filter { $0.contains { $0 &- 0x30 < 10 } }
  }
}
