/// The visit rows of one thread: what is needed of each, spread over buckets by the visit's hash.
public struct VisitSegment: Sendable {
  /// So many that a bucket of some million rows fits in a processor's cache.
  public static let bucketCount = 256

  /// Records that lie in a file.
  struct Run: Sendable {
    var source: any ByteSource
    var offset: Int
    var count: Int
  }

  /// The texts under Enhets-ID by their number.
  public internal(set) var units: [String] = []
  /// The keyed hashes of Personalnr and Brukarnr by their number.
  public internal(set) var staff: [UInt64] = []
  public internal(set) var clients: [UInt64] = []
  var buckets: [[VisitRecord]] = []
  /// By bucket; what was put aside before that which is in memory.
  var runs: [[Run]] = []
  /// The days of the first and last Start.
  public internal(set) var days: ClosedRange<Int32>?

  public var count: Int {
    buckets.reduce(0) { $0 + $1.count } + runs.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }
  }

  /// Hands over the records of a bucket, in parts.
  public func withRecords(in bucket: Int, _ body: (UnsafeBufferPointer<VisitRecord>) -> Void) {
    if bucket < runs.count {
      for run in runs[bucket] {
        let records = [VisitRecord](unsafeUninitializedCapacity: run.count) { buffer, count in
          let size = MemoryLayout<VisitRecord>.stride
          count = run.source.read(at: run.offset, into: UnsafeMutableRawBufferPointer(buffer)) / size
        }
        records.withUnsafeBufferPointer(body)
      }
    }
    if bucket < buckets.count { buckets[bucket].withUnsafeBufferPointer(body) }
  }
}

/// Reads rows of `besok`.
struct VisitCollector: RowCollector {
  /// How many records a thread holds before it puts them aside, 24 MB; and how few it keeps when its file ends.
  static let limit = 3 << 18
  static let kept = 1 << 14

  private(set) var segments: [VisitSegment] = []
  private let key: IdentityKey
  private let places: ColumnPlaces
  private var dates: DateScanner
  private var registrations: CodeTable
  private var endRegistrations: CodeTable
  private var statuses: CodeTable
  private var types: CodeTable
  private var doubleStaffing: CodeTable
  private var units = TextTable()
  private var staff = Numbering()
  private var clients = Numbering()
  private var buckets = [[VisitRecord]](repeating: [], count: VisitSegment.bucketCount)
  private var runs = [[VisitSegment.Run]](repeating: [], count: VisitSegment.bucketCount)
  private let scratch: ScratchFile?
  private var held = 0
  private var firstDay = Int32.max
  private var lastDay = Int32.min

  init(_ context: RowContext) {
    key = context.key
    scratch = context.scratch
    places = ColumnPlaces(context.match)
    dates = DateScanner(context.rules.dates)
    registrations = context.codes(VisitColumn.startRegistration.rawValue)
    endRegistrations = context.codes(VisitColumn.endRegistration.rawValue)
    statuses = context.codes(VisitColumn.status.rawValue)
    types = context.codes(VisitColumn.type.rawValue)
    doubleStaffing = context.codes(VisitColumn.doubleStaffing.rawValue)
  }

  @inline(__always)
  private func cell(_ column: VisitColumn, _ row: RowCells) -> Cell { places.cell(column.rawValue, of: row) }

  @inline(__always)
  private func isDate(_ column: VisitColumn, _ row: RowCells) -> Bool { places.isDate(column.rawValue, of: row) }

  mutating func take(_ row: RowCells) -> Rejection? {
    let visit = cell(.id, row)
    let person = cell(.staff, row)
    let unit = cell(.unit, row)
    let client = cell(.client, row)
    let startCell = cell(.start, row)
    let endCell = cell(.end, row)
    let registrationCell = cell(.startRegistration, row)
    let statusCell = cell(.status, row)
    if visit.isEmpty || person.isEmpty || unit.isEmpty || client.isEmpty || startCell.isEmpty
      || registrationCell.isEmpty || statusCell.isEmpty
    {
      return missingValue(in: row)
    }
    guard let start = dates.moment(startCell, isDate: isDate(.start, row)) else { return fault(.badDate, .start) }
    var trouble = VisitAttributes.Trouble.none
    if !endCell.isEmpty {
      guard let end = dates.moment(endCell, isDate: isDate(.end, row)) else { return fault(.badDate, .end) }
      let seconds = (Int64(end.day) &- Int64(start.day)) &* 86_400 &+ Int64(end.second &- start.second)
      trouble = seconds < 0 ? .endBeforeStart : seconds > 86_400 ? .tooLong : .none
    }
    guard let registration = registrations.code(registrationCell) else { return fault(.badValue, .startRegistration) }
    guard let status = statuses.code(statusCell) else { return fault(.badValue, .status) }
    let attributes = VisitAttributes(
      registration: registration, endRegistration: endRegistrations.code(cell(.endRegistration, row)) ?? 5,
      status: status, type: types.code(cell(.type, row)) ?? 3,
      doubleStaffing: doubleStaffing.code(cell(.doubleStaffing, row)) ?? 2, trouble: trouble)
    firstDay = min(firstDay, start.day)
    lastDay = max(lastDay, start.day)
    let hash = key.hash(visit)
    buckets[Int(hash >> 56)].append(
      VisitRecord(
        visit: hash, staff: staff.number(key.hash(person)), client: clients.number(key.hash(client)), day: start.day,
        second: start.second, attributes: attributes, unit: units.number(unit, key), place: row.place))
    held &+= 1
    if held == Self.limit { putAside() }
    return nil
  }

  private func fault(_ reason: RejectReason, _ column: VisitColumn) -> Rejection {
    Rejection(reason, column: column.rawValue)
  }

  @inline(never)
  private func missingValue(in row: RowCells) -> Rejection {
    let required: [VisitColumn] = [.id, .staff, .unit, .client, .start, .startRegistration, .status]
    return fault(.missingValue, required.first { cell($0, row).isEmpty } ?? .id)
  }

  /// Writes the records to a scratch file; they stay in memory where there is none or it is full.
  @inline(never)
  private mutating func putAside() {
    held = 0
    guard let scratch else { return }
    for bucket in buckets.indices where !buckets[bucket].isEmpty {
      guard let offset = buckets[bucket].withUnsafeBytes({ scratch.append($0) }) else { return }
      runs[bucket].append(VisitSegment.Run(source: scratch, offset: offset, count: buckets[bucket].count))
      buckets[bucket].removeAll(keepingCapacity: true)
    }
  }

  mutating func merge(_ other: VisitCollector) {
    var other = other
    other.finish()
    segments += other.segments
  }

  mutating func finish() {
    guard firstDay <= lastDay else { return }
    if held > Self.kept {
      putAside()
      if buckets.allSatisfy(\.isEmpty) { buckets = [] }
    }
    held = 0
    segments.append(
      VisitSegment(
        units: units.texts, staff: staff.hashes, clients: clients.hashes, buckets: buckets, runs: runs,
        days: firstDay...lastDay))
    (units, staff, clients) = (TextTable(), Numbering(), Numbering())
    buckets = [[VisitRecord]](repeating: [], count: VisitSegment.bucketCount)
    runs = [[VisitSegment.Run]](repeating: [], count: VisitSegment.bucketCount)
    (firstDay, lastDay) = (Int32.max, Int32.min)
  }
}
