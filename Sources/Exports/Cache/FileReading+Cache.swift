internal import Diagnostics

extension FileReading {
  /// Grows when what is written changes.
  static let cacheVersion: UInt64 = 3
  private static let magic: UInt64 = 0x3158_4E49_5455_5281

  /// Writes what was read of the file, for `init(cached:)`; ids of persons and visits are in it only as keyed hashes.
  public func write(key: IdentityKey, to sink: @escaping (UnsafeRawBufferPointer) -> Void) {
    var writer = CacheWriter(sink)
    for word in [Self.magic, Self.cacheVersion, key.mark] { writer.add(word) }
    writer.add(rowCount)
    writer.add(chunkLines.count)
    for line in chunkLines { writer.add(line) }
    for (count, places) in zip(rejects.counts, rejects.places) {
      writer.add(count)
      writer.add(places)
    }
    writer.add(diagnostics.count)
    for diagnostic in diagnostics { diagnostic.write(to: &writer) }
    rows.write(to: &writer)
    writer.finish()
  }

  /// What was read of a file of this content before; nil when the bytes are damaged, of another version or another key.
  ///
  /// Visit records stay in `source` and are read when they are counted.
  public init?(cached source: any ByteSource, name: String, key: IdentityKey) {
    do throws(DamagedCache) {
      var reader = try CacheReader(source)
      guard try reader.word() == Self.magic, try reader.word() == Self.cacheVersion, try reader.word() == key.mark
      else { return nil }
      self.name = name
      rowCount = try reader.int()
      chunkLines = try reader.list { reader throws(DamagedCache) in try reader.int() }
      var counts: [Int] = []
      var places: [[UInt64]] = []
      for _ in RejectReason.allCases {
        counts.append(try reader.int())
        places.append(try reader.numbers())
      }
      rejects = RejectLog(counts: counts, places: places)
      diagnostics = try reader.list { reader throws(DamagedCache) in
        var diagnostic = try Diagnostic(from: &reader)
        diagnostic.range.file = name
        return diagnostic
      }
      rows = try ExportRows(from: &reader)
    } catch {
      return nil
    }
  }
}

extension IdentityKey {
  /// Tells keys apart without telling the key.
  var mark: UInt64 { hash(Array("rutin".utf8)) }
}
