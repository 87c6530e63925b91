/// A row of `telefoner`: one phone in one reading; codes are places in the lists of `data.md`, days from 1970-01-01.
public struct PhoneRow: Sendable, Hashable, ExportRow {
  public var place: UInt64
  public var id: String
  public var unit: String
  /// 0 Aktiv, 1 Inaktiv, 2 Reparation, 3 Förlorad.
  public var status: UInt8
  /// 0 Ordinarie, 1 Vikarie.
  public var type: UInt8
  public var registered: Int32
  /// 0 Ja, 1 Nej; nil for an empty cell.
  public var connected: UInt8?
  public var lastUsed: Int32?
  public var reading: Int32

  static func read(_ row: RowCells, by reader: inout RowReader) throws(Rejection) -> PhoneRow {
    typealias C = PhoneColumn
    try reader.require([C.id, .unit, .status, .type, .registered, .reading].map(\.rawValue), row)
    let registered = try reader.day(C.registered.rawValue, row)
    let lastUsed = try reader.dayOfMoment(C.lastUsed.rawValue, row)
    let reading = try reader.day(C.reading.rawValue, row)
    let status = try reader.code(C.status.rawValue, row)
    let type = try reader.code(C.type.rawValue, row)
    let connected = try reader.code(C.connected.rawValue, row)
    guard let registered, let reading, let status, let type else { throw Rejection(.missingValue) }
    return PhoneRow(
      place: row.place.raw, id: reader.text(C.id.rawValue, row), unit: reader.text(C.unit.rawValue, row),
      status: status, type: type, registered: registered, connected: connected, lastUsed: lastUsed, reading: reading)
  }
}
