public import Charts
public import Statistics

/// The figures that a block asks for, laid out: what its drawing, its table, its sentence and its downloads are made from.
public struct FigureTable: Sendable {
  public struct Cell: Sendable {
    public var measure: Measure
    public var group: FigureBook.Group
    /// As in `measures.md` 10.
    public var period: String
    /// nil where nothing is told.
    public var row: PublishedRow?
  }

  /// What one line or column of the layout stands for.
  public enum Head: Sendable {
    case measure(Measure)
    case period(String, isIncomplete: Bool)
    case group(FigureBook.Group)
  }

  /// Told once, above: the one measure, the one group, the one period.
  public var fixed: [Head]
  public var columns: [Head]
  public var rows: [Head]
  /// Row by row.
  public var cells: [[Cell]]

  /// As it is best read in a column: a long row, or two or three of measures, become as many columns.
  public var upright: FigureTable {
    let isOfMeasures = if case .measure? = rows.first { true } else { false }
    guard rows.count <= (isOfMeasures ? 3 : 1), columns.count > 3 else { return self }
    return FigureTable(
      fixed: fixed, columns: rows, rows: columns, cells: columns.indices.map { column in cells.map { $0[column] } })
  }
}

extension FigureTable.Cell {
  /// As it may be drawn; hidden figures carry no number.
  public var point: ChartPoint {
    guard let row else { return .missing }
    switch row.value {
    case .shown(let number): return .value(number)
    case .few: return .few
    case .withheld: return .withheld
    case .none:
      if case .shown(0) = row.denominator { return .noBase }
      return .missing
    }
  }
}

extension FigureSpec {
  /// Several when measures, groups and periods are all more than one: then one for each group; none without any figure.
  ///
  /// `own` is the group that the page is about.
  public func tables(from book: FigureBook, own: FigureBook.Group?) -> [FigureTable] {
    let groups = groups(in: book, own: own)
    guard !groups.isEmpty else { return [] }
    let isStacked = form == .chart(.stacked)
    let parts = isStacked && measures.count == 1 ? book.classes(of: measures[0]) : measures
    let shown = parts.isEmpty ? measures : parts
    let periods = orderedPeriods(of: shown, in: book)
    func table(_ groups: [FigureBook.Group]) -> FigureTable {
      layout(shown, groups, periods, book)
    }
    let isOne = shown.count <= 1 || groups.count <= 1 || periods.count <= 1
    let tables = isOne ? [table(groups)] : groups.map { table([$0]) }
    return tables.filter { $0.cells.joined().contains { $0.row != nil } }
  }

  public func groups(in book: FigureBook, own: FigureBook.Group?) -> [FigureBook.Group] {
    switch groups {
    case .total: [FigureBook.total]
    case .each(let kind):
      book.groups.filter { group in group.kind == kind && measures.contains { book.tells($0, group) } }
    case .named(let groups): groups
    case .own: own.map { [$0] } ?? []
    case .ownUnits: book.groups.filter { $0.kind == .unit && $0.provider == own?.id }
    case .files: book.groups.filter { group in group.kind == .file && measures.contains { book.tells($0, group) } }
    }
  }

  /// Periods of all measures together; a latest one for each where they differ.
  private func orderedPeriods(of measures: [Measure], in book: FigureBook) -> [String] {
    if span == .latest { return [""] }
    return Set(measures.flatMap { book.periods(span, of: $0) }).sorted()
  }

  private func layout(
    _ measures: [Measure], _ groups: [FigureBook.Group], _ periods: [String], _ book: FigureBook
  ) -> FigureTable {
    func cell(_ measure: Measure, _ group: FigureBook.Group, _ period: String) -> FigureTable.Cell {
      let period = span == .latest ? book.periods(span, of: measure).first ?? "" : period
      return FigureTable.Cell(
        measure: measure, group: group, period: period, row: book.row(measure.id, group, period))
    }
    let measureHeads = measures.map { FigureTable.Head.measure($0) }
    let groupHeads = groups.map { FigureTable.Head.group($0) }
    let known = span == .latest ? measures.flatMap { book.periods(span, of: $0) } : periods
    let periodHeads = periods.map { FigureTable.Head.period($0, isIncomplete: book.isIncomplete($0)) }
    let one = Set(known).count == 1 ? known.first : nil
    let fixedPeriod = one.map { [FigureTable.Head.period($0, isIncomplete: book.isIncomplete($0))] } ?? []
    if periods.count > 1, measures.count == 1 {
      return FigureTable(
        fixed: measureHeads, columns: periodHeads, rows: groupHeads,
        cells: groups.map { group in periods.map { cell(measures[0], group, $0) } })
    }
    if periods.count > 1, form == .chart(.line) || form == .chart(.sparkline) {
      return FigureTable(
        fixed: groupHeads, columns: periodHeads, rows: measureHeads,
        cells: measures.map { measure in periods.map { cell(measure, groups[0], $0) } })
    }
    if periods.count > 1 {
      return FigureTable(
        fixed: groupHeads, columns: measureHeads, rows: periodHeads,
        cells: periods.map { period in groups.prefix(1).flatMap { group in measures.map { cell($0, group, period) } } })
    }
    return FigureTable(
      fixed: fixedPeriod, columns: measureHeads, rows: groupHeads,
      cells: groups.map { group in measures.map { cell($0, group, periods.first ?? "") } })
  }
}

extension FigureBook {
  /// Whether a measure is delivered for a group at all.
  func tells(_ measure: Measure, _ group: Group) -> Bool {
    let periods = periods(of: measure.id)
    let known = periods.isTimeless ? [""] : periods.days + periods.months + periods.halfYears
    return known.contains { row(measure.id, group, $0) != nil }
  }
}
