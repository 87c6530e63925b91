import Charts
import Dashboards
import Statistics
import Testing

struct LayoutTests {
  private let book = SmallBook.book

  private func tables(
    _ form: FigureSpec.Form, _ measures: [String], _ groups: FigureSpec.Groups, _ span: FigureSpec.Span = .latest,
    own: FigureBook.Group? = nil
  ) -> [FigureTable] {
    FigureSpec(form: form, measures: measures.flatMap { book.measures(named: $0) }, groups: groups, span: span)
      .tables(from: book, own: own)
  }

  /// `rows × columns: fixed`, by what they stand for.
  private func shape(_ table: FigureTable) -> String {
    func word(_ head: FigureTable.Head) -> String {
      switch head {
      case .measure: "m"
      case .group: "g"
      case .period: "p"
      }
    }
    func words(_ heads: [FigureTable.Head]) -> String { "\(heads.count)\(heads.first.map(word) ?? "")" }
    return "\(words(table.rows)) × \(words(table.columns)): \(table.fixed.map(word).joined())"
  }

  @Test func whatThereIsMostOfLiesInRows() {
    #expect(tables(.table, ["V1"], .total).map(shape) == ["1g × 1m: p"])
    #expect(tables(.table, ["V1", "V4"], .each(.unit)).map(shape) == ["3g × 2m: p"])
    #expect(tables(.table, ["V1"], .each(.unit), .months(12)).map(shape) == ["3g × 2p: m"])
    #expect(tables(.table, ["V1", "V4", "V3"], .total, .months(12)).map(shape) == ["2p × 3m: g"])
    #expect(tables(.chart(.line), ["V1", "V4"], .total, .months(12)).map(shape) == ["2m × 2p: g"])
    let several = tables(.table, ["V1", "V4"], .each(.provider), .months(12))
    #expect(several.map(shape) == ["2p × 2m: g", "2p × 2m: g"])
  }

  @Test func measuresOfDifferentDaysKeepTheirOwn() {
    let table = tables(.table, ["V1", "P3.diff"], .total)[0]
    #expect(table.cells[0].map(\.period) == ["2026-10", "2026-10-18"])
    #expect(table.fixed.isEmpty)
  }

  @Test func aStackIsOfTheClassesOfItsMeasure() {
    let table = tables(.chart(.stacked), ["V1"], .each(.provider))[0]
    #expect(Set(table.cells[0].map(\.measure.id)).isSuperset(of: ["V1.las", "V1.nfc"]))
    #expect(!table.cells[0].contains { $0.measure.id == "V1" || $0.measure.id == "V1.visits" })
  }

  @Test func aProviderHasItsUnits() {
    #expect(tables(.table, ["V1"], .ownUnits, own: SmallBook.north)[0].cells.map { $0[0].group.id } == ["E-1", "E-2"])
    #expect(tables(.table, ["V1"], .own, own: SmallBook.north)[0].cells.map { $0[0].group.id } == ["U-1"])
  }

  @Test func withoutFiguresThereIsNoTable() {
    #expect(tables(.table, ["V1"], .own).isEmpty)
    #expect(tables(.table, ["L1"], .total).isEmpty)
    #expect(tables(.chart(.stacked), ["P1"], .each(.unit)).isEmpty)
  }

  @Test func longRowsStandUpright() {
    var table = tables(.table, ["V1"], .total, .months(12))[0]
    table.columns = Array(repeating: table.columns[0], count: 4)
    table.cells = [Array(repeating: table.cells[0][0], count: 4)]
    #expect(shape(table.upright) == "4p × 1g: m")
    #expect(table.upright.cells.count == 4)
    #expect(shape(tables(.table, ["V1"], .each(.unit), .months(12))[0].upright) == "3g × 2p: m")
  }

  @Test func aMonthThatIsNotOverSaysSo() {
    let heads = tables(.table, ["V1"], .total, .months(12))[0].columns
    let isIncomplete = heads.map { head in
      if case .period(_, true) = head { return true }
      return false
    }
    #expect(isIncomplete == [false, true])
  }

  @Test func hiddenFiguresCarryNoNumber() {
    let cells = tables(.table, ["V1", "V4", "V3"], .total)[0].cells[0]
    #expect(cells.map(\.point.number) == [618.0 / 901, nil, nil])
    #expect(cells.map(\.point.isHidden) == [false, true, true])
  }
}
