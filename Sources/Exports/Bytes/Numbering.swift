/// Numbers 64-bit hashes 0, 1, 2 … in the order in which they are first seen.
public struct Numbering: Sendable {
  /// The hashes by their number.
  public private(set) var hashes: [UInt64] = []
  /// Number + 1 by slot, 0 where free; the length is a power of two.
  private var slots: [UInt32] = [UInt32](repeating: 0, count: 64)

  public init() {}

  /// The numbering in which `hashes` have their places as numbers.
  public init(_ hashes: [UInt64]) {
    for hash in hashes { _ = number(hash) }
  }

  public var count: Int { hashes.count }

  @inline(__always)
  public mutating func number(_ hash: UInt64) -> UInt32 {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let found = slots[slot]
      if found == 0 { break }
      if hashes[Int(found &- 1)] == hash { return found &- 1 }
      slot = (slot &+ 1) & mask
    }
    return insert(hash, at: slot)
  }

  /// The number of a hash that has been seen, nil of another.
  public func existing(_ hash: UInt64) -> UInt32? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if hashes[Int(slots[slot] - 1)] == hash { return slots[slot] - 1 }
      slot = (slot + 1) & mask
    }
    return nil
  }

  @inline(never)
  private mutating func insert(_ hash: UInt64, at slot: Int) -> UInt32 {
    hashes.append(hash)
    slots[slot] = UInt32(hashes.count)
    if hashes.count * 2 > slots.count { grow() }
    return UInt32(hashes.count - 1)
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots = [UInt32](repeating: 0, count: mask + 1)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index + 1)
    }
  }
}
