import Exports
import Testing

@Suite struct WorkbookReadingTests {
  @Test(arguments: WorkbookFixture.all)
  func readsWhatTheWriterPutThere(name: String) throws {
    #expect(try WorkbookFixture.text(of: WorkbookFixture.workbook(name)) == WorkbookFixture.expectation(name))
  }

  @Test func hasFixturesOfEveryWriter() {
    for writer in ["xw-", "op-", "lo-", "hand-"] {
      #expect(WorkbookFixture.all.count { $0.hasPrefix(writer) } >= 9)
    }
  }

  @Test(arguments: ["xw-plain", "xw-inline"])
  func leavesSkippedColumnsUnread(name: String) throws {
    let text = try WorkbookFixture.text(of: WorkbookFixture.workbook(name), skipping: [false, true, true])
    #expect(text.contains("1|Besöks-ID|*|*|Status\n2|B-1|*|*|Utfört\n"))
    #expect(!text.contains("E-12"))
  }

  @Test func readsCopiesOfASheetFromTheSameRow() throws {
    let sheets = try Workbook(WorkbookFixture.workbook("op-plain"), file: "x.xlsx").sheets
    var first = try #require(sheets.first).source
    var row = TableRow()
    #expect(try first.next(into: &row))
    var copy = first
    row.removeAll()
    #expect(try copy.next(into: &row) && row.number == 2)
    row.removeAll()
    #expect(try first.next(into: &row) && row.number == 3)
  }

  @Test func handsOverBlankRowsWithTheirNumber() throws {
    let bytes = TestArchive.workbook(rows: "<row r=\"3\"/><row r=\"5\"><c s=\"1\"/></row>")
    var sheet = try #require(try Workbook(bytes, file: "x.xlsx").sheets.first).source
    var row = TableRow()
    #expect(try sheet.next(into: &row) && row.number == 3 && row.count == 0)
    row.removeAll()
    #expect(try sheet.next(into: &row) && row.number == 5 && row.count == 0)
    row.removeAll()
    #expect(try !sheet.next(into: &row))
    #expect(try !sheet.next(into: &row))
  }
}
