internal import Charts
internal import CivilTime
internal import Documents
internal import Handbook
internal import Theming

extension SiteContext {
  private static let stripMonths = 12
  /// More lanes than this nobody takes in.
  private static let stripLanes = 40

  /// A lane for each duty through twelve months, for each responsible where the duties are too many; nil without dates.
  var dutyStrip: Record? {
    var strip = CalendarStrip(
      title: strings["calendar.strip"], from: CivilMonth(containing: library.asOf), monthCount: Self.stripMonths,
      rows: [], asOf: library.asOf)
    strip.rows = lanes(in: strip) { $0.followUp.what }
    if strip.rows.count > Self.stripLanes { strip.rows = lanes(in: strip) { $0.followUp.who } }
    guard (1...Self.stripLanes).contains(strip.rows.count) else { return nil }
    return Record(
      PageSchemas.strip,
      [
        "title": .text(strip.title), "sentence": .text(figures.writer.sentence(strip)),
        "svg": .markup(figures.writer.svg(strip, id: "kalender")),
        "rows": .records(
          strip.rows.map { row in
            Record(
              PageSchemas.stripRow,
              ["name": .text(row.name), "days": .texts(strip.marks(of: row).map(\.date.iso))])
          }),
      ])
  }

  /// Those with dates in the strip's months, the one that comes first above.
  private func lanes(in strip: CalendarStrip, _ name: (Duty) -> String) -> [CalendarStrip.Row] {
    let rows = Dictionary(grouping: duties, by: name).map { name, duties in
      let days = Set(duties.flatMap { $0.occurrences.map(\.due) })
      return CalendarStrip.Row(name, days.map { CalendarStrip.Mark($0, .planned) })
    }
    return rows.filter { !strip.marks(of: $0).isEmpty }.sorted {
      (strip.marks(of: $0)[0].date, $0.name) < (strip.marks(of: $1)[0].date, $1.name)
    }
  }
}
