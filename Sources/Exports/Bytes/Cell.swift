/// A cell's bytes in the buffer of the row's reader.
///
/// Unsafe: the memory lives as long as the call that was given the row, and `padding` bytes after its end can be read,
/// so that short texts are compared a word at a time. Nothing keeps a cell.
struct Cell {
  static let padding = 32

  var start: UnsafePointer<UInt8>
  var count: Int

  var isEmpty: Bool { count == 0 }

  /// The cell without blanks at its ends: space, tab, line breaks, no-break and thin spaces.
  @inline(__always)
  var trimmed: Cell {
    if count > 0, start[0] &- 0x21 < 0x5F, start[count &- 1] &- 0x21 < 0x5F { return self }
    return slowlyTrimmed
  }

  private var slowlyTrimmed: Cell {
    var from = 0
    var to = count
    while from < to, let width = Self.blankWidth(start + from, to - from) { from += width }
    while to > from {
      if Self.blankWidth(start + to - 1, 1) != nil {
        to -= 1
      } else if to - from >= 2, Self.blankWidth(start + to - 2, 2) == 2 {
        to -= 2
      } else if to - from >= 3, Self.blankWidth(start + to - 3, 3) == 3 {
        to -= 3
      } else {
        break
      }
    }
    return Cell(start: start + from, count: to - from)
  }

  /// How many bytes the blank that begins here takes, nil when none does.
  static func blankWidth(_ p: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    switch p[0] {
    case 0x20, 0x09...0x0D: 1
    case 0xC2 where count >= 2 && (p[1] == 0xA0 || p[1] == 0x85): 2
    case 0xE2 where count >= 3 && p[1] == 0x80 && ((0x80...0x8A).contains(p[2]) || p[2] == 0xAF): 3
    default: nil
    }
  }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// The text; only for what may be kept.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Eight bytes from `offset`, zero after the cell's end, as a little-endian number.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    let left = count &- offset
    if left <= 0 { return 0 }
    let word = UnsafeRawPointer(start + offset).loadUnaligned(as: UInt64.self).littleEndian
    return left >= 8 ? word : word & ((1 &<< UInt64(left &* 8)) &- 1)
  }
}

/// One row's cells while it is looked at.
///
/// Unsafe for the reason given at `Cell`.
struct RowCells {
  var cells: UnsafePointer<Cell>
  var count: Int
  /// Whether each cell is a date by its type; nil in text files.
  var areDates: UnsafePointer<Bool>?
  var place: RowPlace
}

/// A row's place in its file: the chunk and the line in it; ordered as the rows stand.
struct RowPlace: Sendable, Hashable, Comparable {
  static let lineBits: UInt64 = 24

  var raw: UInt64

  init(raw: UInt64) { self.raw = raw }

  init(chunk: Int, line: Int) {
    raw = UInt64(chunk) &<< Self.lineBits | UInt64(line)
  }

  var chunk: Int { Int(raw >> Self.lineBits) }
  var line: Int { Int(raw & (1 << Self.lineBits - 1)) }

  static func < (left: RowPlace, right: RowPlace) -> Bool { left.raw < right.raw }
}
