internal import Swedish

/// Units and providers with their history; what holds of a unit is asked for by day.
public struct Register: Sendable {
  /// A unit with the rows that tell of it, the one that began last first.
  public struct Unit: Sendable {
    public var id: String
    /// Places in `rows`.
    public var rows: [Int]
  }

  /// The accepted rows, in reading order.
  public let rows: [UnitRow]
  /// In byte order of their ids.
  public let units: [Unit]
  /// In byte order.
  public let providers: [String]
  /// The provider of each row, as a place in `providers`.
  public let providerOfRow: [Int]
  private let byID: [String: Int]
  private let byName: [String: [Int]]

  /// `rows` have unique ids and first days.
  public init(_ rows: [UnitRow]) {
    self.rows = rows
    var grouped: [String: [Int]] = [:]
    for (index, row) in rows.enumerated() { grouped[row.id, default: []].append(index) }
    let ids = grouped.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    units = ids.map { id in
      Unit(id: id, rows: (grouped[id] ?? []).sorted { rows[$0].from > rows[$1].from })
    }
    providers = Set(rows.map(\.provider)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let providerPlaces = Dictionary(uniqueKeysWithValues: providers.enumerated().map { ($1, $0) })
    providerOfRow = rows.map { providerPlaces[$0.provider] ?? 0 }
    let byID = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    self.byID = byID
    var byName: [String: [Int]] = [:]
    for row in rows {
      guard let unit = byID[row.id] else { continue }
      for name in [row.name] + row.aliases {
        let key = Folding.key(name)
        if !key.isEmpty, byName[key]?.contains(unit) != true { byName[key, default: []].append(unit) }
      }
    }
    self.byName = byName
  }

  /// The unit with exactly this id.
  public func unit(id: String) -> Int? { byID[id] }

  /// The units that a text under Enhets-ID may mean: the one with that id, else those with that name or alias.
  ///
  /// Names are compared without case, blanks and accents.
  public func units(named text: String) -> [Int] {
    if let unit = byID[text] { return [unit] }
    return byName[Folding.key(text)] ?? []
  }

  /// The row that holds for a unit on a day, as a place in `rows`.
  @inline(__always)
  public func row(of unit: Int, on day: Int32) -> Int? {
    for index in units[unit].rows {
      let row = rows[index]
      if row.from <= day, day <= row.to ?? Int32.max { return index }
    }
    return nil
  }

  /// The unit that a text means on a day: of several with the name, the only one that holds that day.
  ///
  /// nil when there is none, or when it cannot be told which.
  public func unit(named text: String, on day: Int32) -> Int? {
    let found = units(named: text)
    if found.count <= 1 { return found.first }
    let holding = found.filter { row(of: $0, on: day) != nil }
    return holding.count == 1 ? holding[0] : nil
  }

  /// Why a text that means no unit on a day means none.
  public func rejection(ofUnit text: String) -> Rejection {
    Rejection(.unknownUnit, units(named: text).count > 1 ? .severalUnits : nil)
  }
}
