/// The tests that need the as-of date, the register or other rows; they follow those of a row's own cells.
///
/// Several files of one kind are one: files in byte order of their names, then the order of rows.
public struct Admission: Sendable {
  /// Files that were read, in byte order of their names.
  public let files: [FileReading]
  /// The last day of which the data may tell.
  public let asOf: Int32
  public let register: Register
  /// Rejected rows by file.
  var rejects: [RejectLog]

  /// Admits the register's own rows.
  public init(_ files: [FileReading], asOf: Int32) {
    self.files = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    self.asOf = asOf
    rejects = self.files.map(\.rejects)
    var accepted: [UnitRow] = []
    var keys: Set<UnitKey> = []
    for (file, reading) in self.files.enumerated() {
      guard case .units(let rows) = reading.rows else { continue }
      for row in rows {
        if let to = row.to, to < row.from {
          rejects[file].add(Rejection(.endBeforeStart), at: row.place)
        } else if !keys.insert(UnitKey(id: row.id, from: row.from)).inserted {
          rejects[file].add(Rejection(.duplicateKey), at: row.place)
        } else {
          accepted.append(row)
        }
      }
    }
    register = Register(accepted)
  }

  private struct UnitKey: Hashable {
    var id: String
    var from: Int32
  }

  mutating func reject(_ reason: RejectReason, at place: UInt64, file: Int) {
    reject(Rejection(reason), at: place, file: file)
  }

  public mutating func reject(_ rejection: Rejection, at place: UInt64, file: Int) {
    rejects[file].add(rejection, at: place)
  }

  /// Adds the rows of a file that were rejected elsewhere.
  public mutating func merge(_ log: RejectLog, file: Int) {
    rejects[file].merge(log)
  }
}

/// A row with the unit that it means, as a place in the register, and the register's row that held.
public struct Placed<Row: Sendable>: Sendable {
  public var row: Row
  public var unit: Int
  public var registerRow: Int
}
