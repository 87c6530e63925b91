/// Reads chunks of a text file one after the other into its own collector.
///
/// Unsafe: works in raw buffers that it owns; `end` always has a line feed and padding after it.
struct ChunkWorker<Collector: RowCollector>: ~Copyable {
  static var chunkSize: Int { 1 << 20 }
  /// The longest row; a longer one is taken for a quote without end.
  static var longestRow: Int { 16 << 20 }

  private let layout: TextLayout
  private let source: any ByteSource
  private(set) var collector: Collector
  private(set) var rejects = RejectLog()
  private(set) var outcomes: [(chunk: Int, outcome: ChunkOutcome)] = []
  private var scanner: RowScanner
  private var raw: UnsafeMutableRawBufferPointer
  private var transcoded: UnsafeMutableRawBufferPointer?

  init(_ source: any ByteSource, _ layout: TextLayout, _ context: RowContext) {
    self.source = source
    self.layout = layout
    collector = Collector(context)
    scanner = RowScanner(separator: layout.separator, capacity: layout.width)
    raw = .allocate(byteCount: 0, alignment: 16)
  }

  deinit {
    raw.deallocate()
    transcoded?.deallocate()
  }

  /// Reads the rows that begin in the chunk; its first begins at `known`, or at the first line there.
  mutating func read(chunk: Int, from known: Int?) {
    let low = layout.dataOffset + chunk * Self.chunkSize
    let high = min(low + Self.chunkSize, source.count)
    var outcome = ChunkOutcome()
    let from = known ?? low - 1
    guard from < high else { return outcomes.append((chunk, outcome)) }
    var slack = 1 << 15
    var filled = fill(from: from, count: high - from + slack)
    let start = known ?? firstLine(from: from, filled: filled, low: low, high: high)
    guard let start else { return outcomes.append((chunk, outcome)) }
    outcome.start = start

    var done = 0
    while true {
      let isEnd = from + filled >= source.count
      let text = decode(skip: start - from, until: high - from, filled: filled, limitOffset: high)
      if consume(text, chunk: chunk, isEnd: isEnd, done: &done, &outcome) { break }
      // The chunk's last row is longer than what was read.
      slack *= 4
      if slack > Self.longestRow * 4 {
        outcome.quoteFault = QuoteFault(kind: .unterminated, line: outcome.lines)
        break
      }
      filled = fill(from: from, count: high - from + slack)
    }
    outcomes.append((chunk, outcome))
  }

  /// Text in a buffer: rows that begin before `limit` are read, up to `end`.
  private struct Text {
    var base: UnsafePointer<UInt8>
    var limit: UnsafePointer<UInt8>
    var end: UnsafePointer<UInt8>
    var limitOffset: Int
  }

  /// Takes rows from `done` bytes on, false when more bytes are needed to end the last.
  private mutating func consume(
    _ text: Text, chunk: Int, isEnd: Bool, done: inout Int, _ outcome: inout ChunkOutcome
  ) -> Bool {
    var p = text.base + done
    while p < text.limit {
      let next = scanner.scan(from: p, to: text.end)
      if next >= text.end, !isEnd {
        done = p - text.base
        return false
      }
      if let fault = scanner.fault {
        outcome.quoteFault = fault.below(outcome.lines)
        return true
      }
      if !scanner.isBlank { take(RowPlace(chunk: chunk, line: outcome.lines), &outcome) }
      outcome.lines &+= scanner.lineCount
      p = min(next, text.end)
    }
    check(UnsafeBufferPointer(start: text.base, count: p - text.base), &outcome)
    let after = p - text.limit
    let isSingleByte = layout.encoding == .windows1252
    let rawAfter = isSingleByte ? (0..<max(after, 0)).count { text.limit[$0] & 0xC0 != 0x80 } : after
    outcome.end = text.limitOffset + rawAfter
    return true
  }

  private mutating func take(_ place: RowPlace, _ outcome: inout ChunkOutcome) {
    if let pending = outcome.pending {
      outcome.pending = nil
      outcome.rows &+= 1
      take(saved: pending.row, at: pending.place)
    }
    if layout.first < scanner.count, TotalRow.mayBegin(with: scanner.cells[layout.first]) {
      outcome.pending = (savedRow(), place)
      return
    }
    outcome.rows &+= 1
    guard scanner.count == layout.width else { return rejects.add(Rejection(.badColumns), at: place.raw) }
    let row = RowCells(cells: UnsafePointer(scanner.cells), count: scanner.count, areDates: nil, place: place)
    if let rejection = collector.take(row) { rejects.add(rejection, at: place.raw) }
  }

  /// Takes a row that was put aside.
  mutating func take(saved row: TableRow, at place: RowPlace) {
    guard row.count == layout.width else { return rejects.add(Rejection(.badColumns), at: place.raw) }
    let rejection = row.withCells(width: layout.width, place: place) { collector.take($0) }
    if let rejection { rejects.add(rejection, at: place.raw) }
  }

  private func savedRow() -> TableRow {
    var row = TableRow()
    for index in 0..<min(scanner.count, layout.width) { row.append(scanner.cells[index].bytes) }
    for _ in min(scanner.count, layout.width)..<scanner.count { row.append([]) }
    return row
  }

  private func check(_ bytes: UnsafeBufferPointer<UInt8>, _ outcome: inout ChunkOutcome) {
    let (valid, doubled) = UTF8Check.validLength(of: bytes)
    func line(of offset: Int) -> Int { bytes[0..<offset].count { $0 == UInt8(ascii: "\n") } }
    if valid < bytes.count { outcome.invalidLine = line(of: valid) }
    if let doubled { outcome.doubledLine = line(of: doubled) }
  }

  // MARK: Buffers

  private mutating func fill(from offset: Int, count: Int) -> Int {
    if raw.count < count + 2 * Cell.padding {
      raw.deallocate()
      raw = .allocate(byteCount: count + 2 * Cell.padding, alignment: 16)
    }
    return source.read(at: offset, into: UnsafeMutableRawBufferPointer(rebasing: raw[0..<count]))
  }

  /// The first place in the chunk after a line break.
  private func firstLine(from: Int, filled: Int, low: Int, high: Int) -> Int? {
    var index = low - from
    let limit = min(high - from, filled)
    while index < limit {
      let before = raw[index - 1]
      if before == 0x0A || before == 0x0D && raw[index] != 0x0A { return from + index }
      index += 1
    }
    return nil
  }

  private mutating func decode(skip: Int, until limit: Int, filled: Int, limitOffset: Int) -> Text {
    let limit = min(limit, filled)
    var bytes = raw
    var base = skip
    var decodedLimit = limit
    var end = filled
    if layout.encoding == .windows1252 {
      let need = (filled - skip) * 3 + 2 * Cell.padding
      if (transcoded?.count ?? 0) < need {
        transcoded?.deallocate()
        transcoded = .allocate(byteCount: need, alignment: 16)
      }
      let target = transcoded ?? raw
      let source = raw.bindMemory(to: UInt8.self)
      let out = target.bindMemory(to: UInt8.self)
      if let outBase = out.baseAddress {
        decodedLimit = TextEncoding.appendWindows1252(UnsafeBufferPointer(rebasing: source[skip..<limit]), to: outBase)
        end =
          decodedLimit
          + TextEncoding.appendWindows1252(
            UnsafeBufferPointer(rebasing: source[limit..<filled]), to: outBase + decodedLimit)
      }
      (bytes, base) = (target, 0)
    }
    bytes[end] = UInt8(ascii: "\n")
    for index in 1..<Cell.padding { bytes[end + index] = 0 }
    // The buffer holds at least its padding, so it has an address.
    let start = UnsafePointer(bytes.bindMemory(to: UInt8.self).baseAddress.unsafelyUnwrapped)
    return Text(base: start + base, limit: start + decodedLimit, end: start + end, limitOffset: limitOffset)
  }
}
