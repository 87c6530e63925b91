public import Diagnostics
internal import Glibc

/// Time since it was made, by a clock that nobody sets; for what people are told, never for what is built.
public struct Stopwatch: Sendable {
  private let start: Int

  public init() {
    start = Self.now
  }

  public var milliseconds: Int { (Self.now - start) / 1_000_000 }

  /// "0,21 s", "1.40 s".
  public func seconds(in language: Language) -> String {
    let hundredths = (milliseconds + 5) / 10
    let fraction = hundredths % 100
    let mark = language == .swedish ? "," : "."
    return "\((hundredths / 100).grouped(in: language))\(mark)\(fraction < 10 ? "0" : "")\(fraction) s"
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}

extension Int {
  /// With a mark between thousands: a no-break space in Swedish, a comma in English.
  public func grouped(in language: Language) -> String {
    let digits = Array(String(magnitude).utf8)
    var out = self < 0 ? (language == .swedish ? "−" : "-") : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out += language == .swedish ? "\u{A0}" : "," }
      out.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return out
  }
}
