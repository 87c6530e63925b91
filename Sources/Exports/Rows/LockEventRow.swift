/// A row of `lashandelser`; no figure but the quality of the data is counted from it.
public struct LockEventRow: Sendable, Hashable, ExportRow {
  public var place: UInt64
  /// The keyed hashes of Händelse-ID and Lås-ID.
  public var event: UInt64
  public var lock: UInt64
  public var day: Int32

  static func read(_ row: RowCells, by reader: inout RowReader) throws(Rejection) -> LockEventRow {
    typealias C = LockEventColumn
    try reader.require([C.id, .time, .lock, .event, .result].map(\.rawValue), row)
    let day = try reader.dayOfMoment(C.time.rawValue, row)
    _ = try reader.code(C.event.rawValue, row)
    _ = try reader.code(C.result.rawValue, row)
    guard let event = reader.hash(C.id.rawValue, row), let lock = reader.hash(C.lock.rawValue, row), let day
    else { throw Rejection(.missingValue) }
    return LockEventRow(place: row.place.raw, event: event, lock: lock, day: day)
  }
}
