/// Which bits each person has got in each cell and month; a set that grows with persons, not with rows.
struct PersonTable: Sendable {
  private static let free = UInt64.max
  /// The cell and month above, the person below.
  private var keys = [UInt64](repeating: free, count: 1 << 12)
  private var bits = [UInt16](repeating: 0, count: 1 << 12)
  private(set) var count = 0

  @inline(__always)
  mutating func add(_ added: UInt16, person: UInt32, cellMonth: UInt32) {
    let key = UInt64(cellMonth) &<< 32 | UInt64(person)
    let mask = keys.count &- 1
    var slot = Self.slot(key) & mask
    while true {
      let found = keys[slot]
      if found == key {
        bits[slot] |= added
        return
      }
      if found == Self.free { break }
      slot = (slot &+ 1) & mask
    }
    insert(key, added, at: slot)
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    let product = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: product ^ product &>> 32)
  }

  @inline(never)
  private mutating func insert(_ key: UInt64, _ added: UInt16, at slot: Int) {
    keys[slot] = key
    bits[slot] = added
    count += 1
    guard count * 3 > keys.count * 2 else { return }
    let (oldKeys, oldBits) = (keys, bits)
    let mask = oldKeys.count * 2 - 1
    keys = [UInt64](repeating: Self.free, count: mask + 1)
    bits = [UInt16](repeating: 0, count: mask + 1)
    for (index, key) in oldKeys.enumerated() where key != Self.free {
      var slot = Self.slot(key) & mask
      while keys[slot] != Self.free { slot = (slot + 1) & mask }
      keys[slot] = key
      bits[slot] = oldBits[index]
    }
  }

  /// What the tables know, person by person.
  static func byPerson(_ tables: [PersonTable], persons: Int) -> PersonEntries {
    var starts = [Int](repeating: 0, count: persons + 1)
    for table in tables {
      for key in table.keys where key != free { starts[Int(UInt32(truncatingIfNeeded: key)) + 1] += 1 }
    }
    for index in 1..<max(starts.count, 1) { starts[index] += starts[index - 1] }
    var next = starts
    var entries = [PersonEntries.Entry](
      repeating: PersonEntries.Entry(cellMonth: 0, bits: 0), count: starts.last ?? 0)
    for table in tables {
      for (index, key) in table.keys.enumerated() where key != free {
        let person = Int(UInt32(truncatingIfNeeded: key))
        entries[next[person]] = PersonEntries.Entry(
          cellMonth: UInt32(truncatingIfNeeded: key &>> 32), bits: table.bits[index])
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
    var bits: UInt16
  }

  var starts: [Int]
  var entries: [Entry]
}
