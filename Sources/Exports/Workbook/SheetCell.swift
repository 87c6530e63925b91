/// A cell as it is being read.
struct SheetCell {
  enum ValueType {
    case number, shared, text, boolean, error, date

    init(_ name: ArraySlice<UInt8>) {
      self =
        switch name.first {
        case UInt8(ascii: "s"): name.count == 1 ? .shared : .text
        case UInt8(ascii: "i"): .text
        case UInt8(ascii: "b"): .boolean
        case UInt8(ascii: "e"): .error
        case UInt8(ascii: "d"): .date
        default: .number
        }
    }
  }

  /// What a skipped cell reads as that holds anything.
  static let skippedMark = UInt8(ascii: "*")

  /// From 0; that of the next cell when it does not say.
  var column = 0
  var style = 0
  var type = ValueType.number
  var keepsSpace = false
  /// Then the text tells only whether there is any, or is the number of a shared string.
  var isSkipped = false
  var text: [UInt8] = []

  mutating func begin() {
    style = 0
    type = .number
    keepsSpace = false
    isSkipped = false
    text.removeAll(keepingCapacity: true)
  }
}

/// A row as it is being read: cells with content in the order in which they stand.
struct SheetRow {
  struct Cell {
    var column: Int
    /// In `bytes`.
    var range: Range<Int>
    var isDate: Bool
  }

  var number = 0
  var isHidden = false
  var bytes: [UInt8] = []
  private(set) var cells: [Cell] = []
  private var isInOrder = true

  mutating func begin() {
    number += 1
    isHidden = false
    isInOrder = true
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
  }

  /// Makes a cell of what was appended to `bytes` since `start`; nothing makes none.
  mutating func append(column: Int, from start: Int, isDate: Bool) {
    if start == bytes.count { return }
    if let last = cells.last, last.column >= column { isInOrder = false }
    cells.append(Cell(column: column, range: start..<bytes.count, isDate: isDate))
  }

  mutating func handOver(to table: inout TableRow) {
    table.number = number
    // No program writes cells in disorder; of two in one place the later counts.
    if !isInOrder {
      let latest = Dictionary(cells.map { ($0.column, $0) }) { $1 }
      cells = latest.values.sorted { $0.column < $1.column }
    }
    for cell in cells {
      while table.count < cell.column { table.append(EmptyCollection()) }
      table.append(bytes[cell.range], isDate: cell.isDate)
    }
  }
}
