/// The names of elements and attributes that a workbook is read by; all others are `other`.
enum XMLName: String, CaseIterable {
  case other = ""
  // Sheets; the commonest first, since they are looked up in this order.
  case c, v, r, s, t, row, f, `is`, hidden, rPh, sheetData, si, space
  // The workbook and its relations
  case sheet, name, id, state, workbookPr, date1904
  case relationship = "Relationship"
  case relationshipID = "Id"
  case type = "Type"
  case target = "Target"
  case targetMode = "TargetMode"
  // Styles
  case numFmts, numFmt, numFmtId, formatCode, cellXfs, xf

  /// The bytes of a name of at most 16.
  private typealias Packed = UInt128

  private static let table: [(packed: UInt128, name: XMLName)] = allCases.dropFirst().map { name in
    (name.rawValue.utf8.reduce(0) { $0 << 8 | Packed($1) }, name)
  }

  init(_ bytes: UnsafeBufferPointer<CChar>) {
    self = .other
    if bytes.count > 16 { return }
    var packed: Packed = 0
    for byte in bytes { packed = packed << 8 | Packed(UInt8(bitPattern: byte)) }
    for entry in Self.table where entry.packed == packed {
      self = entry.name
      return
    }
  }

  /// Whether the text of the element can be part of a cell.
  var holdsText: Bool { self == .t || self == .v }
}
