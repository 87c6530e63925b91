/// A row of `monteringar`: one job of the alarm team; codes are places in the lists of `data.md`, days from 1970-01-01.
public struct JobRow: Sendable, Hashable, ExportRow {
  public var place: UInt64
  /// The keyed hash of Uppdrags-ID.
  public var job: UInt64
  /// 0 Montering, 1 Nedmontering, 2 Byte, 3 Service.
  public var type: UInt8
  public var ordered: Int32?
  public var done: Int32?
  /// 0 Utfört, 1 Bokat, 2 Avbrutet.
  public var status: UInt8
  public var unit: String

  public var isDone: Bool { status == 0 }

  /// The day that decides month and provider; nil for a job that takes part in nothing.
  public var day: Int32? { isDone ? done : ordered }

  static func read(_ row: RowCells, by reader: inout RowReader) throws(Rejection) -> JobRow {
    typealias C = JobColumn
    try reader.require([C.id, .type, .status, .unit].map(\.rawValue), row)
    let status = Result { () throws(Rejection) in try reader.code(C.status.rawValue, row) }
    if case .success(0) = status { try reader.require([C.done.rawValue], row) }
    let ordered = try reader.day(C.ordered.rawValue, row)
    let done = try reader.day(C.done.rawValue, row)
    let type = try reader.code(C.type.rawValue, row)
    guard let job = reader.hash(C.id.rawValue, row), let type, let status = try status.get()
    else { throw Rejection(.missingValue) }
    return JobRow(
      place: row.place.raw, job: job, type: type, ordered: ordered, done: done, status: status,
      unit: reader.text(C.unit.rawValue, row))
  }
}
