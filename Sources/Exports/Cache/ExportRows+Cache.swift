extension ExportRows {
  func write(to writer: inout CacheWriter) {
    writer.add(kind.rawValue)
    switch self {
    case .units(let rows): Self.write(rows, to: &writer)
    case .locks(let rows): Self.write(rows, to: &writer)
    case .phones(let rows): Self.write(rows, to: &writer)
    case .lockEvents(let rows): Self.write(rows, to: &writer)
    case .jobs(let rows): Self.write(rows, to: &writer)
    case .followUps(let rows): Self.write(rows, to: &writer)
    case .visits(let segments):
      writer.add(segments.count)
      for segment in segments { segment.write(to: &writer) }
    }
  }

  private static func write(_ rows: [some CachedRow], to writer: inout CacheWriter) {
    writer.add(rows.count)
    for row in rows { row.write(to: &writer) }
  }

  init(from reader: inout CacheReader) throws(DamagedCache) {
    guard let kind = ExportKind(rawValue: try reader.text()) else { throw DamagedCache() }
    self =
      switch kind {
      case .units: .units(try Self.rows(&reader))
      case .locks: .locks(try Self.rows(&reader))
      case .phones: .phones(try Self.rows(&reader))
      case .lockEvents: .lockEvents(try Self.rows(&reader))
      case .jobs: .jobs(try Self.rows(&reader))
      case .followUps: .followUps(try Self.rows(&reader))
      case .visits: .visits(try reader.list { reader throws(DamagedCache) in try VisitSegment(from: &reader) })
      }
  }

  private static func rows<Row: CachedRow>(_ reader: inout CacheReader) throws(DamagedCache) -> [Row] {
    try reader.list { reader throws(DamagedCache) in try Row(from: &reader) }
  }
}

/// A row that can be kept between runs.
protocol CachedRow {
  func write(to writer: inout CacheWriter)
  init(from reader: inout CacheReader) throws(DamagedCache)
}

extension VisitSegment {
  func write(to writer: inout CacheWriter) {
    writer.add(units.count)
    for unit in units { writer.add(unit) }
    writer.add(staff)
    writer.add(clients)
    writer.add(days.map { Int($0.lowerBound) })
    writer.add(days.map { Int($0.upperBound) })
    for bucket in 0..<Self.bucketCount {
      var count = 0
      withRecords(in: bucket) { count += $0.count }
      writer.add(count)
      withRecords(in: bucket) { records in
        for record in records {
          writer.add(record.visit)
          writer.add(UInt64(record.staff) | UInt64(record.client) << 32)
          writer.add(record.startAndAttributes)
          writer.add(record.unitAndPlace)
        }
      }
    }
  }

  init(from reader: inout CacheReader) throws(DamagedCache) {
    self.init()
    units = try reader.list { reader throws(DamagedCache) in try reader.text() }
    staff = try reader.numbers()
    clients = try reader.numbers()
    if let first = try reader.optionalDay(), let last = try reader.optionalDay(), first <= last { days = first...last }
    for _ in 0..<Self.bucketCount {
      let count = try reader.count()
      runs.append(count == 0 ? [] : [Run(source: reader.source, offset: reader.offset, count: count)])
      try reader.skip(count * MemoryLayout<VisitRecord>.stride)
    }
  }
}
