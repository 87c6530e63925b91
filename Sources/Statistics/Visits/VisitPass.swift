internal import Exports

/// One thread's way through buckets of visit rows: rejects, picks each visit's best row, counts.
///
/// A bucket holds all rows of its visits, from all files, so buckets are counted apart from one another in any order.
struct VisitPass: Sendable {
  /// A row that passed all tests but that for duplicates.
  private struct Candidate {
    var visit: UInt64
    var start: UInt64
    /// The file above, the row's place in it below; ordered as the rows stand.
    var order: UInt64
    var staff: UInt32
    var client: UInt32
    var cellMonth: UInt32
    /// Attributes with the lock bit, as `VisitPlan` numbers combinations; bits 6–7 hold the status.
    var combination: UInt32
    /// The next row of the same visit, −1 after the last.
    var next: Int32
  }

  private let space: VisitSpace
  private let plan: VisitPlan
  private var candidates: [Candidate] = []
  private var slots: [Int32] = []
  private var heads: [Int32] = []
  private var chain: [Int32] = []

  /// Visits, and rows, by cell, month and class.
  private(set) var visitCounts: [Int]
  private(set) var rowCounts: [Int]
  private(set) var staff = PersonTable()
  private(set) var clients = PersonTable()
  private(set) var visitStaff = PersonTable()
  /// The months of accepted rows of any status, as places from the first month.
  private(set) var firstMonth = UInt32.max
  private(set) var lastMonth: UInt32 = 0
  private(set) var rejects: [RejectLog]
  /// The visits of the watched month, a place from the first month.
  private(set) var watched: [WatchedVisit] = []
  private let watchedMonth: UInt32?

  init(_ space: VisitSpace, _ plan: VisitPlan, cells: Int, files: Int, watchedMonth: Int?) {
    self.space = space
    self.plan = plan
    self.watchedMonth = watchedMonth.flatMap { UInt32(exactly: $0 - space.firstMonth) }
    visitCounts = [Int](repeating: 0, count: cells * space.monthCount * plan.classCount)
    rowCounts = plan.countsRows ? visitCounts : []
    rejects = [RejectLog](repeating: RejectLog(), count: files)
  }

  mutating func count(bucket: Int) {
    candidates.removeAll(keepingCapacity: true)
    for (segment, map) in zip(space.segments, space.maps) {
      segment.withRecords(in: bucket) { admit($0, map) }
    }
    link()
    for head in heads { settle(Int(head)) }
  }

  private mutating func admit(_ records: UnsafeBufferPointer<VisitRecord>, _ map: VisitSpace.UnitMap) {
    for record in records {
      let day = record.day
      let unit = space.unit(record.unit, map, on: day)
      if unit < 0 {
        reject(space.rejection(ofUnit: record.unit, map), record, map)
        continue
      }
      if day > space.asOf {
        reject(Rejection(.afterAsOf), record, map)
        continue
      }
      let attributes = record.attributes
      if let reason = attributes.rejection {
        reject(Rejection(reason), record, map)
        continue
      }
      let cell = space.cell(of: unit, on: day)
      if cell < 0 {
        reject(Rejection(.unitNotValid), record, map)
        continue
      }
      let month = space.month(of: day)
      let client = map.clients[Int(record.client)]
      let lock = space.hasLock(client, on: day) ? VisitPlan.lockableBit : 0
      candidates.append(
        Candidate(
          visit: record.visit, start: record.start, order: UInt64(map.file) &<< 40 | record.place,
          staff: map.staff[Int(record.staff)], client: client,
          cellMonth: UInt32(cell) &* UInt32(space.monthCount) &+ month, combination: attributes.raw & 0xFFF | lock,
          next: -1))
    }
  }

  @inline(never)
  private mutating func reject(_ rejection: Rejection, _ record: VisitRecord, _ map: VisitSpace.UnitMap) {
    rejects[map.file].add(rejection, at: record.place)
  }

  /// Chains the rows of each visit.
  private mutating func link() {
    var size = 64
    while size < candidates.count * 2 { size *= 2 }
    if slots.count == size {
      for index in 0..<size { slots[index] = -1 }
    } else {
      slots = [Int32](repeating: -1, count: size)
    }
    heads.removeAll(keepingCapacity: true)
    let mask = size - 1
    for index in candidates.indices {
      let visit = candidates[index].visit
      var slot = Int(truncatingIfNeeded: visit) & mask
      while true {
        let head = slots[slot]
        if head < 0 {
          slots[slot] = Int32(truncatingIfNeeded: index)
          heads.append(Int32(truncatingIfNeeded: index))
          break
        }
        if candidates[Int(head)].visit == visit {
          candidates[index].next = candidates[Int(head)].next
          candidates[Int(head)].next = Int32(truncatingIfNeeded: index)
          break
        }
        slot = (slot &+ 1) & mask
      }
    }
  }

  /// Counts one visit: the first row of each staff member is kept, the best performed one stands for the visit.
  private mutating func settle(_ head: Int) {
    if candidates[head].next < 0 {
      accept(head)
      if isPerformed(head) { represent(head) }
      return
    }
    chain.removeAll(keepingCapacity: true)
    var index = Int32(truncatingIfNeeded: head)
    while index >= 0 {
      chain.append(index)
      index = candidates[Int(index)].next
    }
    chain.sort { left, right in
      let (left, right) = (candidates[Int(left)], candidates[Int(right)])
      return left.staff == right.staff ? left.order < right.order : left.staff < right.staff
    }
    var best: Int?
    var latest: UInt32?
    for index in chain.lazy.map({ Int($0) }) {
      if candidates[index].staff == latest {
        let order = candidates[index].order
        rejects[Int(order &>> 40)].add(Rejection(.duplicateKey), at: order & (1 &<< 40 &- 1))
        continue
      }
      latest = candidates[index].staff
      accept(index)
      if isPerformed(index) {
        if let known = best { best = precedes(index, known) ? index : known } else { best = index }
      }
    }
    if let best { represent(best) }
  }

  /// Better registration, then earlier start, then earlier row.
  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (candidates[left], candidates[right])
    let (leftCode, rightCode) = (left.combination & 7, right.combination & 7)
    if leftCode != rightCode { return leftCode < rightCode }
    return left.start == right.start ? left.order < right.order : left.start < right.start
  }

  @inline(__always)
  private func isPerformed(_ index: Int) -> Bool { candidates[index].combination & 0xC0 == 0 }

  /// Counts an accepted row as such.
  @inline(__always)
  private mutating func accept(_ index: Int) {
    let row = candidates[index]
    let month = row.cellMonth % UInt32(space.monthCount)
    firstMonth = min(firstMonth, month)
    lastMonth = max(lastMonth, month)
    guard row.combination & 0xC0 == 0 else { return }
    let combination = Int(row.combination)
    staff.add(plan.staffBits[combination], person: row.staff, cellMonth: row.cellMonth)
    if plan.countsRows {
      rowCounts[Int(row.cellMonth) &* plan.classCount &+ Int(plan.classes[combination])] &+= 1
    }
  }

  /// Counts a visit by its best row.
  @inline(__always)
  private mutating func represent(_ index: Int) {
    let row = candidates[index]
    let combination = Int(row.combination)
    visitCounts[Int(row.cellMonth) &* plan.classCount &+ Int(plan.classes[combination])] &+= 1
    clients.add(plan.clientBits[combination], person: row.client, cellMonth: row.cellMonth)
    if !plan.visitStaffFilters.isEmpty {
      visitStaff.add(plan.visitStaffBits[combination], person: row.staff, cellMonth: row.cellMonth)
    }
    if let watchedMonth, row.cellMonth % UInt32(space.monthCount) == watchedMonth {
      watched.append(
        WatchedVisit(
          client: row.client, cell: row.cellMonth / UInt32(space.monthCount), start: row.start,
          registration: row.combination & 7))
    }
  }
}
