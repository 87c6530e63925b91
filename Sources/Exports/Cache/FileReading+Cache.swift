internal import Diagnostics

extension FileReading {
  /// Grows when what is written changes.
  static let cacheVersion: UInt64 = 4
  private static let magic: UInt64 = 0x3158_4E49_5455_5281

  /// Writes what was read of the file, for `init(cached:)`; ids of persons and visits are in it only as keyed hashes.
  public func write(key: IdentityKey, to sink: @escaping (UnsafeRawBufferPointer) -> Void) {
    var writer = CacheWriter(sink)
    for word in [Self.magic, Self.cacheVersion, key.mark] { writer.add(word) }
    writer.add(rowCount)
    writer.add(chunkLines.count)
    for line in chunkLines { writer.add(line) }
    for (count, rows) in zip(rejects.counts, rejects.rows) {
      writer.add(count)
      writer.add(rows.count)
      for row in rows { row.write(to: &writer) }
    }
    writer.add(diagnostics.count)
    for diagnostic in diagnostics { diagnostic.write(to: &writer) }
    rows.write(to: &writer)
    writer.finish()
  }

  /// What was read of a file of this content before; nil when the bytes are of another version or another key.
  ///
  /// Visit records stay in `source` and are read when they are counted.
  public init?(cached source: any ByteSource, name: String, key: IdentityKey) throws(DamagedCache) {
    var reader = try CacheReader(source)
    guard try reader.word() == Self.magic, try reader.word() == Self.cacheVersion, try reader.word() == key.mark
    else { return nil }
    self.name = name
    rowCount = try reader.int()
    chunkLines = try reader.list { reader throws(DamagedCache) in try reader.int() }
    var counts: [Int] = []
    var rows: [[RejectLog.Row]] = []
    for _ in RejectReason.allCases {
      counts.append(try reader.int())
      rows.append(try reader.list { reader throws(DamagedCache) in try RejectLog.Row(from: &reader) })
    }
    rejects = RejectLog(counts: counts, rows: rows)
    diagnostics = try reader.list { reader throws(DamagedCache) in
      var diagnostic = try Diagnostic(from: &reader)
      diagnostic.range.file = name
      return diagnostic
    }
    self.rows = try ExportRows(from: &reader)
  }
}

extension RejectLog.Row {
  private static let noDetail = 0
  private static let severalUnits = -1

  fileprivate func write(to writer: inout CacheWriter) {
    writer.add(place)
    switch detail {
    case nil: writer.add(Self.noDetail)
    case .severalUnits: writer.add(Self.severalUnits)
    case .column(let column): writer.add(Int(column) + 1)
    }
  }

  fileprivate init(from reader: inout CacheReader) throws(DamagedCache) {
    place = try reader.word()
    switch try reader.int() {
    case Self.noDetail: detail = nil
    case Self.severalUnits: detail = .severalUnits
    case let number where (1...256).contains(number): detail = .column(UInt8(number - 1))
    default: throw DamagedCache()
    }
  }
}

extension IdentityKey {
  /// Tells keys apart without telling the key.
  var mark: UInt64 { hash(Array("rutin".utf8)) }
}
