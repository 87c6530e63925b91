public import Diagnostics

/// A file of exports as it is found: its name for messages and its bytes.
public struct ExportFile: Sendable {
  public var name: String
  public var bytes: any ByteSource

  public init(name: String, bytes: any ByteSource) {
    self.name = name
    self.bytes = bytes
  }
}

/// The rows of a file by their kind, in the order in which they stand.
public enum ExportRows: Sendable {
  case units([UnitRow])
  case locks([LockRow])
  case visits([VisitSegment])
  case phones([PhoneRow])
  case lockEvents([LockEventRow])
  case jobs([JobRow])
  case followUps([FollowUpRow])

  public var kind: ExportKind {
    switch self {
    case .units: .units
    case .locks: .locks
    case .visits: .visits
    case .phones: .phones
    case .lockEvents: .lockEvents
    case .jobs: .jobs
    case .followUps: .followUps
    }
  }

  /// How many rows passed the tests of their own cells.
  public var count: Int {
    switch self {
    case .units(let rows): rows.count
    case .locks(let rows): rows.count
    case .visits(let segments): segments.reduce(0) { $0 + $1.count }
    case .phones(let rows): rows.count
    case .lockEvents(let rows): rows.count
    case .jobs(let rows): rows.count
    case .followUps(let rows): rows.count
    }
  }
}

/// What one file holds, by the tests that need no other file; nothing in it depends on the as-of date or the register.
///
/// It holds no text of a person's or a visit's id.
public struct FileReading: Sendable {
  public var name: String
  public var rows: ExportRows
  /// How many data rows the file has; the rows kept and those rejected make it up.
  public var rowCount: Int
  var rejects: RejectLog
  /// The line on which each chunk's first row stands.
  var chunkLines: [Int]
  public var diagnostics: [Diagnostic]

  public var kind: ExportKind { rows.kind }

  /// The line of a row's place.
  func line(of place: UInt64) -> Int {
    let place = RowPlace(raw: place & VisitRecord.placeMask)
    return (place.chunk < chunkLines.count ? chunkLines[place.chunk] : 1) + place.line
  }
}
