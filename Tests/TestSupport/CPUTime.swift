import Glibc

/// The processor time of the calling thread, which other tests beside it do not change.
public enum CPUTime {
  /// The least of three measurements, in seconds.
  public static func least(_ body: () -> Void) -> Double {
    (0..<3).map { _ in
      let start = now()
      body()
      return now() - start
    }.min() ?? 0
  }

  /// How many times longer `body` takes for four times the size: 4 when time is in proportion, 16 when it is quadratic.
  public static func growth(from size: Int, _ body: (Int) -> Void) -> Double {
    let small = least { body(size) }
    let large = least { body(4 * size) }
    return large / max(small, 1e-5)
  }

  /// What `growth` may be at most, with room for a busy machine.
  public static let linear = 9.0

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
