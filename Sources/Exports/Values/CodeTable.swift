internal import Swedish

/// The values that a column may hold, matched by their bytes; a code is the value's place in the column's list.
///
/// A value is compared as written; its aliases without case, blanks and accents (`Folding.key`).
struct CodeTable: Sendable {
  private struct Entry {
    var words: (UInt64, UInt64, UInt64)
    var count: Int
    var code: UInt8
  }

  private static let widest = 24
  private var entries: [Entry] = []
  private var long: [[UInt8]: UInt8] = [:]
  private var folded: [String: UInt8] = [:]
  /// Equal texts are equal here whether å is one character or an a with a ring.
  private var names: [String: UInt8] = [:]

  init(_ values: [(name: String, aliases: [String])], extra: [String: [String]] = [:]) {
    for (code, value) in values.enumerated() {
      learn(Array(value.name.utf8), UInt8(code))
      names[value.name] = UInt8(code)
      for alias in value.aliases + (extra[value.name] ?? []) { folded[Folding.key(alias)] = UInt8(code) }
    }
    for value in values { folded[Folding.key(value.name)] = nil }
  }

  /// The value's code, nil when it is none of them.
  ///
  /// An alias that was met is found as fast as the value itself from then on.
  @inline(__always)
  mutating func code(_ cell: Cell) -> UInt8? {
    let words = (cell.word(at: 0), cell.word(at: 8), cell.word(at: 16))
    for entry in entries
    where entry.words.0 == words.0 && entry.count == cell.count && entry.words.1 == words.1 && entry.words.2 == words.2
    {
      return entry.code
    }
    return rare(cell)
  }

  @inline(never)
  private mutating func rare(_ cell: Cell) -> UInt8? {
    if cell.count > 200 { return nil }
    let bytes = Array(cell.bytes)
    if let code = long[bytes] { return code }
    guard !names.isEmpty, let code = names[cell.text] ?? folded[Folding.key(cell.text)] else { return nil }
    if long.count < 1000, entries.count < 64 { learn(bytes, code) }
    return code
  }

  private mutating func learn(_ bytes: [UInt8], _ code: UInt8) {
    guard bytes.count <= Self.widest else {
      long[bytes] = code
      return
    }
    let padded = bytes + [UInt8](repeating: 0, count: Cell.padding)
    padded.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      let cell = Cell(start: start, count: bytes.count)
      entries.append(
        Entry(words: (cell.word(at: 0), cell.word(at: 8), cell.word(at: 16)), count: bytes.count, code: code))
    }
  }
}
