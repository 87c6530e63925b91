import Glibc
import Synchronization
import Testing

@testable import SiteBuild

struct OrderedMapTests {
  struct Odd: Error, Equatable {
    let number: Int
  }

  @Test(arguments: [1, 2, 3, 8, 64], [0, 1, 2, 31, 1000])
  func keepsTheOrder(jobs: Int, count: Int) {
    let items = Array(0..<count)
    let doubled = orderedMap(items, jobs: jobs) { number in
      if number % 7 == 0 { usleep(50) }
      return String(number * 2)
    }
    #expect(doubled == items.map { String($0 * 2) })
  }

  @Test(arguments: [1, 2, 8])
  func throwsTheFirstFailureInOrder(jobs: Int) {
    for first in [0, 1, 499, 999] {
      #expect(throws: Odd(number: first)) {
        try orderedMap(Array(0..<1000), jobs: jobs) { number throws(Odd) in
          // The earliest failure takes the longest, so later ones come first in time.
          if number == first { usleep(2000) }
          if number >= first { throw Odd(number: number) }
        }
      }
    }
  }

  @Test func runsAsManyThreadsAsAsked() {
    let waiting = Atomic(0)
    let met = orderedMap([0, 1, 2, 3], jobs: 4) { _ in
      waiting.add(1, ordering: .relaxed)
      for _ in 0..<5000 where waiting.load(ordering: .relaxed) < 4 { usleep(1000) }
      return waiting.load(ordering: .relaxed)
    }
    #expect(met == [4, 4, 4, 4])
  }

  @Test func givesEveryThreadTheStackOfTheMainOne() {
    let depths = orderedMap(Array(0..<8), jobs: 4) { _ in sink(depth: 4000) }
    #expect(depths == Array(repeating: 4000, count: 8))
  }

  /// Takes about a kilobyte of stack a level.
  private func sink(depth: Int) -> Int {
    withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 16) { buffer in
      buffer[0] = UInt8(truncatingIfNeeded: depth)
      return depth == 0 ? 0 : sink(depth: depth - 1) + 1
    }
  }

  @Test func countsProcessors() {
    #expect(availableProcessors() >= 1)
    #expect(availableProcessors() <= sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }
}
