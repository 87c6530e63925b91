import Foundation
import Testing

/// The colours of the default theme's charts against its grounds.
@Suite struct ContrastTests {
  private static let sheet =
    (try? String(
      contentsOf: Words.folder.appendingPathComponent("../../../themes/intranet/assets/css/charts.css"), encoding: .utf8
    ))
    ?? ""

  @Test(arguments: [
    ("chart-1", 3), ("chart-2", 3), ("chart-3", 3), ("chart-4", 3), ("chart-5", 3), ("chart-6", 3), ("chart-axis", 3),
    ("chart-target", 3), ("chart-ink", 4.5), ("chart-soft", 4.5),
  ])
  func partsAndTextsStandOut(name: String, least: Double) throws {
    let color = try #require(pair(name))
    let paper = try #require(pair("chart-paper"))
    #expect(ratio(color.light, paper.light) >= least)
    #expect(ratio(color.dark, paper.dark) >= least)
  }

  private func pair(_ name: String) -> (light: Double, dark: Double)? {
    let start = Self.sheet.range(of: "--\(name): light-dark(")?.upperBound
    guard let start else { return nil }
    let colors = Self.sheet[start...].prefix { $0 != ")" }.split(separator: ",")
    guard colors.count == 2 else { return nil }
    return (luminance(colors[0]), luminance(colors[1]))
  }

  private func ratio(_ a: Double, _ b: Double) -> Double { (max(a, b) + 0.05) / (min(a, b) + 0.05) }

  /// Relative luminance by WCAG 2.2.
  private func luminance(_ text: Substring) -> Double {
    let number = Int(text.filter(\.isHexDigit), radix: 16) ?? 0
    let channels = [16, 8, 0].map { (shift: Int) -> Double in
      let part = Double(number >> shift & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}
