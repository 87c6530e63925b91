import Diagnostics
import Exports
import Testing

/// Rows of separators alone, as LibreOffice writes the blank rows of a sheet, are no data rows.
@Suite struct BlankRowTests {
  private static let heading = "Uppdrags-ID;Typ;Utfört;Status;Enhets-ID"
  private static let row = "M-1;Byte;2026-09-03;Utfört;E-1"

  private static func read(_ lines: String...) throws -> FileReading {
    try Text.read(([heading] + lines).joined(separator: "\n") + "\n")
  }

  @Test(arguments: [";;;;", ";", " ; ;;\u{A0};", "\"\";\"\";;;", ";;;;;;;;", "\t"])
  func isNoDataRow(_ blank: String) throws {
    let reading = try Self.read(blank, Self.row, blank, blank)
    #expect(reading.rowCount == 1)
    #expect(reading.rows.count == 1)
  }

  @Test(arguments: [";;;;x", ";Byte;;;", ";;;;;;x", ";;;;\".\""])
  func isADataRowWhenAnyCellHoldsText(_ row: String) throws {
    let reading = try Self.read(Self.row, row)
    #expect(reading.rowCount == 2)
    #expect(reading.rows.count == 1)
  }

  @Test func leavesTheTotalRowTheLast() throws {
    let reading = try Self.read(Self.row, ";;;;", "Totalt;1;;;", ";;;;", ";;;;")
    #expect(reading.rowCount == 1)
    #expect(!reading.diagnostics.contains { $0.code == .differingTotal })
  }

  /// A line of a large file names the same row whether blank rows are above it or not.
  @Test(arguments: [1, 3]) func countsAsALineOfTheFile(_ jobs: Int) throws {
    var text = Self.heading + "\n"
    for _ in 0..<40_000 { text += Self.row + "\n;;;;\n" }
    let reading = try Text.read(text + ";x\nTotalt;40001;;;\n;;;;\n", jobs: jobs)
    #expect(reading.rowCount == 40_001)
    let rejected = Admission([reading], asOf: 30_000).diagnostics.first { $0.code == .rejectedRow }
    #expect(rejected?.range.line == 80_002)
    #expect(!reading.diagnostics.contains { $0.code == .differingTotal })
  }
}
