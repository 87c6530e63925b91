/// Which bits each person has got in each cell and month; a set that grows with persons, not with rows.
struct PersonTable: Sendable {
  private static let free = UInt64.max

  private struct Slot {
    /// The cell and month above, the person below.
    var key: UInt64
    var bits: UInt64
  }

  private var slots = [Slot](repeating: Slot(key: free, bits: 0), count: 1 << 12)
  private(set) var count = 0

  @inline(__always)
  mutating func add(_ added: FilterBits, person: UInt32, cellMonth: UInt32) {
    let key = UInt64(cellMonth) &<< 32 | UInt64(person)
    let mask = slots.count &- 1
    var slot = Self.place(key) & mask
    while true {
      let found = slots[slot]
      if found.key == key {
        if found.bits | UInt64(added) != found.bits { slots[slot].bits = found.bits | UInt64(added) }
        return
      }
      if found.key == Self.free { break }
      slot = (slot &+ 1) & mask
    }
    insert(Slot(key: key, bits: UInt64(added)), at: slot)
  }

  @inline(__always)
  private static func place(_ key: UInt64) -> Int {
    let product = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: product ^ product &>> 32)
  }

  @inline(never)
  private mutating func insert(_ new: Slot, at slot: Int) {
    slots[slot] = new
    count += 1
    guard count * 3 > slots.count * 2 else { return }
    let old = slots
    let mask = old.count * 2 - 1
    slots = [Slot](repeating: Slot(key: Self.free, bits: 0), count: mask + 1)
    for entry in old where entry.key != Self.free {
      var slot = Self.place(entry.key) & mask
      while slots[slot].key != Self.free { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }

  /// What the tables know, person by person.
  static func byPerson(_ tables: [PersonTable], persons: Int) -> PersonEntries {
    var starts = [Int](repeating: 0, count: persons + 1)
    for table in tables {
      for slot in table.slots where slot.key != free { starts[Int(UInt32(truncatingIfNeeded: slot.key)) + 1] += 1 }
    }
    for index in 1..<max(starts.count, 1) { starts[index] += starts[index - 1] }
    var next = starts
    var entries = [PersonEntries.Entry](
      repeating: PersonEntries.Entry(cellMonth: 0, bits: 0), count: starts.last ?? 0)
    for table in tables {
      for slot in table.slots where slot.key != free {
        let person = Int(UInt32(truncatingIfNeeded: slot.key))
        entries[next[person]] = PersonEntries.Entry(
          cellMonth: UInt32(truncatingIfNeeded: slot.key &>> 32), bits: FilterBits(truncatingIfNeeded: slot.bits))
        next[person] += 1
      }
    }
    return PersonEntries(starts: starts, entries: entries)
  }
}

/// What is known of each person: bits by cell and month.
struct PersonEntries: Sendable {
  struct Entry: Sendable {
    var cellMonth: UInt32
    var bits: FilterBits
  }

  var starts: [Int]
  var entries: [Entry]
}
