/// Numbers 64-bit hashes 0, 1, 2 … in the order in which they are first seen.
public struct Numbering: Sendable {
  /// A hash beside its number, so that a look-up takes one line of the processor's cache.
  private struct Slot {
    var hash: UInt64
    /// Number + 1, 0 where free.
    var mark: UInt64
  }

  /// The hashes by their number.
  public private(set) var hashes: [UInt64] = []
  private var slots = [Slot](repeating: Slot(hash: 0, mark: 0), count: 64)

  public init() {}

  public var count: Int { hashes.count }

  @inline(__always)
  public mutating func number(_ hash: UInt64) -> UInt32 {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let found = slots[slot]
      if found.mark == 0 { break }
      if found.hash == hash { return UInt32(truncatingIfNeeded: found.mark &- 1) }
      slot = (slot &+ 1) & mask
    }
    return insert(hash, at: slot)
  }

  /// The number of a hash that has been seen, nil of another.
  public func existing(_ hash: UInt64) -> UInt32? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].mark != 0 {
      if slots[slot].hash == hash { return UInt32(truncatingIfNeeded: slots[slot].mark - 1) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  @inline(never)
  private mutating func insert(_ hash: UInt64, at slot: Int) -> UInt32 {
    hashes.append(hash)
    slots[slot] = Slot(hash: hash, mark: UInt64(hashes.count))
    if hashes.count * 2 > slots.count { grow() }
    return UInt32(truncatingIfNeeded: hashes.count - 1)
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots = [Slot](repeating: Slot(hash: 0, mark: 0), count: mask + 1)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot].mark != 0 { slot = (slot + 1) & mask }
      slots[slot] = Slot(hash: hash, mark: UInt64(index + 1))
    }
  }
}
