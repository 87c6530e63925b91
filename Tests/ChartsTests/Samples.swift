import Charts
import CivilTime
import Foundation
import Swedish

/// The words of the fixtures, which are those that a theme needs.
enum Words {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/charts")

  static let swedish = ChartWriter(texts: texts("sv", .swedish))
  static let english = ChartWriter(texts: texts("en", .english))

  /// Lines of `key: "text"`.
  static func lines(_ language: String) -> [String: String] {
    let text = (try? String(contentsOf: folder.appendingPathComponent("\(language).yaml"), encoding: .utf8)) ?? ""
    let pairs = text.split(separator: "\n").map { line -> (String, String) in
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      return (parts[0], parts[1].trimmingCharacters(in: CharacterSet(charactersIn: " \"")))
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  private static func texts(_ language: String, _ numbers: NumberFormat) -> ChartTexts {
    let lines = lines(language)
    return ChartTexts(numbers: numbers, threshold: 5) { lines[$0.rawValue] ?? "" }
  }
}

/// Charts of Ekvik kommun, which does not exist.
enum Samples {
  static let providers = [
    "Hemtjänst Norr", "Hemtjänst Söder", "Björkgårdens hemvård", "Nattpatrullen", "Ekviks omsorg AB",
    "Boendestöd Centrum", "Mobila teamet", "Strandens hemtjänst",
  ]
  static let longNames = [
    "Björkgårdens hemtjänst- och boendestödsutförare i norra Ekvik",
    "Hemgångsteamet för korttidsvård och rehabilitering i Västervik",
    "Omsorgsutförarorganisationssamordningen", "Södra områdets natt- och larmgrupp (Ekviks kommun, egen regi)",
  ]

  static func name(_ index: Int) -> String {
    index < providers.count ? providers[index] : "Hemtjänst \(index + 1)"
  }

  static func months(_ count: Int, incompleteLast: Bool = false) -> [Chart.Column] {
    let last = month("2026-10")
    return (0..<count).map { index in
      Chart.Column(last.adding(months: index + 1 - count).iso, isIncomplete: incompleteLast && index == count - 1)
    }
  }

  static func values(_ numbers: [Double]) -> [ChartPoint] { numbers.map(ChartPoint.value) }

  static let goal = Chart.Target(0.9, .atLeast, label: "Mål minst 90 %")

  static let line = Chart(
    .line, title: "Andel digitalt registrerade besök", unit: .ratio, columns: months(12),
    rows: [Chart.Row("Alla", values([0.71, 0.74, 0.76, 0.75, 0.79, 0.83, 0.82, 0.86, 0.88, 0.91, 0.92, 0.934]))],
    target: goal, marks: [Chart.Mark(before: 5, label: "Utgåva 2026-04-01", href: "rutin/las/")])

  static let lineWithGaps = Chart(
    .line, title: "Medarbetare som inte använt låset", unit: .count, columns: months(12, incompleteLast: true),
    rows: [
      Chart.Row(
        "Alla",
        [
          .value(31), .value(28), .few, .withheld, .value(22), .missing, .missing, .value(19), .noBase, .value(14),
          .value(9), .value(7),
        ])
    ],
    marks: [Chart.Mark(before: 5, label: "Utgåva 3", href: "a"), Chart.Mark(before: 7, label: "Utgåva 4", href: "b")])

  static let lines = Chart(
    .line, title: "Andel digitalt registrerade besök per område", unit: .ratio, columns: months(12),
    rows: [
      Chart.Row("Hemtjänst Norr", values([0.71, 0.74, 0.76, 0.75, 0.79, 0.83, 0.82, 0.86, 0.88, 0.91, 0.92, 0.934])),
      Chart.Row(
        "Björkgårdens hemvård", values([0.81, 0.8, 0.83, 0.82, 0.85, 0.86, 0.84, 0.88, 0.9, 0.89, 0.93, 0.93])),
      Chart.Row("Nattpatrullen", values([0.52, 0.55, 0.61, 0.6, 0.58, 0.66, 0.7, 0.73, 0.72, 0.78, 0.8, 0.81])),
      Chart.Row("Ekviks omsorg AB", values([0.9, 0.91, 0.9, 0.93, 0.92, 0.93, 0.94, 0.92, 0.93, 0.95, 0.94, 0.925])),
    ], target: goal)

  static let lineRows = Chart(
    .line, title: "Andel digitalt registrerade besök per utförare", unit: .ratio, columns: months(12),
    rows: (0..<7).map { row in
      let points = (0..<12).map { month -> ChartPoint in
        if row == 2, month > 8 { return .few }
        if row == 3, month == 4 { return .withheld }
        if month == 6, row % 2 == 0 { return .missing }
        return .value(0.5 + 0.05 * Double(row) + 0.012 * Double(month) + (month % 3 == 0 ? 0.02 : 0))
      }
      return Chart.Row(row == 1 ? longNames[0] : row == 5 ? longNames[2] : name(row), points)
    }, target: goal, marks: [Chart.Mark(before: 5, label: "Utgåva 2026-04-01", href: "rutin/las/")])

  static let bars = Chart(
    .bar, title: "Andel digitalt registrerade besök", unit: .ratio, columns: [Chart.Column("2026-10")],
    rows: [
      Chart.Row("Björkgårdens hemvård", [.value(0.962)]), Chart.Row("Hemtjänst Norr", [.value(0.934)]),
      Chart.Row(longNames[0], [.value(0.873)]), Chart.Row("Hemtjänst Söder", [.value(0.61)]),
      Chart.Row("Mobila teamet", [.few]), Chart.Row("Nattpatrullen", [.withheld]),
      Chart.Row("Boendestöd Centrum", [.noBase]), Chart.Row("Strandens hemtjänst", [.missing]),
    ], target: goal)

  static let shortBars = Chart(
    .bar, title: "Monteringar per månad", unit: .count, columns: [Chart.Column("")],
    rows: months(12).enumerated().map { Chart.Row($1.name, [$0 == 4 ? .missing : .value(Double(12 + $0 * 17 % 23))]) })

  static let parts = ["Lås", "NFC", "App", "Efterhand", "Okänd"].map { Chart.Column($0) }

  static func stack(asShares: Bool) -> Chart {
    Chart(
      .stackedBar(asShares: asShares), title: "Hur besök registreras", unit: .count, columns: parts,
      rows: [
        Chart.Row("Hemtjänst Norr", values([1240, 310, 150, 96, 12])),
        Chart.Row("Björkgårdens hemvård", [.value(620), .value(240), .value(88), .withheld, .few]),
        Chart.Row(longNames[3], values([210, 380, 40, 170, 31])),
        Chart.Row("Boendestöd Centrum", values([0, 0, 0, 0, 0])),
        Chart.Row("Nattpatrullen", [.missing, .missing, .missing, .missing, .missing]),
      ])
  }

  static let diverging = Chart(
    .divergingBar, title: "Telefoner mot behov", unit: .count, columns: [Chart.Column("2026-10-31")],
    rows: [
      Chart.Row("Hemtjänst Norr", [.value(6)]), Chart.Row("Björkgårdens hemvård", [.value(2)]),
      Chart.Row("Nattpatrullen", [.value(0)]), Chart.Row(longNames[1], [.value(-1)]),
      Chart.Row("Hemtjänst Söder", [.value(-7)]), Chart.Row("Ekviks omsorg AB", [.missing]),
    ])

  static let sparkline = Chart(
    .sparkline, title: "Andel digitalt registrerade besök", unit: .ratio, columns: months(12), rows: line.rows,
    target: goal)

  static func strip(months: Int) -> CalendarStrip {
    let first = month("2026-07")
    let dates = (0..<months).map { first.adding(months: $0) }
    return CalendarStrip(
      title: "Uppföljningens datum", from: first, monthCount: months,
      rows: [
        CalendarStrip.Row(
          "Stickprov av registrerade besök",
          dates.enumerated().map { index, month in
            CalendarStrip.Mark(
              month.day(15), index < 2 ? .done : index == 2 ? .late : index == 3 ? .unreported : .planned)
          }),
        CalendarStrip.Row(
          "Genomgång av telefoner som inte använts på fjorton dagar, med beslut om omplacering",
          stride(from: 0, to: months, by: 2).map { CalendarStrip.Mark(dates[$0].day(3), $0 < 4 ? .done : .planned) }),
        CalendarStrip.Row(
          "Kontroll av larm varje vecka",
          (0..<months * 4).map { index in
            CalendarStrip.Mark(first.firstDay.adding(days: 7 * index + 2), index < 17 ? .done : .planned)
          }),
        CalendarStrip.Row("Halvårsgenomgång", [CalendarStrip.Mark(date("2027-01-04"), .planned)]),
      ], asOf: CivilDate(iso: "2026-11-01"))
  }

  static let named: [(name: String, chart: Chart)] = [
    ("line", line), ("line-gaps", lineWithGaps), ("lines", lines), ("line-rows", lineRows), ("bars", bars),
    ("short-bars", shortBars), ("stack", stack(asShares: false)), ("stack-shares", stack(asShares: true)),
    ("diverging", diverging), ("sparkline", sparkline),
  ]
}

/// The first month of the calendar when the text is none, which no test would pass with.
func month(_ iso: String) -> CivilMonth { CivilMonth(iso: iso) ?? CivilMonth(containing: CivilDate(dayNumber: .min)) }

func date(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? CivilDate(dayNumber: .min) }
