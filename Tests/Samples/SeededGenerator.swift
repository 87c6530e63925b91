/// A small random number generator (SplitMix64): the same seed gives the same numbers on every machine.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
    // Neighbouring seeds must not give the same numbers one step apart.
    state = next() ^ 0x5851_F42D_4C95_7F2D
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number from 0 up to `bound`, which is not reached.
  public mutating func number(below bound: Int) -> Int { bound <= 1 ? 0 : Int(next() % UInt64(bound)) }

  public mutating func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + number(below: range.count) }

  /// True in `percent` cases of a hundred.
  public mutating func chance(_ percent: Int) -> Bool { number(below: 100) < percent }

  public mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(below: elements.count)] }
}
