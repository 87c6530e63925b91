/// The secret with which ids of persons and visits are turned into 64-bit numbers; made on the machine, kept in its work
/// folder.
public struct IdentityKey: Sendable, Hashable {
  let first: UInt64
  let second: UInt64

  public init(_ first: UInt64, _ second: UInt64) {
    self.first = first
    self.second = second
  }

  /// A new key from the system's source of randomness.
  public static func random() -> IdentityKey {
    var generator = SystemRandomNumberGenerator()
    return IdentityKey(generator.next(), generator.next())
  }

  /// SipHash-1-3 of the cell's bytes.
  @inline(__always)
  func hash(_ cell: Cell) -> UInt64 {
    var state = SipState(first, second)
    var offset = 0
    while cell.count &- offset >= 8 {
      state.absorb(cell.word(at: offset))
      offset &+= 8
    }
    state.absorb(cell.word(at: offset) | UInt64(truncatingIfNeeded: cell.count) &<< 56)
    return state.finish()
  }

  /// The same hash of bytes that are not in a reader's buffer.
  public func hash(_ bytes: [UInt8]) -> UInt64 {
    (bytes + [UInt8](repeating: 0, count: Cell.padding)).withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return hash(Cell(start: start, count: bytes.count))
    }
  }
}

private struct SipState {
  var v0: UInt64
  var v1: UInt64
  var v2: UInt64
  var v3: UInt64

  @inline(__always)
  init(_ first: UInt64, _ second: UInt64) {
    v0 = first ^ 0x736f_6d65_7073_6575
    v1 = second ^ 0x646f_7261_6e64_6f6d
    v2 = first ^ 0x6c79_6765_6e65_7261
    v3 = second ^ 0x7465_6462_7974_6573
  }

  @inline(__always)
  mutating func absorb(_ word: UInt64) {
    v3 ^= word
    round()
    v0 ^= word
  }

  @inline(__always)
  mutating func finish() -> UInt64 {
    v2 ^= 0xFF
    round()
    round()
    round()
    return v0 ^ v1 ^ v2 ^ v3
  }

  @inline(__always)
  private mutating func round() {
    v0 = v0 &+ v1
    v1 = rotated(v1, 13) ^ v0
    v0 = rotated(v0, 32)
    v2 = v2 &+ v3
    v3 = rotated(v3, 16) ^ v2
    v0 = v0 &+ v3
    v3 = rotated(v3, 21) ^ v0
    v2 = v2 &+ v1
    v1 = rotated(v1, 17) ^ v2
    v2 = rotated(v2, 32)
  }

  @inline(__always)
  private func rotated(_ x: UInt64, _ by: UInt64) -> UInt64 { x &<< by | x &>> (64 &- by) }
}
