internal import Diagnostics

/// Reads the rows of a table that is handed over row by row.
struct TableReader {
  var name: String
  var rules: ExportRules
  var key: IdentityKey
  var lookup: ClientLookup?

  /// The kind that a table's headings tell, nil when they are none of an export or it cannot be read so far.
  func kind(of source: any TableSource) -> ExportKind? {
    var source = source
    return try? headings(of: &source).match.kind
  }

  /// Reads up to the headings.
  private func headings(of source: inout any TableSource) throws(ExportFault) -> (match: HeadingMatch, line: Int) {
    var finder = HeaderFinder(file: name, rules: rules)
    var hasColumns = false
    var above: [TableRow] = []
    var row = TableRow()
    while above.count < HeaderFinder.titleRows, try next(&source, &row) {
      if row.isBlank { continue }
      let header = (0..<row.count).map { String(decoding: row[$0], as: UTF8.self) }
      hasColumns = hasColumns || row.count > 1
      _ = finder.look(at: header, row: above.count)
      above.append(row)
      // The rows after a complete header are data.
      if finder.best?.match.isComplete == true { break }
    }
    guard let best = finder.best, best.match.isComplete else {
      if above.isEmpty { throw .empty(name) }
      throw hasColumns ? finder.fault(nearest: finder.best?.match) : .singleColumnSheet(name)
    }
    return (best.match, above.last?.number ?? 1)
  }

  func read(_ source: any TableSource) throws(ExportFault) -> FileReading {
    var source = source
    let (match, headerLine) = try headings(of: &source)
    let context = RowContext(match: match, key: key, rules: rules, lookup: lookup)
    if var skipping = source as? any TableSource & ColumnSkipping {
      skipping.skip(match.unread)
      source = skipping
    }
    switch match.kind {
    case .units: return try read(&source, context, headerLine, ListCollector<UnitRow>.self) { .units($0.rows) }
    case .locks: return try read(&source, context, headerLine, ListCollector<LockRow>.self) { .locks($0.rows) }
    case .visits where lookup != nil:
      return try read(&source, context, headerLine, ClientSeeker.self) { _ in .visits([]) }
    case .visits: return try read(&source, context, headerLine, VisitCollector.self) { .visits($0.segments) }
    case .phones: return try read(&source, context, headerLine, ListCollector<PhoneRow>.self) { .phones($0.rows) }
    case .lockEvents:
      return try read(&source, context, headerLine, ListCollector<LockEventRow>.self) { .lockEvents($0.rows) }
    case .jobs: return try read(&source, context, headerLine, ListCollector<JobRow>.self) { .jobs($0.rows) }
    case .followUps:
      return try read(&source, context, headerLine, ListCollector<FollowUpRow>.self) { .followUps($0.rows) }
    }
  }

  private func read<Collector: RowCollector>(
    _ source: inout any TableSource, _ context: RowContext, _ headerLine: Int, _ type: Collector.Type,
    _ content: (Collector) -> ExportRows
  ) throws(ExportFault) -> FileReading {
    var collector = Collector(context)
    var rejects = RejectLog()
    var count = 0
    var row = TableRow()
    var pending: TableRow?
    func take(_ row: TableRow) {
      let place = RowPlace(chunk: 0, line: row.number)
      count += 1
      let rejection = row.withCells(width: context.match.width, place: place) { cells in
        cells.count == context.match.width ? collector.take(cells) : Rejection(.badColumns)
      }
      if let rejection { rejects.add(rejection, at: place.raw) }
    }
    while try next(&source, &row) {
      if row.isBlank { continue }
      if let saved = pending {
        take(saved)
        pending = nil
      }
      let mayBeTotal = row.withCells(width: context.match.width, place: RowPlace(chunk: 0, line: 0)) {
        TotalRow.mayBegin(with: $0.cells[context.match.first])
      }
      if mayBeTotal { pending = row } else { take(row) }
    }
    collector.finish()
    var reading = FileReading(
      name: name, rows: content(collector), rowCount: count, rejects: rejects, chunkLines: [0], diagnostics: [])
    reading.noteAbsentColumns(context.match, headerLine: headerLine)
    reading.noteRepeatedColumns(context.match, headerLine: headerLine)
    if let pending { reading.checkTotal(pending, line: pending.number) }
    return reading
  }

  private func next(_ source: inout any TableSource, _ row: inout TableRow) throws(ExportFault) -> Bool {
    row.removeAll()
    do throws(TableFault) {
      return try source.next(into: &row)
    } catch {
      throw ExportFault(error.diagnostic)
    }
  }
}
