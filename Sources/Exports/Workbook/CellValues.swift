internal import CivilTime

/// What a cell reads as.
struct CellValues {
  let strings: SharedStrings
  let styles: CellStyles
  let dates: SerialDate

  /// Booleans read `Ja` and `Nej`, errors as they are shown (`#N/A`).
  func put(_ cell: inout SheetCell, into row: inout SheetRow) throws(WorkbookFault) {
    if cell.type != .text { CellText.trim(&cell.text, from: 0) }
    if cell.text.isEmpty { return }
    let start = row.bytes.count
    var isDate = false
    switch cell.type {
    case _ where cell.isSkipped && cell.type != .shared: row.bytes.append(SheetCell.skippedMark)
    case .shared:
      guard let index = DecimalText.integer(cell.text), let text = strings[index] else {
        throw .damaged(part: "sharedStrings.xml")
      }
      if cell.isSkipped { row.bytes += text.isEmpty ? [] : [SheetCell.skippedMark] } else { row.bytes += text }
    case .text:
      CellText.finish(&cell.text, from: 0, keepsSpace: cell.keepsSpace)
      row.bytes += cell.text
    case .error: row.bytes += cell.text
    case .boolean:
      switch cell.text {
      case Array("1".utf8), Array("true".utf8): row.bytes += "Ja".utf8
      case Array("0".utf8), Array("false".utf8): row.bytes += "Nej".utf8
      default: row.bytes += cell.text
      }
    case .date: isDate = putDate(cell, into: &row)
    case .number: isDate = putNumber(cell, into: &row)
    }
    row.append(column: cell.column, from: start, isDate: isDate)
  }

  private func putNumber(_ cell: SheetCell, into row: inout SheetRow) -> Bool {
    let format = styles[cell.style]
    if format != .number, let value = DecimalText.number(cell.text[...]) {
      switch dates.append(value, as: format, to: &row.bytes) {
      case .date: return true
      case .text: return false
      case .none: break
      }
    }
    DecimalText.append(cell.text[...], to: &row.bytes)
    return false
  }

  /// `2026-11-16T07:42:00`, as the strict edition of the standard may write a date.
  private func putDate(_ cell: SheetCell, into row: inout SheetRow) -> Bool {
    var text = cell.text
    if text.last == UInt8(ascii: "Z") { text.removeLast() }
    if let point = text.firstIndex(of: UInt8(ascii: ".")) { text.removeSubrange(point...) }
    guard text.count == 10 || text.count == 16 || text.count == 19,
      CivilDate(iso: String(decoding: text.prefix(10), as: UTF8.self)) != nil
    else {
      row.bytes += cell.text
      return false
    }
    if text.count > 10 { text[10] = UInt8(ascii: " ") }
    if text.count == 16 { text += ":00".utf8 }
    if styles[cell.style] == .date, text.suffix(9).elementsEqual(" 00:00:00".utf8) { text.removeLast(9) }
    row.bytes += text
    return true
  }
}
