internal import Charts
internal import CivilTime
internal import Dashboards
internal import Diagnostics
internal import Documents
internal import HTML
internal import Handbook
internal import Statistics
internal import Theming

/// Where a block stands: its document, and the group that the page is about.
struct ComponentPlace {
  enum Source {
    case routine(Int)
    case page(Int)
  }

  var source: Source
  var group: FigureBook.Group?
  /// Of the page, below the site's root, without ending.
  var stem: String
}

extension SiteContext {
  /// A block in a page `root` away from the site's root; nil when it cannot be shown.
  func component(_ index: Int, at place: ComponentPlace, root: String) -> Markup? {
    guard let entry = entry(index, at: place) else { return nil }
    switch entry {
    case .include(let page):
      return body(
        of: library.pages[page].document, library.pageResolutions[page], at: .init(source: .page(page), stem: ""),
        root: root)
    case .figures(let spec):
      let record = record(spec, index, place, figures)
      var out: [UInt8] = []
      figures.templates[spec.templateName]?.render(record, root: root, into: &out)
      return Markup(trusted: out)
    }
  }

  private func entry(_ index: Int, at place: ComponentPlace) -> ComponentSheet.Entry? {
    switch place.source {
    case .routine(let routine): sheet.routines[routine][index]
    case .page(let page): sheet.pages[page][index]
    }
  }

  /// The files that the blocks of a page offer.
  func downloads(at place: ComponentPlace) -> [RenderedPage] {
    let count =
      switch place.source {
      case .routine(let routine): sheet.routines[routine].count
      case .page(let page): sheet.pages[page].count
      }
    return (0..<count).flatMap { index -> [RenderedPage] in
      guard case .figures(let spec)? = entry(index, at: place), spec.form != .kpi else { return [] }
      return spec.tables(from: figures.book, own: place.group).enumerated().flatMap { number, table in
        let (csv, json) = figures.downloads(table)
        let path = Self.downloadPath(place, index, number)
        return [RenderedPage(path: path + ".csv", bytes: csv), RenderedPage(path: path + ".json", bytes: json)]
      }
    }
  }

  private func document(at place: ComponentPlace) -> Document {
    switch place.source {
    case .routine(let routine): library.routines[routine].document
    case .page(let page): library.pages[page].document
    }
  }

  /// Of a block's title: one below the heading that the block stands under.
  private func headingLevel(_ index: Int, at place: ComponentPlace) -> Int {
    let document = document(at: place)
    let line = document.components[index].line
    return min(6, (document.sections.last { $0.line < line }?.level ?? 1) + 1)
  }

  private static func downloadPath(_ place: ComponentPlace, _ index: Int, _ number: Int) -> String {
    "statistik/data/" + place.stem.split(separator: "/").joined(separator: "-") + "-\(index + 1)"
      + (number == 0 ? "" : "-\(number + 1)")
  }

  private func record(
    _ spec: FigureSpec, _ index: Int, _ place: ComponentPlace, _ figures: FigureContext
  ) -> Record {
    let tables = spec.tables(from: figures.book, own: place.group)
    let title = spec.title ?? spec.measures.map { figures.names.title($0) }.joined(separator: ", ")
    let provenance = figures.provenance(of: tables) { routineLink($0) }
    let id = "figur-\(index + 1)"
    let level = headingLevel(index, at: place)
    func path(_ number: Int) -> String { Self.downloadPath(place, index, number) }
    func caption(_ table: FigureTable) -> String {
      ([title] + table.fixed.map { figures.names.name(of: $0) }.filter { $0 != title }).joined(separator: ", ")
    }
    switch spec.form {
    case .kpi:
      return Record(
        PageSchemas.kpi,
        [
          "id": .text(id), "title": .text(title), "level": .number(level),
          "cards": .records(tables.flatMap { cards(of: $0, spec, id, figures) }), "provenance": .record(provenance),
        ])
    case .table:
      return Record(
        PageSchemas.table,
        [
          "id": .text(id), "title": .text(title), "level": .number(level),
          "tables": .records(
            tables.enumerated().map { figures.record($1, title: title, path: path($0), own: place.group) }),
          "provenance": .record(provenance),
        ])
    case .chart(let style):
      return Record(
        PageSchemas.chart,
        [
          "id": .text(id), "title": .text(title), "level": .number(level),
          "drawings": .records(
            tables.enumerated().map { number, table in
              let caption = tables.count > 1 ? caption(table) : title
              let marks = marks(for: spec, table, figures)
              let chart = table.chart(
                style, title: caption, target: spec.target, marks: marks.map(\.mark), names: figures.names)
              return Record(
                PageSchemas.drawing,
                [
                  "title": .text(caption), "sentence": .text(figures.writer.sentence(chart)),
                  "svg": .markup(figures.writer.svg(chart, id: "\(id)-\(number + 1)")),
                  "marks": .records(style == .line ? marks.map(\.link) : []),
                  "table": .record(
                    figures.record(table, title: caption, path: path(number), own: place.group)),
                ])
            }), "provenance": .record(provenance),
        ])
    }
  }

  func routineLink(_ index: Int) -> Record {
    let routine = library.routines[index]
    let edition = routine.document.frontMatter.edition
    let text = edition.map { strings.formatted("figure.edition", ["title": routine.title, "edition": $0]) }
    return link(text ?? routine.title, routine.address)
  }

  /// Months in which an edition of a routine behind the figures came into force.
  private func marks(
    for spec: FigureSpec, _ table: FigureTable, _ figures: FigureContext
  ) -> [(mark: Chart.Mark, link: Record)] {
    let periods = table.periodColumns
    let routines = unique(spec.measures.flatMap { figures.routines(behind: $0) })
    let editions = routines.flatMap { index in
      editionStarts(of: index).map { (title: library.routines[index].title, day: $0.day, address: $0.address) }
    }
    return editions.sorted { ($0.day, $0.title) < ($1.day, $1.title) }.compactMap { title, day, address in
      guard let column = periods.firstIndex(of: CivilMonth(containing: day).iso), column > 0 else { return nil }
      let label = strings.formatted("figure.mark", ["date": day.iso])
      return (Chart.Mark(before: column, label: label, href: address), link("\(label): \(title)", address))
    }
  }

  // MARK: Single figures

  private func cards(
    of table: FigureTable, _ spec: FigureSpec, _ id: String, _ figures: FigureContext
  ) -> [Record] {
    let several = Set(table.cells.joined().map(\.group)).count > 1
    return table.cells.joined().enumerated().map { number, cell in
      let name = several ? figures.names.name(of: .group(cell.group)) : figures.names.title(cell.measure)
      let judged = figures.judge(cell, spec.target)
      return Record(
        PageSchemas.card,
        [
          "name": .text(name), "address": Value(several ? figures.addresses[cell.group] : nil),
          "figure": .record(figures.figure(cell)),
          "target": Value(spec.target.map { figures.names.target($0, cell.measure.chartUnit) }),
          "met": .flag(judged == true), "missed": .flag(judged == false), "period": .text(cell.period),
          "spark": Value(figures.spark(cell, id: "\(id)-k\(number + 1)")),
        ])
    }
  }

  /// What `nyckeltal` of a routine show today.
  func indicators(of index: Int) -> [Record] {
    indicatorTables(of: index).enumerated().map { number, table in
      let cell = table.cells[0][0]
      let measure = cell.measure
      let judged = figures.judge(cell, measure.target)
      return Record(
        PageSchemas.indicator,
        [
          "title": .text(figures.names.title(measure)), "figure": .record(figures.figure(cell)),
          "period": .text(cell.period),
          "target": Value(measure.target.map { figures.names.target($0, measure.chartUnit) }),
          "met": .flag(judged == true), "missed": .flag(judged == false),
          "spark": Value(figures.spark(cell, id: "nyckeltal-\(number + 1)")),
          "dashboards": .records(dashboards(showing: measure)),
        ])
    }
  }

  /// What stands behind a routine's indicators; nil when it has none to show.
  func indicatorProvenance(of index: Int) -> Record? {
    let tables = indicatorTables(of: index)
    return tables.isEmpty ? nil : figures.provenance(of: tables) { routineLink($0) }
  }

  /// A table of one cell for each measure that is told of the whole municipality.
  private func indicatorTables(of index: Int) -> [FigureTable] {
    let names = library.routines[index].document.frontMatter.measures
    return names.flatMap { figures.book.measures(named: $0) }.compactMap { measure in
      FigureSpec(form: .kpi, measures: [measure], groups: .total, span: .latest)
        .tables(from: figures.book, own: nil).first
    }
  }

  /// Dashboards with a block about the measure.
  private func dashboards(showing measure: Measure) -> [Record] {
    let family = String(measure.id.prefix { $0 != "." })
    return library.dashboards.compactMap { index in
      let page = library.pages[index]
      guard page.document.frontMatter.pagePer == nil else { return nil }
      let isShown = sheet.pages[index].contains { entry in
        guard case .figures(let spec)? = entry else { return false }
        return spec.measures.contains { $0.id.prefix { $0 != "." } == family }
      }
      return isShown ? link(page.document.title, page.address) : nil
    }
  }
}

extension FigureSpec {
  var templateName: String {
    switch form {
    case .kpi: "kpi"
    case .chart: "chart"
    case .table: "table"
    }
  }
}

extension FigureContext {
  /// Whether a target is reached; nil without a target or a value.
  func judge(_ cell: FigureTable.Cell, _ target: Measure.Target?) -> Bool? {
    guard let target, case .value(let number) = cell.point else { return nil }
    return switch target {
    case .atLeast(let value): number >= value
    case .atMost(let value): number <= value
    }
  }

  /// The last twelve months of a cell's measure and group; nil with fewer than two.
  func spark(_ cell: FigureTable.Cell, id: String) -> Markup? {
    let spec = FigureSpec(
      form: .chart(.sparkline), measures: [cell.measure], groups: .named([cell.group]), span: .months(12))
    guard let table = spec.tables(from: book, own: nil).first, table.columns.count > 1 else { return nil }
    let chart = table.chart(.sparkline, title: names.title(cell.measure), target: nil, names: names)
    return writer.svg(chart, id: id)
  }
}
