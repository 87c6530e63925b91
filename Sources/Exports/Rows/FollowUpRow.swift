/// A row of `uppfoljningar`: that a duty was done for a period.
public struct FollowUpRow: Sendable, Hashable, ExportRow {
  public var place: UInt64
  public var duty: String
  /// Empty when the duty is not a unit's.
  public var unit: String
  public var period: String
  public var done: Int32
  public var deviations: Int?

  static func read(_ row: RowCells, by reader: inout RowReader) throws(Rejection) -> FollowUpRow {
    typealias C = FollowUpColumn
    try reader.require([C.duty, .period, .done].map(\.rawValue), row)
    guard let done = try reader.day(C.done.rawValue, row) else { throw Rejection(.missingValue) }
    return FollowUpRow(
      place: row.place.raw, duty: reader.text(C.duty.rawValue, row), unit: reader.text(C.unit.rawValue, row),
      period: reader.text(C.period.rawValue, row), done: done, deviations: try reader.count(C.deviations.rawValue, row))
  }
}
