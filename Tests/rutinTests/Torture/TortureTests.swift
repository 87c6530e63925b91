import Foundation
import Testing

/// Whatever is done to sources, clock, memory and output: a build after a build gives what a build from nothing gives.
///
/// `RUTIN_TORTURE` is the number of sequences (300 unless given), `RUTIN_TORTURE_FIRST` the first one's seed.
@Suite struct TortureTests {
  private static let lanes = 4

  @Test(arguments: 0..<lanes)
  func warmEqualsCold(lane: Int) throws {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["RUTIN_TORTURE"].flatMap { Int($0) } ?? 300
    let first = environment["RUTIN_TORTURE_FIRST"].flatMap { Int($0) } ?? 0
    for seed in stride(from: first + lane, to: first + count, by: Self.lanes) {
      var sequence = try TortureSequence(seed: seed)
      try sequence.run()
      if sequence.hasFailed { return }
    }
  }
}

/// SplitMix64: the same numbers on any machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func chance(_ part: Double) -> Bool { Double.random(in: 0..<1, using: &self) < part }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[Int.random(in: 0..<items.count, using: &self)] }
}
