/// One row's cells as UTF-8, in a buffer that is used again for the next row.
public struct TableRow: Sendable {
  /// The row's number in the sheet, or the line in the file on which it begins; from 1.
  public var number = 0
  /// The cells' bytes, one after the other.
  public private(set) var bytes: [UInt8] = []
  /// Where each cell ends in `bytes`.
  public private(set) var ends: [Int] = []
  /// Whether each cell is a date by its type; it then reads `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`.
  public private(set) var areDates: [Bool] = []

  public init() {}

  public var count: Int { ends.count }

  /// The bytes of one cell.
  public subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  public mutating func append(_ cell: some Sequence<UInt8>, isDate: Bool = false) {
    bytes.append(contentsOf: cell)
    ends.append(bytes.count)
    areDates.append(isDate)
  }

  /// Empties the row and keeps its memory.
  public mutating func removeAll() {
    number = 0
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    areDates.removeAll(keepingCapacity: true)
  }
}
