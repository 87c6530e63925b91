/// A row of `enheter`: what holds of a unit from one day to another.
public struct UnitRow: Sendable, Hashable, ExportRow {
  public var place: UInt64
  public var id: String
  public var name: String
  public var provider: String
  public var providerName: String
  /// Regi = Egen.
  public var isInHouse: Bool
  /// The operation's name (Verksamhet).
  public var operation: String
  public var need: Int?
  public var spareNeed: Int?
  public var from: Int32
  public var to: Int32?
  public var replaces: String
  public var aliases: [String]

  static func read(_ row: RowCells, by reader: inout RowReader) throws(Rejection) -> UnitRow {
    typealias C = UnitColumn
    try reader.require(
      [C.id, .provider, .regime, .operation, .from].map(\.rawValue), row)
    let from = try reader.day(C.from.rawValue, row)
    let to = try reader.day(C.to.rawValue, row)
    let regime = try reader.code(C.regime.rawValue, row)
    let operation = try reader.code(C.operation.rawValue, row)
    let need = try reader.count(C.need.rawValue, row)
    let spareNeed = try reader.count(C.spareNeed.rawValue, row)
    guard let from, let regime, let operation else { throw Rejection(.missingValue) }
    return UnitRow(
      place: row.place.raw, id: reader.text(C.id.rawValue, row), name: reader.text(C.name.rawValue, row),
      provider: reader.text(C.provider.rawValue, row), providerName: reader.text(C.providerName.rawValue, row),
      isInHouse: regime == 0, operation: UnitColumn.all[C.operation.rawValue].values[Int(operation)].name, need: need,
      spareNeed: spareNeed, from: from, to: to, replaces: reader.text(C.replaces.rawValue, row),
      aliases: reader.text(C.aliases.rawValue, row).split(separator: "|").map(String.init))
  }
}
