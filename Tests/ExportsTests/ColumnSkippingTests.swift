import Exports
import Testing

@Suite struct ColumnSkippingTests {
  /// Rows of texts, and what was asked to be left unread.
  private struct Rows: ColumnSkipping {
    final class Asked {
      var columns: [Bool] = []
    }

    var rows: [[String]]
    let asked = Asked()

    mutating func next(into row: inout TableRow) throws(TableFault) -> Bool {
      guard !rows.isEmpty else { return false }
      for cell in rows.removeFirst() { row.append(Array(cell.utf8)) }
      return true
    }

    mutating func skip(_ columns: [Bool]) { asked.columns = columns }
  }

  @Test func leavesUnreadWhatNobodyAsksForButTheFirstColumn() throws {
    let source = Rows(rows: [
      ["Titel"], ["Namn", "Händelse-ID", "Lås-ID", "Händelse", "Personalnr", "Tidpunkt", "Resultat", "IMEI"],
      ["Anna", "H-1", "L-1", "Upplåsning", "P-1", "2026-09-15 08:00:00", "OK", "4"],
    ])
    let reader = ExportReader(key: IdentityKey(1, 2))
    let reading = try reader.read([NamedTable(name: "Blad1", source: source)], name: "x.xlsx")
    #expect(reading.kind == .lockEvents && reading.rows.count == 1)
    #expect(source.asked.columns == [false, false, false, false, true, false, false, true])
  }
}
