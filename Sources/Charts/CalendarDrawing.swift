internal import CivilTime

/// A lane for each duty and twelve months, a mark for each date.
struct CalendarDrawing {
  let strip: CalendarStrip
  let texts: ChartTexts

  private static let monthsInBlock = 12
  private static let lane = 9.0

  func draw(in drawing: inout Drawing) {
    var y = drawing.height
    for start in stride(from: 0, to: strip.months.count, by: Self.monthsInBlock) {
      let months = Array(strip.months[start..<min(start + Self.monthsInBlock, strip.months.count)])
      y = drawMonths(months, at: y, in: &drawing)
      for row in strip.rows { y = draw(row, months, isFirst: start == 0, at: y, in: &drawing) }
      y += 8
    }
    drawing.height = y - 8
    let kinds = Set(strip.rows.flatMap(strip.marks).map(\.kind))
    var key = Key(CalendarStrip.Mark.Kind.allCases.filter(kinds.contains).map { (.glyph(Glyph($0)), texts[$0.text]) })
    if let asOf = strip.asOf, asOfX(strip.months) != nil {
      key.entries.append((.target, texts.fill(.asOf, ["date": asOf.iso])))
    }
    key.draw(in: &drawing)
  }

  /// Numbers of months, and of the year over its first.
  private func drawMonths(_ months: [CivilMonth], at top: Double, in drawing: inout Drawing) -> Double {
    var years = Label(lines: [""], size: Drawing.smallSize)
    var yearEnd = -1.0
    for (index, month) in months.enumerated() {
      let left = x(of: month.firstDay, in: months)
      if index == 0 || month.month == 1 {
        years.lines = [String(month.year)]
        let x = min(left, Drawing.width - years.width)
        if x > yearEnd { drawing.label(years.at(x, top)) }
        yearEnd = x + years.width + 4
      }
      var label = Label(lines: [String(month.iso.suffix(2))], size: Drawing.smallSize)
      label.isSoft = true
      drawing.label(label.at(left + width(of: month, in: months) / 2, top + 16, .middle))
    }
    return top + 34
  }

  private func draw(
    _ row: CalendarStrip.Row, _ months: [CivilMonth], isFirst: Bool, at top: Double, in drawing: inout Drawing
  ) -> Double {
    let next = isFirst ? strip.next(in: row).map { texts.fill(.next, ["date": $0.iso]) } : nil
    var caption = Label(lines: next.map { [$0] } ?? [], size: Drawing.smallSize)
    caption.isSoft = true
    let name = Label.wrapped(row.name, width: drawing.width - (next == nil ? 0 : caption.width + 10), maxLines: 4)
    drawing.label(name.at(0, top))
    drawing.label(caption.at(drawing.width, top + 1, .end))
    let marks = row.marks.filter { mark in months.contains(CivilMonth(containing: mark.date)) }
    // A mark on the first or the last day is whole.
    let places = marks.map { min(max(x(of: $0.date, in: months) + dayWidth(in: months) / 2, 4), Drawing.width - 4) }
    let lanes = Spread.lanes(places.map { $0...$0 + 6 })
    let trackTop = top + max(name.height, caption.height) + 2
    let height = Double((lanes.max() ?? 0) + 1) * Self.lane + 5
    Decoration.grid(
      months.dropFirst().map { "M\(x(of: $0.firstDay, in: months).svg) \(trackTop.svg)v\(height.svg)" }.joined(),
      in: &drawing)
    Decoration.axis("M0 \((trackTop + height).svg)h\(drawing.width.svg)", in: &drawing)
    if let x = asOfX(months) { Decoration.target("M\(x.svg) \(trackTop.svg)v\(height.svg)", in: &drawing) }
    for kind in CalendarStrip.Mark.Kind.allCases where marks.contains(where: { $0.kind == kind }) {
      drawing.element("g", Palette.group(kind == .late ? 1 : 0)) { drawing in
        for index in marks.indices where marks[index].kind == kind {
          let y = trackTop + height - 7 - Double(lanes[index]) * Self.lane
          Glyph(kind).draw(places[index], y, in: &drawing)
        }
      }
    }
    return trackTop + height + 9
  }

  private func asOfX(_ months: [CivilMonth]) -> Double? {
    guard let asOf = strip.asOf, months.contains(CivilMonth(containing: asOf)) else { return nil }
    return x(of: asOf, in: months)
  }

  /// A short block of months is not stretched, so that months are as wide in all.
  private func dayWidth(in months: [CivilMonth]) -> Double {
    Drawing.width / Double(max(1, strip.months.count < Self.monthsInBlock ? days(strip.months) : 366))
  }

  private func days(_ months: [CivilMonth]) -> Int {
    guard let first = months.first, let last = months.last else { return 0 }
    return last.lastDay.dayNumber - first.firstDay.dayNumber + 1
  }

  private func x(of date: CivilDate, in months: [CivilMonth]) -> Double {
    Double(date.dayNumber - (months.first?.firstDay.dayNumber ?? 0)) * dayWidth(in: months)
  }

  private func width(of month: CivilMonth, in months: [CivilMonth]) -> Double {
    Double(days([month])) * dayWidth(in: months)
  }
}
