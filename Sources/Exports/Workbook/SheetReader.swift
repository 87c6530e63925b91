/// A sheet's rows, one at a time.
struct SheetReader: ~Copyable {
  /// Columns that are not read.
  var skipped: [Bool] = []
  private(set) var hiddenRowCount = 0

  private var part: PartReader
  private let values: CellValues
  private let limits: WorkbookLimits
  private var isInData = false
  /// What the next attributes belong to.
  private var element = XMLName.other
  private var row = SheetRow()
  private var cell = SheetCell()
  private var isReading = false
  private var phonetics = 0
  private var rowCount = 0
  private var cellCount = 0
  private var byteCount = 0

  init(
    _ part: consuming PartReader, strings: SharedStrings, styles: CellStyles, dates: SerialDate, limits: WorkbookLimits
  ) {
    self.part = part
    values = CellValues(strings: strings, styles: styles, dates: dates)
    self.limits = limits
  }

  mutating func next(into table: inout TableRow) throws(WorkbookFault) -> Bool {
    while let event = try part.next() {
      switch event.kind {
      case .start: try start(event.name)
      case .attribute: try attribute(event)
      case .text: try text(event)
      case .end: if try end(event.name, table: &table) { return true }
      }
    }
    return false
  }

  private mutating func start(_ name: XMLName) throws(WorkbookFault) {
    element = name
    switch name {
    case .sheetData: isInData = true
    case .row:
      row.begin()
      rowCount += 1
      if rowCount > limits.rows { throw .tooLarge(.rows) }
    case .c:
      cell.begin()
      cellCount += 1
      if cellCount > limits.cells { throw .tooLarge(.cells) }
    case .rPh: phonetics += 1
    case .v, .t: isReading = isInData && phonetics == 0
    default: break
    }
  }

  private mutating func attribute(_ event: XMLTape.Event) throws(WorkbookFault) {
    let value = part.value(of: event)
    switch (element, event.name) {
    case (.c, .r):
      guard let column = Self.column(of: value) else { throw .damaged(part: part.name) }
      cell.column = column
    case (.c, .s): cell.style = DecimalText.integer(value) ?? 0
    case (.c, .t): cell.type = SheetCell.ValueType(value)
    case (.row, .r):
      guard let number = DecimalText.integer(value) else { throw .damaged(part: part.name) }
      if number > limits.rows { throw .tooLarge(.rows) }
      row.number = number
    case (.row, .hidden): row.isHidden = part.isTrue(event)
    case (.t, .space), (.v, .space): if value.elementsEqual("preserve".utf8) { cell.keepsSpace = true }
    default: break
    }
  }

  private mutating func text(_ event: XMLTape.Event) throws(WorkbookFault) {
    guard isReading else { return }
    cell.isSkipped = skipped.indices.contains(cell.column) && skipped[cell.column]
    if cell.isSkipped, cell.type != .shared {
      if part.value(of: event).contains(where: { $0 > 0x20 }) { cell.text = [SheetCell.skippedMark] }
      return
    }
    cell.text += part.value(of: event)
    if cell.text.count > limits.cellBytes { throw .tooLarge(.text) }
  }

  private mutating func end(_ name: XMLName, table: inout TableRow) throws(WorkbookFault) -> Bool {
    switch name {
    case .v, .t: isReading = false
    case .rPh: phonetics -= 1
    case .sheetData: isInData = false
    case .c:
      guard isInData else { return false }
      if cell.column >= limits.columns, !cell.text.isEmpty { throw .tooLarge(.columns) }
      try values.put(&cell, into: &row)
      cell.column += 1
      if row.bytes.count > limits.rowBytes { throw .tooLarge(.text) }
    case .row:
      cell.column = 0
      guard isInData else { return false }
      byteCount += row.bytes.count
      if byteCount > limits.totalBytes { throw .tooLarge(.text) }
      if row.isHidden {
        if !row.cells.isEmpty { hiddenRowCount += 1 }
        return false
      }
      row.handOver(to: &table)
      return true
    default: break
    }
    return false
  }

  /// The column of a reference such as `C7`, from 0.
  private static func column(of reference: ArraySlice<UInt8>) -> Int? {
    var column = 0
    for byte in reference {
      let letter = byte & 0xDF
      guard letter >= UInt8(ascii: "A"), letter <= UInt8(ascii: "Z") else { break }
      column = column * 26 + Int(letter - UInt8(ascii: "A")) + 1
      if column > 16_384 { return nil }
    }
    return column > 0 ? column - 1 : nil
  }
}
