public import Diagnostics
internal import Glibc
internal import Swedish

/// Time since it was made, by a clock that nobody sets; for what people are told, never for what is built.
public struct Stopwatch: Sendable {
  private let start: Int

  public init() {
    start = Self.now
  }

  public var milliseconds: Int { (Self.now - start) / 1_000_000 }

  /// "0,21 s", "1.40 s".
  public func seconds(in language: Language) -> String {
    NumberFormat(language).text(Double(milliseconds) / 1000, decimals: 2) + " s"
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}

extension NumberFormat {
  init(_ language: Language) { self = language == .swedish ? .swedish : .english }
}

extension Int {
  /// With a mark between thousands: a no-break space in Swedish, a comma in English.
  public func grouped(in language: Language) -> String { NumberFormat(language).text(self) }
}
