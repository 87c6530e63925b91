import Charts
import CivilTime
import Foundation
import HTML
import Testing

/// A page to look at, with each kind in ordinary and awkward cases: `RUTIN_GALLERY=DIR swift test --filter Gallery`.
@Suite struct Gallery {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["RUTIN_GALLERY"] != nil))
  func write() throws {
    let folder = URL(fileURLWithPath: ProcessInfo.processInfo.environment["RUTIN_GALLERY"] ?? ".")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let themes = Words.folder.appendingPathComponent("../../../themes").standardizedFileURL
    for theme in ["intranet", "plain", "none"] {
      var css = ""
      for name in theme == "none" ? [] : ["site", "charts"] {
        css += try String(contentsOf: themes.appendingPathComponent("\(theme)/assets/css/\(name).css"), encoding: .utf8)
      }
      css +=
        "\n.gallery { display: grid; gap: 2.5rem; padding: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); }"
      css += "\n.gallery > section { min-width: 0; }"
      if theme == "none" { css = "" }
      let page = """
        <!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>Diagram</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="\(theme).css"></head>
        <body><main class="gallery"><h1>Diagram</h1>\(sections().joined(separator: "\n"))</main></body></html>
        """
      try page.write(to: folder.appendingPathComponent("\(theme).html"), atomically: true, encoding: .utf8)
      try css.write(to: folder.appendingPathComponent("\(theme).css"), atomically: true, encoding: .utf8)
    }
  }

  /// Random charts, to be measured with true fonts in a browser.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["RUTIN_GALLERY"] != nil))
  func writeRandomOnes() throws {
    let folder = URL(fileURLWithPath: ProcessInfo.processInfo.environment["RUTIN_GALLERY"] ?? ".")
    var random = RandomCharts(seed: 2026)
    let drawings = (0..<300).flatMap { index in
      [
        Words.swedish.svg(random.chart(), id: "c\(index)").string,
        Words.swedish.svg(random.strip(), id: "s\(index)").string,
      ]
    }
    let page = """
      <!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>Diagram</title></head>
      <body>\(drawings.joined(separator: "\n"))</body></html>
      """
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try page.write(to: folder.appendingPathComponent("random.html"), atomically: true, encoding: .utf8)
  }

  private func sections() -> [String] {
    let writer = Words.swedish
    var out: [String] = []
    func show(_ title: String, _ sentence: String, _ svg: String) {
      out.append("<section><h2>\(title)</h2><p>\(sentence)</p>\(svg)</section>")
    }
    func show(_ chart: Chart) {
      show(chart.title, writer.sentence(chart), writer.svg(chart, id: "c\(out.count)").string)
    }
    for (_, chart) in Samples.named { show(chart) }
    for months in [1, 3, 12, 24] {
      let strip = Samples.strip(months: months)
      show(strip.title, writer.sentence(strip), writer.svg(strip, id: "c\(out.count)").string)
    }
    for chart in awkward() { show(chart) }
    return out
  }

  private func awkward() -> [Chart] {
    func line(_ title: String, _ columns: Int, _ rows: [[ChartPoint]], unit: ChartUnit = .ratio) -> Chart {
      Chart(
        .line, title: title, unit: unit, columns: Samples.months(columns),
        rows: rows.enumerated().map { Chart.Row(Samples.name($0), $1) }, target: unit == .ratio ? Samples.goal : nil)
    }
    func bars(_ title: String, _ kind: Chart.Kind, _ points: [ChartPoint], unit: ChartUnit = .count) -> Chart {
      Chart(
        kind, title: title, unit: unit, columns: [Chart.Column("")],
        rows: points.enumerated().map { Chart.Row(Samples.name($0), [$1]) })
    }
    return [
      line("En månad", 1, [[.value(0.84)]]), line("24 månader", 24, [(0..<24).map { .value(0.3 + 0.02 * Double($0)) }]),
      line("Alla lika", 12, Array(repeating: Samples.values(Array(repeating: 0.9, count: 12)), count: 4)),
      line("Alla dolda", 12, [Array(repeating: .few, count: 12)]),
      line("Alla saknas", 12, Array(repeating: Array(repeating: .missing, count: 12), count: 2)),
      line("Stora tal", 12, [(0..<12).map { .value(12_345_678 + Double($0) * 999_999) }], unit: .count),
      line("Medelvärden", 6, [Samples.values([2.5, 2.25, 3.75, 3, 2.125, 2.67])], unit: .average(decimals: 2)),
      bars("Bara noll", .bar, Samples.values([0, 0, 0])),
      bars("Bara minus", .divergingBar, Samples.values([-4, -12, -1])),
      bars("En grupp", .bar, [.value(14)]),
      Chart(
        .bar, title: "Mål bortom värdena", unit: .ratio, columns: [Chart.Column("")],
        rows: [Chart.Row("Norr", [.value(0.12)]), Chart.Row("Söder", [.value(0.31)])], target: Samples.goal),
      bars("40 grupper", .bar, (0..<40).map { .value(Double(400 - $0 * 9)) }),
      line(
        "15 linjer", 12, (0..<15).map { row in (0..<12).map { .value(0.4 + 0.03 * Double((row * 7 + $0 * 5) % 17)) } }),
    ]
  }
}
