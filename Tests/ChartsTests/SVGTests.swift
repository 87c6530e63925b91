import CExpat
import Charts
import Foundation
import HTML
import Testing

@Suite struct SVGTests {
  /// `RUTIN_RECORD=1 swift test --filter SVGTests` writes what is expected, to be looked at before it is kept.
  @Test(arguments: Samples.named.map(\.name) + ["calendar"])
  func samplesStayAsTheyWere(name: String) throws {
    let file = Words.folder.appendingPathComponent("\(name).svg")
    let strip = Words.swedish.svg(Samples.strip(months: 12), id: "c")
    let svg = Samples.named.first { $0.name == name }.map { Words.swedish.svg($0.chart, id: "c") } ?? strip
    if ProcessInfo.processInfo.environment["RUTIN_RECORD"] != nil {
      try (svg.string + "\n").write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(svg.string + "\n" == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test(arguments: 100..<110)
  func whateverIsDrawnIsWellFormed(seed: Int) {
    var random = RandomCharts(seed: UInt64(seed))
    for _ in 0..<40 {
      let chart = random.chart()
      let svg = Words.swedish.svg(chart, id: "c")
      #expect(Self.fault(in: svg.bytes) == nil, "\(chart)")
      #expect(svg == Words.swedish.svg(chart, id: "c"))
      let strip = Words.english.svg(random.strip(), id: "c")
      #expect(Self.fault(in: strip.bytes) == nil)
      for text in [svg.string, strip.string] {
        #expect(!text.contains("style=") && !text.contains("<style") && !text.contains("<script"))
        #expect(text.firstMatch(of: /[ "](nan|inf|-0")/) == nil)
      }
    }
  }

  @Test func theCheckOfFormFindsFaults() {
    #expect(Self.fault(in: Array("<svg><g></svg>".utf8)) != nil)
  }

  @Test func textIsEscaped() {
    let chart = Chart(
      .bar, title: "<script>", unit: .count, columns: [Chart.Column("&")],
      rows: [Chart.Row("\"<b>\"", [.value(1)])], target: Chart.Target(1, .atLeast, label: "<i>"))
    let svg = Words.swedish.svg(chart, id: "c").string
    #expect(!svg.contains("<script>") && !svg.contains("<b>") && !svg.contains("<i>"))
    #expect(svg.contains("&lt;b&gt;"))
  }

  @Test func numbersOfFiguresAreMarked() {
    func values(_ chart: Chart) -> [String] {
      Words.swedish.svg(chart, id: "c").string.matches(of: /class="chart-value"[^>]*>([^<]*)</).map { String($0.1) }
    }
    #expect(values(Samples.bars) == ["96,2", "93,4", "87,3", "61,0"].map { $0 + "\u{A0}%" })
    #expect(values(Samples.line) == ["93,4\u{A0}%"])
    #expect(values(Samples.stack(asShares: false)) == ["1\u{A0}240", "310", "620", "240", "210", "380"])
  }

  @Test func idsBeginWithThatOfTheChart() {
    let svg = Words.swedish.svg(Samples.stack(asShares: false), id: "matt-v1").string
    let ids = svg.matches(of: /\ id="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    #expect(ids.count == 2 + 4)
    #expect(ids.allSatisfy { $0.hasPrefix("matt-v1-") })
    let used = svg.matches(of: /url\(#([^)]*)\)/).map { String($0.1) }
    #expect(Set(used).isSubset(of: ids) && !used.isEmpty)
    #expect(svg.contains("aria-labelledby=\"matt-v1-t matt-v1-d\""))
  }

  @Test func drawingsAreSmall() {
    #expect(Words.swedish.svg(Samples.line, id: "c").bytes.count <= 6_000)
    #expect(Words.swedish.svg(Samples.sparkline, id: "c").bytes.count <= 2_000)
    let forty = Chart(
      .bar, title: "Besök", unit: .ratio, columns: [Chart.Column("2026-10")],
      rows: (0..<40).map { Chart.Row("Hemtjänstutförare nummer \($0)", [.value(1 - Double($0) / 50)]) },
      target: Samples.goal)
    #expect(Words.swedish.svg(forty, id: "c").bytes.count <= 15_000)
  }

  /// What expat says of a document, nil when it is well formed.
  private static func fault(in bytes: [UInt8]) -> Int? {
    guard let parser = XML_ParserCreate(nil) else { return -1 }
    defer { XML_ParserFree(parser) }
    let status = bytes.withUnsafeBytes { buffer in
      XML_Parse(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 1)
    }
    return status == XML_STATUS_OK ? nil : Int(XML_GetErrorCode(parser).rawValue)
  }
}
