extension Admission {
  private struct PhoneKey: Hashable {
    var id: String
    var reading: Int32
  }

  /// The accepted rows of `telefoner`.
  public mutating func phones() -> [Placed<PhoneRow>] {
    var accepted: [Placed<PhoneRow>] = []
    var keys: Set<PhoneKey> = []
    for (file, reading) in files.enumerated() {
      guard case .phones(let rows) = reading.rows else { continue }
      for row in rows {
        let isAhead = row.registered > row.reading || row.lastUsed ?? row.reading > row.reading
        switch place(row.unit, on: row.reading, isAhead ? .futureDate : nil) {
        case .failure(let rejection): reject(rejection, at: row.place, file: file)
        case .success(let (unit, registerRow)):
          if keys.insert(PhoneKey(id: row.id, reading: row.reading)).inserted {
            accepted.append(Placed(row: row, unit: unit, registerRow: registerRow))
          } else {
            reject(.duplicateKey, at: row.place, file: file)
          }
        }
      }
    }
    return accepted
  }

  private struct LockKey: Hashable {
    var lock: UInt64
    var unit: Int
    var reading: Int32
  }

  /// The accepted rows of `las`.
  public mutating func locks() -> [Placed<LockRow>] {
    var accepted: [Placed<LockRow>] = []
    var keys: Set<LockKey> = []
    for (file, reading) in files.enumerated() {
      guard case .locks(let rows) = reading.rows else { continue }
      for row in rows {
        var trouble: RejectReason?
        if let from = row.from {
          if from > row.reading {
            trouble = .futureDate
          } else if let to = row.to, to < from {
            trouble = .endBeforeStart
          }
        }
        switch place(row.unit, on: row.reading, trouble) {
        case .failure(let rejection): reject(rejection, at: row.place, file: file)
        case .success(let (unit, registerRow)):
          if keys.insert(LockKey(lock: row.lock, unit: unit, reading: row.reading)).inserted {
            accepted.append(Placed(row: row, unit: unit, registerRow: registerRow))
          } else {
            reject(.duplicateKey, at: row.place, file: file)
          }
        }
      }
    }
    return accepted
  }

  /// Counts the rows of `lashandelser`; `locks` are the keyed hashes of all accepted locks.
  public mutating func admitLockEvents(locks: Set<UInt64>) {
    var keys: Set<UInt64> = []
    for (file, reading) in files.enumerated() {
      guard case .lockEvents(let rows) = reading.rows else { continue }
      for row in rows {
        if !locks.contains(row.lock) {
          reject(.unknownLock, at: row.place, file: file)
        } else if row.day > asOf {
          reject(.afterAsOf, at: row.place, file: file)
        } else if !keys.insert(row.event).inserted {
          reject(.duplicateKey, at: row.place, file: file)
        }
      }
    }
  }

  /// The accepted rows of `monteringar`; a job without a job date has no register row and takes part in nothing.
  public mutating func jobs() -> [Placed<JobRow>] {
    var accepted: [Placed<JobRow>] = []
    var keys: Set<UInt64> = []
    for (file, reading) in files.enumerated() {
      guard case .jobs(let rows) = reading.rows else { continue }
      for row in rows {
        if let day = row.day {
          let isEarly = row.isDone && row.ordered ?? day > day
          switch place(row.unit, on: day, isEarly ? .endBeforeStart : nil) {
          case .failure(let rejection): reject(rejection, at: row.place, file: file)
          case .success(let (unit, registerRow)):
            if keys.insert(row.job).inserted {
              accepted.append(Placed(row: row, unit: unit, registerRow: registerRow))
            } else {
              reject(.duplicateKey, at: row.place, file: file)
            }
          }
        } else if register.units(named: row.unit).isEmpty {
          reject(register.rejection(ofUnit: row.unit), at: row.place, file: file)
        } else if !keys.insert(row.job).inserted {
          reject(.duplicateKey, at: row.place, file: file)
        }
      }
    }
    return accepted
  }

  /// The accepted rows of `uppfoljningar`: those of a known unit or of none, done by the as-of date.
  public mutating func followUps() -> [FollowUpRow] {
    var accepted: [FollowUpRow] = []
    for (file, reading) in files.enumerated() {
      guard case .followUps(let rows) = reading.rows else { continue }
      for row in rows {
        if !row.unit.isEmpty, register.unit(named: row.unit, on: row.done) == nil {
          reject(register.rejection(ofUnit: row.unit), at: row.place, file: file)
        } else if row.done > asOf {
          reject(.afterAsOf, at: row.place, file: file)
        } else {
          accepted.append(row)
        }
      }
    }
    return accepted
  }

  /// Tests 5, 6, 10 and, between them, `trouble` of the row's own dates.
  private func place(
    _ text: String, on day: Int32, _ trouble: RejectReason?
  ) -> Result<(unit: Int, registerRow: Int), Rejection> {
    guard let unit = register.unit(named: text, on: day) else {
      return .failure(register.rejection(ofUnit: text))
    }
    if day > asOf { return .failure(Rejection(.afterAsOf)) }
    if let trouble { return .failure(Rejection(trouble)) }
    guard let row = register.row(of: unit, on: day) else { return .failure(Rejection(.unitNotValid)) }
    return .success((unit, row))
  }
}
