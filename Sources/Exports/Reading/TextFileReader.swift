internal import Diagnostics
internal import Dispatch
internal import Synchronization

/// Why the rows of a text file cannot be read.
enum TextFault: Error {
  case notUTF8(line: Int)
  case doubled(line: Int)
  case quote(QuoteFault)
}

/// Reads the rows of one text file on several threads.
///
/// The file is cut into chunks at line breaks. Whether such a break lies in a quoted cell shows when the chunk before is
/// done: its last row then ends elsewhere than the next chunk began, and the file is read again from first to last.
struct TextFileReader {
  var name: String
  var source: any ByteSource
  var layout: TextLayout
  var context: RowContext
  var jobs: Int

  func read() throws(TextFault) -> FileReading {
    switch context.match.kind {
    case .units: try read(ListCollector<UnitRow>.self) { .units($0.rows) }
    case .locks: try read(ListCollector<LockRow>.self) { .locks($0.rows) }
    case .visits where context.lookup != nil: try read(ClientSeeker.self) { _ in .visits([]) }
    case .visits: try read(VisitCollector.self) { .visits($0.segments) }
    case .phones: try read(ListCollector<PhoneRow>.self) { .phones($0.rows) }
    case .lockEvents: try read(ListCollector<LockEventRow>.self) { .lockEvents($0.rows) }
    case .jobs: try read(ListCollector<JobRow>.self) { .jobs($0.rows) }
    case .followUps: try read(ListCollector<FollowUpRow>.self) { .followUps($0.rows) }
    }
  }

  private func read<Collector: RowCollector>(
    _ type: Collector.Type, _ content: (Collector) -> ExportRows
  ) throws(TextFault) -> FileReading {
    let size = ChunkWorker<Collector>.chunkSize
    let chunks = max(1, (max(0, source.count - layout.dataOffset) + size - 1) / size)
    var result: Threaded<Collector>? = chunks > 1 && jobs > 1 ? inParallel(chunks) : nil
    if result?.isWhole(layout.dataOffset, size: source.count) != true { result = inOrder(chunks) }
    guard var result else { throw .notUTF8(line: 1) }
    var lines: [Int] = []
    var line = layout.dataLine
    for outcome in result.outcomes {
      lines.append(line)
      line += outcome.lines
    }
    // Text in another encoding explains what else looks wrong.
    for (line, outcome) in zip(lines, result.outcomes) {
      if let invalid = outcome.invalidLine { throw .notUTF8(line: line + invalid) }
    }
    for (line, outcome) in zip(lines, result.outcomes) {
      if let doubled = outcome.doubledLine { throw .doubled(line: line + doubled) }
      if let fault = outcome.quoteFault { throw .quote(fault.below(line)) }
    }
    let (total, totalLine) = finish(&result, lines)
    var reading = FileReading(
      name: name, rows: content(result.collector), rowCount: result.rowCount, rejects: result.rejects,
      chunkLines: lines, diagnostics: [])
    reading.noteAbsentColumns(context.match, headerLine: layout.dataLine - 1)
    reading.noteRepeatedColumns(context.match, headerLine: layout.dataLine - 1)
    if let total { reading.checkTotal(total, line: totalLine) }
    return reading
  }

  /// The rows `Summa` that ended a chunk become ordinary rows when any row follows; the last is handed back.
  private func finish<Collector: RowCollector>(
    _ result: inout Threaded<Collector>, _ lines: [Int]
  ) -> (total: TableRow?, line: Int) {
    var total: TableRow?
    var totalLine = 0
    var saved = ChunkWorker<Collector>(source, layout, context)
    for (chunk, outcome) in result.outcomes.enumerated() {
      guard let pending = outcome.pending else { continue }
      let isLast = result.outcomes[(chunk + 1)...].allSatisfy { $0.rows == 0 && $0.pending == nil }
      if isLast {
        total = pending.row
        totalLine = lines[chunk] + pending.place.line
      } else {
        saved.take(saved: pending.row, at: pending.place)
        result.rowCount += 1
      }
    }
    result.collector.merge(saved.collector)
    result.rejects.merge(saved.rejects)
    result.collector.finish()
    return (total, totalLine)
  }

  private struct Threaded<Collector: RowCollector>: Sendable {
    var collector: Collector
    var rejects = RejectLog()
    var outcomes: [ChunkOutcome]
    var rowCount: Int

    init(_ collector: Collector, _ outcomes: [ChunkOutcome]) {
      self.collector = collector
      self.outcomes = outcomes
      rowCount = outcomes.reduce(0) { $0 + $1.rows }
    }

    /// Whether each chunk began where the one before ended.
    func isWhole(_ start: Int, size: Int) -> Bool {
      var position = start
      for outcome in outcomes {
        guard let start = outcome.start else { return false }
        if start != position { return false }
        position = outcome.end
      }
      return position >= size
    }
  }

  private func inParallel<Collector: RowCollector>(_ chunks: Int) -> Threaded<Collector> {
    let next = Atomic(0)
    let merged = Mutex<(collector: Collector?, rejects: RejectLog, outcomes: [ChunkOutcome])>(
      (nil, RejectLog(), [ChunkOutcome](repeating: ChunkOutcome(), count: chunks)))
    DispatchQueue.concurrentPerform(iterations: min(jobs, chunks)) { _ in
      var worker = ChunkWorker<Collector>(source, layout, context)
      while true {
        let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if chunk >= chunks { break }
        worker.read(chunk: chunk, from: chunk == 0 ? layout.dataOffset : nil)
      }
      let (collector, rejects, outcomes) = (worker.collector, worker.rejects, worker.outcomes)
      merged.withLock { merged in
        if merged.collector == nil { merged.collector = collector } else { merged.collector?.merge(collector) }
        merged.rejects.merge(rejects)
        for (chunk, outcome) in outcomes { merged.outcomes[chunk] = outcome }
      }
    }
    return merged.withLock { merged in
      var result = Threaded(merged.collector ?? Collector(context), merged.outcomes)
      result.rejects = merged.rejects
      return result
    }
  }

  private func inOrder<Collector: RowCollector>(_ chunks: Int) -> Threaded<Collector> {
    var worker = ChunkWorker<Collector>(source, layout, context)
    var position = layout.dataOffset
    for chunk in 0..<chunks {
      worker.read(chunk: chunk, from: position)
      guard let outcome = worker.outcomes.last?.outcome else { break }
      if outcome.start != nil { position = outcome.end }
      if outcome.invalidLine != nil || outcome.quoteFault != nil { break }
    }
    var result = Threaded(worker.collector, worker.outcomes.map(\.outcome))
    result.rejects = worker.rejects
    return result
  }
}
