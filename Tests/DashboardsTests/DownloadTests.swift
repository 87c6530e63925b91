import Charts
import Dashboards
import Diagnostics
import Statistics
import Testing

struct DownloadTests {
  private let names = ChartNames(total: "Totalt", target: { _, _ in "" }, title: { $0.title.swedish })

  private func table(_ measures: [String], _ groups: [FigureBook.Group]) -> FigureTable {
    FigureSpec(
      form: .table, measures: measures.flatMap { SmallBook.book.measures(named: $0) }, groups: .named(groups),
      span: .latest
    ).tables(from: SmallBook.book, own: nil)[0]
  }

  private func csv(_ table: FigureTable) -> [String] {
    let bytes = table.csv(names: names, hidden: { $0 ? "färre än 5" : "dold" }, headings: ["Mått", "Värde"])
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    return text.split(separator: "\r\n").map { String($0) }
  }

  @Test func aSpreadsheetInSwedishReadsIt() {
    let lines = csv(table(["V1", "V4", "V3"], [SmallBook.north]))
    #expect(lines[0] == "Mått;Värde")
    #expect(lines[1].hasSuffix(";provider;U-1;Norra hemtjänsten;2026-10;618;901;0,6859045505;"))
    #expect(lines[2].hasSuffix(";2026-10;;901;;dold"))
    #expect(lines[3].hasSuffix(";2026-10;;13;;färre än 5"))
  }

  @Test func noNameBecomesAFormula() {
    #expect(csv(table(["V1"], [SmallBook.south]))[1].contains(";\"'=Södra; \"\"hemmet\"\"\";"))
  }

  /// Texts only: a negative number stays one.
  @Test func aNegativeNumberIsANumber() {
    #expect(csv(table(["P3.diff"], [SmallBook.north]))[1].contains(";1;5;-4;"))
  }

  @Test(arguments: ["=1+1", "+x", "-x", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u{A0}@x"])
  func whateverASpreadsheetWouldReckonIsQuoted(_ name: String) throws {
    var group = SmallBook.north
    group.name = name
    let bytes = table(["V1"], [group]).csv(names: names, hidden: { _ in "" }, headings: ["Mått"])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(";'\(name);") || text.contains(";\"'\(name)\";"), "\(text)")
  }

  @Test func jsonNamesWhatRutinStatsNames() {
    let text = String(decoding: table(["V1", "V4"], [SmallBook.north]).json(), as: UTF8.self)
    let one = text.filter { $0 != " " && $0 != "\n" }
    #expect(one.contains(#""numerator":618,"denominator":901,"value":0.6859045505,"suppressed":"""#))
    #expect(one.contains(#""numerator":null,"denominator":901,"value":null,"suppressed":"withheld""#))
  }
}
