/// Some clients, by their keyed hashes, whose ids are wanted as they are written.
struct ClientLookup: Sendable {
  var wanted: Set<UInt64>
  var found: @Sendable (UInt64, String) -> Void
}

extension ExportReader {
  /// Looks once more through a file of visits for the ids of a few clients: the auditor's sample alone may ask.
  ///
  /// - Parameters:
  ///   - wanted: keyed hashes of Brukarnr.
  ///   - found: told each hash with the id, perhaps more than once and from several threads; nothing else keeps the id.
  public func seek(
    clients wanted: Set<UInt64>, in file: ExportFile, _ found: @escaping @Sendable (UInt64, String) -> Void
  ) throws(ExportFault) {
    var reader = self
    reader.lookup = ClientLookup(wanted: wanted, found: found)
    _ = try reader.read(file)
  }
}

/// Tells of the wanted clients that stand in visit rows, and keeps nothing.
struct ClientSeeker: RowCollector {
  private let key: IdentityKey
  private let places: ColumnPlaces
  private var lookup: ClientLookup?

  init(_ context: RowContext) {
    key = context.key
    places = ColumnPlaces(context.match)
    lookup = context.lookup
  }

  mutating func take(_ row: RowCells) -> Rejection? {
    let cell = places.cell(VisitColumn.client.rawValue, of: row)
    if let hash = lookup?.wanted.remove(key.hash(cell)) { lookup?.found(hash, cell.text) }
    return nil
  }

  mutating func merge(_ other: ClientSeeker) {}
  mutating func finish() {}
}
