/// An axis with round numbers that covers values which may be seen.
struct Scale {
  let low: Double
  let high: Double
  let step: Double

  /// Bars begin at zero; a line of ratios may begin higher, so that small changes show.
  ///
  /// `parts` is about how many steps there are.
  init(covering values: [Double], unit: ChartUnit, startsAtZero: Bool, parts: Double = 4) {
    var least = values.min() ?? 0
    var most = values.max() ?? 0
    if startsAtZero || unit != .ratio || least < 0.5 { least = min(least, 0) }
    most = max(most, 0)
    // Half of the whole or more is best judged against the whole.
    if unit == .ratio, most > 0.5 { most = max(most, 1) }
    if most - least < 1e-6 {
      most = unit == .ratio && least == 0 ? 1 : least + (unit == .count ? 1 : Swift.max(1, least.magnitude))
    }
    var step = Self.step(atLeast: (most - least) / parts)
    if unit == .count { step = max(1, step) }
    self.step = step
    // Nothing but zero lies on the lower line, which would look like zero.
    if least > 0, (least / step).rounded() * step > least - step * 1e-6 { least -= step / 2 }
    low = (least / step + 1e-9).rounded(.down) * step
    high = (most / step - 1e-9).rounded(.up) * step
  }

  var ticks: [Double] {
    let first = (low / step).rounded()
    return (0...Int(((high - low) / step).rounded())).map { (first + Double($0)) * step }
  }

  /// 0 at the low end, 1 at the high one.
  func part(of value: Double) -> Double { min(max((value - low) / (high - low), 0), 1) }

  /// 1, 2 or 5 times a power of ten.
  private static func step(atLeast least: Double) -> Double {
    var power = 1.0
    while power > least, power > 1e-9 { power /= 10 }
    while power * 10 <= least, power < 1e15 { power *= 10 }
    return [1, 2, 5].map { $0 * power }.first { $0 >= least } ?? 10 * power
  }
}
