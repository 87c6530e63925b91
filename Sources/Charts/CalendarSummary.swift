internal import CivilTime

/// What a calendar strip shows: the next date, and how many there are of each kind.
struct CalendarSummary {
  let strip: CalendarStrip
  let texts: ChartTexts

  var sentence: String {
    let marks = strip.rows.flatMap(strip.marks)
    guard !marks.isEmpty else { return texts[.noDates] }
    let next = strip.rows.compactMap { row in strip.next(in: row).map { (date: $0, duty: row.name) } }
      .min { $0.date < $1.date }
    let counts = CalendarStrip.Mark.Kind.allCases.compactMap { kind -> String? in
      let count = marks.count { $0.kind == kind }
      guard count > 0 else { return nil }
      return texts.fill(.kindCount, ["count": texts.text(count: count), "kind": texts[kind.text]])
    }
    let first = next.map { texts.fill(.nextOfAll, ["date": $0.date.iso, "duty": $0.duty]) }
    return ([first] + counts).compactMap(\.self).joined(separator: " ")
  }
}

extension CalendarStrip.Mark.Kind {
  var text: ChartText {
    switch self {
    case .planned: .planned
    case .done: .done
    case .late: .late
    case .unreported: .unreported
    }
  }
}
