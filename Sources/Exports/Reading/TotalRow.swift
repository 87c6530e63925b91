/// The row `Summa` or `Totalt` at the end of a list.
enum TotalRow {
  /// Whether a row that begins with this cell may be one.
  @inline(__always)
  static func mayBegin(with cell: Cell) -> Bool {
    guard cell.count >= 5 else { return false }
    let first = cell.start[0] | 0x20
    if first != UInt8(ascii: "s"), first != UInt8(ascii: "t"), cell.start[0] < 0x80, cell.start[0] != 0x20,
      cell.start[0] != 0x09
    {
      return false
    }
    return isTotal(cell)
  }

  @inline(never)
  private static func isTotal(_ cell: Cell) -> Bool {
    let cell = cell.trimmed
    guard cell.count <= 8 else { return false }
    var text = cell.bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if text.last == UInt8(ascii: ":") { text.removeLast() }
    return text.elementsEqual("summa".utf8) || text.elementsEqual("totalt".utf8)
  }

  /// The number of rows that a total row claims: its only whole number, nil if it has none or several.
  static func claimed(by row: TableRow) -> Int? {
    var numbers: [Int] = []
    for index in 1..<max(row.count, 1) {
      let digits = row[index].filter { $0 &- 0x30 < 10 }
      let blanks: [UInt8] = [0x20, 0xC2, 0xA0, 0xE2, 0x80, 0x89, 0xAF]
      let isNumber = row[index].allSatisfy { $0 &- 0x30 < 10 || blanks.contains($0) }
      guard isNumber, (1...12).contains(digits.count), let number = Int(String(decoding: digits, as: UTF8.self))
      else { continue }
      numbers.append(number)
    }
    return numbers.count == 1 ? numbers[0] : nil
  }
}
