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
