import CivilTime
import Dashboards

@testable import Statistics

/// Two providers, three units, two months, a few measures; one figure of each hidden sort.
enum SmallBook {
  static let north = FigureBook.Group(kind: .provider, id: "U-1", name: "Norra hemtjänsten")
  static let south = FigureBook.Group(kind: .provider, id: "U-2", name: "=Södra; \"hemmet\"")
  static let units = [
    FigureBook.Group(kind: .unit, id: "E-1", name: "Ankaret", provider: "U-1"),
    FigureBook.Group(kind: .unit, id: "E-2", name: "Bryggan", provider: "U-1"),
    FigureBook.Group(kind: .unit, id: "E-3", name: "Cedern", provider: "U-2"),
  ]

  static let book = FigureBook(
    rows: rows, threshold: 5, measures: Measure.builtIn + Measure.ofFiles, groups: [north, south] + units, sources: [],
    asOf: CivilDate(iso: "2026-10-20") ?? CivilDate(dayNumber: 0))

  private static var rows: [PublishedRow] {
    var rows: [PublishedRow] = []
    for group in [FigureBook.total, north, south] + units {
      for period in ["2026-09", "2026-10"] {
        rows.append(row("V1", group, period, .shown(618), .shown(901), .shown(618.0 / 901)))
        rows.append(row("V4", group, period, .withheld, .shown(901), .withheld))
        rows.append(row("V3", group, period, .few, .shown(13), .few))
        for part in ["las", "nfc"] { rows.append(row("V1.\(part)", group, period, .shown(300), .none, .shown(300))) }
      }
      rows.append(row("P3.diff", group, "2026-10-18", .shown(1), .shown(5), .shown(-4)))
    }
    return rows
  }

  private static func row(
    _ measure: String, _ group: FigureBook.Group, _ period: String, _ numerator: PublishedCount,
    _ denominator: PublishedCount, _ value: PublishedValue
  ) -> PublishedRow {
    PublishedRow(
      measure: measure, groupKind: group.kind, group: group.id, period: period, numerator: numerator,
      denominator: denominator, value: value)
  }
}
