internal import Exports

/// What the visit pass knows before the first row, in flat tables.
struct VisitSpace: Sendable {
  /// What a text under Enhets-ID means in one segment.
  struct UnitMap: Sendable {
    /// The unit, −1 for none, −2 and below for a name that several units have.
    var units: [Int32] = []
    var texts: [String] = []
    /// The global number of each staff member and client of the segment.
    var staff: [UInt32] = []
    var clients: [UInt32] = []
    var file: Int
  }

  let segments: [VisitSegment]
  let maps: [UnitMap]
  let register: Register
  let asOf: Int32
  /// The register's rows by unit, the one that began last first.
  private let spanStarts: [Int32]
  private let spans: [Span]
  /// Connections by client.
  private let lockStarts: [Int32]
  private let locks: [ClosedRange<Int32>]
  /// The month of each day from the first that can count, as a place from the first month.
  let firstMonth: Int
  let monthCount: Int
  private let firstDay: Int32
  private let monthOfDay: [UInt32]
  let staffCount: Int
  /// The keyed hashes of the clients by their number.
  let clients: [UInt64]

  private struct Span: Sendable {
    var from: Int32
    var to: Int32
    var cell: Int32
  }

  /// nil when no row can count.
  init?(_ admission: Admission, groups: GroupTable, connections: [(client: UInt64, days: ClosedRange<Int32>)]) {
    register = admission.register
    asOf = admission.asOf
    var segments: [VisitSegment] = []
    var maps: [UnitMap] = []
    var staff = Numbering()
    var clients = Numbering()
    for (file, reading) in admission.files.enumerated() {
      guard case .visits(let parts) = reading.rows else { continue }
      for segment in parts {
        var map = UnitMap(file: file)
        map.texts = segment.units
        map.units = segment.units.map { text in
          let found = admission.register.units(named: text)
          return found.count == 1 ? Int32(found[0]) : found.isEmpty ? -1 : -2
        }
        map.staff = segment.staff.map { staff.number($0) }
        map.clients = segment.clients.map { clients.number($0) }
        segments.append(segment)
        maps.append(map)
      }
    }
    self.segments = segments
    self.maps = maps
    staffCount = staff.count
    self.clients = clients.hashes

    var spanStarts: [Int32] = [0]
    var spans: [Span] = []
    for unit in admission.register.units {
      for row in unit.rows {
        let entry = admission.register.rows[row]
        spans.append(Span(from: entry.from, to: entry.to ?? Int32.max, cell: Int32(groups.cellOfRow[row])))
      }
      spanStarts.append(Int32(spans.count))
    }
    self.spanStarts = spanStarts
    self.spans = spans

    var byClient = [[ClosedRange<Int32>]](repeating: [], count: clients.count)
    for connection in connections {
      if let client = clients.existing(connection.client) { byClient[Int(client)].append(connection.days) }
    }
    var lockStarts: [Int32] = [0]
    for ranges in byClient { lockStarts.append(lockStarts[lockStarts.count - 1] + Int32(ranges.count)) }
    self.lockStarts = lockStarts
    locks = Array(byClient.joined())

    let known = segments.compactMap(\.days)
    guard let earliest = known.map(\.lowerBound).min(), let latest = known.map(\.upperBound).max(),
      let validFrom = spans.map(\.from).min(), let validTo = spans.map(\.to).max()
    else { return nil }
    let first = max(earliest, validFrom)
    let last = min(latest, validTo, asOf)
    guard first <= last else { return nil }
    firstDay = first
    firstMonth = Month(day: first).number
    var table: [UInt32] = []
    var month = firstMonth
    var end = Month(number: month).end
    for day in first...last {
      if day >= end {
        month += 1
        end = Month(number: month).end
      }
      table.append(UInt32(month - firstMonth))
    }
    monthOfDay = table
    monthCount = month - firstMonth + 1
  }

  /// The unit that the number means in a segment on a day, −1 for none.
  @inline(__always)
  func unit(_ number: UInt32, _ map: UnitMap, on day: Int32) -> Int32 {
    guard Int(number) < map.units.count else { return -1 }
    let unit = map.units[Int(number)]
    return unit >= -1 ? unit : rareUnit(map.texts[Int(number)], on: day)
  }

  @inline(never)
  private func rareUnit(_ text: String, on day: Int32) -> Int32 {
    register.unit(named: text, on: day).map { Int32($0) } ?? -1
  }

  /// Why the number means no unit.
  func rejection(ofUnit number: UInt32, _ map: UnitMap) -> Rejection {
    Rejection(.unknownUnit, Int(number) < map.units.count && map.units[Int(number)] < -1 ? .severalUnits : nil)
  }

  /// The cell of a unit on a day, −1 when it does not hold then.
  @inline(__always)
  func cell(of unit: Int32, on day: Int32) -> Int32 {
    var index = Int(spanStarts[Int(unit)])
    let end = Int(spanStarts[Int(unit) &+ 1])
    while index < end {
      let span = spans[index]
      if span.from <= day, day <= span.to { return span.cell }
      index &+= 1
    }
    return -1
  }

  /// Of a day on which some unit holds and that is not after the as-of date.
  @inline(__always)
  func month(of day: Int32) -> UInt32 { monthOfDay[Int(day &- firstDay)] }

  @inline(__always)
  func hasLock(_ client: UInt32, on day: Int32) -> Bool {
    var index = Int(lockStarts[Int(client)])
    let end = Int(lockStarts[Int(client) &+ 1])
    while index < end {
      if locks[index].contains(day) { return true }
      index &+= 1
    }
    return false
  }
}
