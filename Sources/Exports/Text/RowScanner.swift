/// Finds the cells of one row after the other in a buffer of delimited text.
///
/// Unsafe: works on raw memory for speed. The buffer must hold a line feed at its end and `Cell.padding` readable bytes
/// after; every loop stops at that line feed.
struct RowScanner: ~Copyable {
  let separator: UInt8
  private let separators: UInt64
  private let capacity: Int
  private(set) var cells: UnsafeMutablePointer<Cell>
  /// How many cells the row has; those above the capacity are counted and not kept.
  private(set) var count = 0
  /// Whether a cell above the capacity holds text.
  private var isLonger = false
  /// How many lines the row takes.
  private(set) var lineCount = 0
  /// The first fault of a quoted cell of the row; its line is counted from the row's first.
  private(set) var fault: QuoteFault?
  /// Quoted cells with doubled quotes, written out.
  private var arena: UnsafeMutablePointer<UInt8>?
  private var arenaCapacity = 0
  private var arenaCount = 0

  init(separator: UInt8, capacity: Int) {
    self.separator = separator
    self.capacity = capacity
    separators = UInt64(separator) &* 0x0101_0101_0101_0101
    cells = .allocate(capacity: capacity)
  }

  deinit {
    cells.deallocate()
    arena?.deallocate()
  }

  /// Whether all cells of the row are empty or blank; the others are looked at only when the first is.
  @inline(__always)
  var isBlank: Bool {
    cells[0].trimmed.isEmpty && (count == 1 || areOthersBlank)
  }

  private var areOthersBlank: Bool {
    !isLonger && (1..<min(count, capacity)).allSatisfy { cells[$0].trimmed.isEmpty }
  }

  /// Reads the row that begins at `start`, says where the next begins: after `end` when the row came to the buffer's end.
  @inline(__always)
  mutating func scan(from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    count = 0
    lineCount = 1
    arenaCount = 0
    fault = nil
    isLonger = false
    var p = start
    while true {
      let cell: Cell
      if p[0] == UInt8(ascii: "\"") {
        cell = quoted(&p, to: end)
      } else {
        let from = p
        p = stop(p)
        cell = Cell(start: from, count: p - from)
      }
      if count < capacity { cells[count] = cell } else if !isLonger { isLonger = !cell.trimmed.isEmpty }
      count &+= 1
      let byte = p[0]
      p += 1
      if byte == separator, p <= end { continue }
      if byte == UInt8(ascii: "\r"), p[0] == UInt8(ascii: "\n"), p < end { p += 1 }
      return p
    }
  }

  /// The first separator or line break from `start`.
  @inline(__always)
  private func stop(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var p = start
    while true {
      let word = UnsafeRawPointer(p).loadUnaligned(as: UInt64.self).littleEndian
      let other = word ^ separators
      let ones: UInt64 = 0x0101_0101_0101_0101
      // Zero bytes of `other`, or bytes below 0x0E of `word`; exact for the lowest one, which is the one that is used.
      let hits = ((other &- ones) & ~other | (word &- ones &* 0x0E) & ~word) & 0x8080_8080_8080_8080
      if hits == 0 {
        p += 8
        continue
      }
      p += hits.trailingZeroBitCount &>> 3
      let byte = p[0]
      if byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return p }
      p += 1
    }
  }

  @inline(never)
  private mutating func quoted(_ p: inout UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) -> Cell {
    let from = p + 1
    let line = lineCount - 1
    p += 1
    var copied: UnsafeMutablePointer<UInt8>?
    var kept = from
    while p < end {
      let byte = p[0]
      if byte == UInt8(ascii: "\"") {
        if p + 1 < end, p[1] == UInt8(ascii: "\"") {
          copied = copied ?? begin(from, end)
          append(kept, upTo: p + 1)
          kept = p + 2
          p += 2
          continue
        }
        break
      }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && p[1] != UInt8(ascii: "\n") { lineCount &+= 1 }
      p += 1
    }
    if p >= end {
      fault = fault ?? QuoteFault(kind: .unterminated, line: line)
      p = end
      return Cell(start: from, count: 0)
    }
    let close = p
    p = stop(p + 1)
    if copied == nil, p == close + 1 { return Cell(start: from, count: close - from) }
    if lineCount - 1 > line, !Cell(start: close + 1, count: p - close - 1).trimmed.isEmpty {
      fault = fault ?? QuoteFault(kind: .interrupted, line: line)
    }
    // Text after the closing quote belongs to the cell.
    let begin = copied ?? begin(from, end)
    append(kept, upTo: close)
    append(close + 1, upTo: p)
    return Cell(start: begin, count: (arena ?? begin) + arenaCount - begin)
  }

  private mutating func begin(_ from: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UnsafeMutablePointer<UInt8>
  {
    let need = end - from + 2 * Cell.padding
    if arenaCount == 0, arenaCapacity < need {
      arena?.deallocate()
      arena = .allocate(capacity: need)
      arena?.initialize(repeating: 0, count: need)
      arenaCapacity = need
    }
    return (arena ?? UnsafeMutablePointer(mutating: from)) + arenaCount
  }

  private mutating func append(_ from: UnsafePointer<UInt8>, upTo to: UnsafePointer<UInt8>) {
    guard let arena else { return }
    (arena + arenaCount).update(from: from, count: to - from)
    arenaCount += to - from
  }
}
