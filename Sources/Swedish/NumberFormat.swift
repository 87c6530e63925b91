/// How numbers are written: the one place for pages, charts, tables and downloads.
public struct NumberFormat: Sendable, Hashable {
  public var decimalMark: String
  /// Between thousands, from 1 000.
  public var groupMark: String
  public var minus: String
  public var percentSign: String

  public init(decimalMark: String, groupMark: String, minus: String, percentSign: String) {
    self.decimalMark = decimalMark
    self.groupMark = groupMark
    self.minus = minus
    self.percentSign = percentSign
  }

  /// `−1 234,5` and `93,4 %` with no-break spaces.
  public static let swedish = NumberFormat(
    decimalMark: ",", groupMark: "\u{A0}", minus: "\u{2212}", percentSign: "\u{A0}%")

  /// `−1,234.5` and `93.4%`.
  public static let english = NumberFormat(decimalMark: ".", groupMark: ",", minus: "\u{2212}", percentSign: "%")

  /// `-1234,5`: for files that a Swedish spreadsheet opens.
  public static let swedishData = NumberFormat(decimalMark: ",", groupMark: "", minus: "-", percentSign: "")

  public func text(_ number: Int) -> String {
    (number < 0 ? minus : "") + grouped(String(number.magnitude))
  }

  /// Rounded to `decimals` (0–9), halves away from zero, none dropped; never a negative zero.
  ///
  /// "–" for what is not a finite number.
  public func text(_ number: Double, decimals: Int) -> String {
    guard number.isFinite else { return "–" }
    let decimals = min(max(decimals, 0), 9)
    let factor = (0..<decimals).reduce(1.0) { factor, _ in factor * 10 }
    let scaled = (number.magnitude * factor).rounded(.toNearestOrAwayFromZero)
    // Beyond this a Double has no decimals, and 64 bits would not do.
    guard scaled < 1e18 else { return (number < 0 ? minus : "") + String(number.magnitude) }
    let digits = String(UInt64(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    let sign = number < 0 && scaled > 0 ? minus : ""
    guard decimals > 0 else { return sign + grouped(padded) }
    return sign + grouped(String(padded.dropLast(decimals))) + decimalMark + padded.suffix(decimals)
  }

  /// The ratio 0.934 as `93,4 %`.
  public func percent(_ ratio: Double, decimals: Int = 1) -> String {
    ratio.isFinite ? text(ratio * 100, decimals: decimals) + percentSign : "–"
  }

  private func grouped(_ digits: String) -> String {
    guard digits.utf8.count > 3, !groupMark.isEmpty else { return digits }
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { out += groupMark }
      out.append(digit)
    }
    return out
  }
}
