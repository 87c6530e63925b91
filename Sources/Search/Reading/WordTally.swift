/// How often, and where, a word stands in one entry.
struct WordTally: Sendable {
  static let isInTitle: UInt32 = 1 << 16
  static let isInHeading: UInt32 = 1 << 17
  static let isKeyword: UInt32 = 1 << 18

  /// The count in its lower 16 bits, the flags above.
  var bits: UInt32 = 0

  var count: Int { Int(bits & 0xFFFF) }
  func has(_ flag: UInt32) -> Bool { bits & flag != 0 }

  mutating func add(_ flag: UInt32) {
    bits |= flag
    if bits & 0xFFFF < 0xFFFF { bits += 1 }
  }
}
