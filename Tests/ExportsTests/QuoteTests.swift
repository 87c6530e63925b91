import Diagnostics
import Exports
import Testing

/// Quotation marks that stand where they should not.
@Suite struct QuoteTests {
  private static let heading = "Uppdrags-ID;Typ;Utfört;Status;Enhets-ID;Orsak\n"

  private static func rows(_ numbers: Range<Int>) -> String {
    numbers.map { "M-\($0);Byte;2026-09-03;Utfört;E-1;x\n" }.joined()
  }

  private static func fault(_ text: String, jobs: Int = 1) -> Diagnostic? {
    do throws(ExportFault) {
      _ = try Text.read(text, jobs: jobs)
      return nil
    } catch {
      return error.diagnostic
    }
  }

  /// A quotation mark too many would swallow every row up to the next one.
  @Test(arguments: [
    ("\"M-99;Byte;2026-09-03;Utfört;E-1;x\n", "\"M-300\";Byte;2026-09-03;Utfört;E-1;x\n"),
    ("M-99;Byte;2026-09-03;Utfört;E-1;\"x\n", "M-300;Byte;2026-09-03;Utfört;E-1;\"x\"\n"),
    ("M-99;Byte;2026-09-03;Utfört;E-1;\"x\r\n", "M-300;Byte;2026-09-03;Utfört;E-1;\"\"\"x\"\" y\"\n"),
  ])
  func refusesAQuotationMarkThatSwallowsRows(_ stray: String, _ next: String) {
    let text = Self.heading + Self.rows(0..<3) + stray + Self.rows(100..<200) + next + Self.rows(301..<303)
    let fault = Self.fault(text)
    #expect(fault?.code == .brokenTable)
    #expect(fault?.range.line == 5)
    #expect(fault?.help != nil)
  }

  /// The stray mark, the mark that ends its cell, and the rows between lie in different parts of the file.
  @Test(arguments: [1, 4]) func refusesItInALargeFile(_ jobs: Int) {
    let text =
      Self.heading + Self.rows(0..<50_000) + "\"M-x;Byte;2026-09-03;Utfört;E-1;x\n" + Self.rows(0..<100_000)
      + "\"M-y\";Byte;2026-09-03;Utfört;E-1;x\n" + Self.rows(0..<50_000)
    let fault = Self.fault(text, jobs: jobs)
    #expect(fault?.code == .brokenTable)
    #expect(fault?.range.line == 50_002)
  }

  @Test func namesTheLineOfTheCellAndNotOfItsRow() {
    let text = Self.heading + "\"M-\n1\";\"Byte\n\" x;2026-09-03;Utfört;E-1;x\n"
    #expect(Self.fault(text)?.range.line == 3)
  }

  @Test func readsTextAfterAQuotationMarkOnTheSameLine() throws {
    let text = Self.heading + "M-1;Byte;2026-09-03;Utfört;E-1;\"Kalle\" K\nM-2;Byte;2026-09-03;Utfört;E-1;\"a\nb\" \n"
    #expect(try Text.read(text).rows.count == 2)
  }

  /// It begins in the first mebibyte and ends far below.
  @Test(arguments: [1, 2]) func readsALongQuotedCellAcrossParts(_ jobs: Int) throws {
    let long = String(repeating: "rad\n", count: 30_000)
    let text = Self.heading + Self.rows(0..<27_600) + "M-x;Byte;2026-09-03;Utfört;E-1;\"\(long)\"\n" + Self.rows(0..<9)
    #expect(try Text.read(text, jobs: jobs).rows.count == 27_610)
  }
}
