/// A row of `las`: one lock at one unit in one reading; codes are places in the lists of `data.md`, days from 1970-01-01.
public struct LockRow: Sendable, Hashable, ExportRow {
  public var place: UInt64
  /// The keyed hash of Lås-ID.
  public var lock: UInt64
  /// 0 Brukarlås, 1 Portlås, 2 Nyckelgömma, 3 Övrigt.
  public var type: UInt8
  public var unit: String
  /// The keyed hash of Brukarnr; nil for an empty cell.
  public var client: UInt64?
  /// 0 Kopplat, 1 Bortkopplat, 2 Lager, 3 Trasigt.
  public var status: UInt8
  public var from: Int32?
  public var to: Int32?
  /// 0 OK, 1 Lågt, 2 Kritiskt; nil for an empty cell.
  public var battery: UInt8?
  public var reading: Int32

  static func read(_ row: RowCells, by reader: inout RowReader) throws(Rejection) -> LockRow {
    typealias C = LockColumn
    try reader.require([C.id, .type, .unit, .status, .reading].map(\.rawValue), row)
    let from = try reader.day(C.from.rawValue, row)
    let to = try reader.day(C.to.rawValue, row)
    let reading = try reader.day(C.reading.rawValue, row)
    let type = try reader.code(C.type.rawValue, row)
    let status = try reader.code(C.status.rawValue, row)
    let battery = try reader.code(C.battery.rawValue, row)
    guard let lock = reader.hash(C.id.rawValue, row), let reading, let type, let status
    else { throw Rejection(.missingValue) }
    return LockRow(
      place: row.place.raw, lock: lock, type: type, unit: reader.text(C.unit.rawValue, row),
      client: reader.hash(C.client.rawValue, row), status: status, from: from, to: to, battery: battery,
      reading: reading)
  }
}
