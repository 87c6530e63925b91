internal import Charts
internal import CivilTime
internal import Dashboards
internal import Diagnostics
internal import Statistics
internal import Swedish
internal import Theming

extension FigureContext {
  /// Texts of a head: what it is called, and what it notes.
  private func head(_ head: FigureTable.Head, _ name: String) -> Record {
    Record(PageSchemas.columnHead, ["text": .text(name), "note": Value(note(on: head))])
  }

  private func note(on head: FigureTable.Head) -> String? {
    if case .period(_, true) = head { return strings["chart.keyIncomplete"] }
    return nil
  }

  /// `path` is where the downloads lie, without ending; no link leads to `own`, the group that the page is about.
  func record(_ table: FigureTable, title: String, path: String, own: FigureBook.Group?) -> Record {
    let table = table.upright
    let fixed = table.fixed.map { names.name(of: $0) }.filter { !title.contains($0) }
    return Record(
      PageSchemas.figureTable,
      [
        "caption": .text(([title] + fixed).joined(separator: ", ")),
        "fixed": Value(fixed.isEmpty ? nil : fixed.joined(separator: ", ")),
        "hides": .flag(table.cells.joined().contains { $0.point.isHidden }),
        "corner": .text(strings[corner(of: table)]),
        "heads": .records(zip(table.columns, names.names(of: table.columns)).map { head($0, $1) }),
        "rows": .records(
          zip(zip(table.rows, names.names(of: table.rows)), table.cells).map { row, cells in
            let (head, name) = row
            var address: String?
            if case .group(let group) = head, group != own { address = addresses[group] }
            return Record(
              PageSchemas.figureRow,
              [
                "name": .text(name), "address": Value(address), "note": Value(note(on: head)),
                "figures": .records(cells.map { figure($0) }),
              ])
          }),
        "csv": .text(path + ".csv"), "json": .text(path + ".json"),
      ])
  }

  /// What the names of the rows are.
  private func corner(of table: FigureTable) -> String {
    switch table.rows.first {
    case .group(let group): group.kind == .file ? "figure.file" : "figure.group"
    case .period: "figure.period"
    case .measure, nil: "figure.measure"
    }
  }

  func provenance(of tables: [FigureTable], _ routineLinks: (Int) -> Record) -> Record {
    let cells = tables.flatMap { $0.cells.joined() }
    var measures: [Measure] = []
    for cell in cells where !measures.contains(where: { $0.id == cell.measure.id }) { measures.append(cell.measure) }
    let isEnglish = strings.language == "en"
    let periods = Set(cells.map(\.period)).subtracting([""]).sorted()
    let isOfFiles = cells.contains { $0.group.kind == .file }
    let sources = isOfFiles ? book.sources : book.sources(of: measures)
    let numbers = writer.texts.numbers
    return Record(
      PageSchemas.provenance,
      [
        "measures": .records(
          measures.map { measure in
            Record(
              PageSchemas.measure,
              [
                "id": .text(measure.id), "title": .text(names.title(measure)),
                "definition": .text(isEnglish ? measure.definition.english : measure.definition.swedish),
                "clause": Value(
                  measure.clause.isEmpty || measure.clause.hasPrefix("measures.md") ? nil : measure.clause),
                "routines": .records(routines(behind: measure).map(routineLinks)),
              ])
          }),
        "sources": .records(
          sources.map { source in
            func text(_ rows: Int) -> Value { .text(source.isWithheld ? "–" : numbers.text(rows)) }
            return Record(
              PageSchemas.source,
              [
                "file": .text(source.file), "read": text(source.read), "used": text(source.used),
                "rejected": text(source.rejected),
                "latest": Value(source.latest?.iso), "change": Value(change(source)),
              ])
          }),
        "period": Value(periods.count > 1 ? "\(periods[0]) – \(periods[periods.count - 1])" : periods.first),
        "asOf": .text(book.asOf.iso), "latest": Value(sources.compactMap(\.latest).max()?.iso),
        "threshold": .text(numbers.text(book.threshold)), "decision": Value(decision),
      ])
  }

  /// How many rows more or fewer than the file before of its kind: `+38`.
  private func change(_ source: FigureBook.Source) -> String? {
    guard let before = book.source(before: source), !source.isWithheld, !before.isWithheld else { return nil }
    let text = writer.texts.numbers.text(source.read - before.read)
    return source.read > before.read ? "+" + text : text
  }

  /// The two files of a table.
  func downloads(_ table: FigureTable) -> (csv: [UInt8], json: [UInt8]) {
    let columns = [
      "measure", "name", "kind", "group", "groupName", "period", "numerator", "denominator", "value", "hidden",
    ]
    let csv = table.csv(
      names: names, hidden: { $0 ? writer.texts.text(of: .few, .count) : strings["figure.withheld"] },
      headings: columns.map { strings["figure.csv.\($0)"] })
    return (csv, table.json())
  }
}
