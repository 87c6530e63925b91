import Testing

@testable import Charts

/// No label stands on another or outside of its drawing, whatever is drawn.
@Suite struct LayoutTests {
  @Test(arguments: 0..<40)
  func labelsStandFree(seed: Int) {
    var random = RandomCharts(seed: UInt64(seed))
    for _ in 0..<50 {
      let chart = random.chart()
      check(Words.swedish.drawing(chart, id: "c"), "\(chart)")
      if seed % 4 == 0 {
        let strip = random.strip()
        check(Words.swedish.drawing(strip, id: "c"), "\(strip)")
      }
    }
  }

  @Test func samplesStandFree() {
    for (name, chart) in Samples.named { check(Words.swedish.drawing(chart, id: "c"), "\(name)") }
    for months in 1...24 { check(Words.english.drawing(Samples.strip(months: months), id: "c"), "\(months)") }
  }

  private func check(_ drawing: Drawing, _ what: Comment) {
    let boxes = drawing.boxes
    for (index, box) in boxes.enumerated() {
      let isInside =
        box.left >= -0.01 && box.left + box.width <= drawing.width + 0.01 && box.top >= 0
        && box.top + box.height <= drawing.height + 0.01
      guard isInside else {
        Issue.record("\(box) leaves \(drawing.width) × \(drawing.height): \(what)")
        return
      }
      if let other = boxes[(index + 1)...].first(where: box.intersects) {
        Issue.record("\(box) and \(other): \(what)")
        return
      }
    }
  }

  @Test func wrappingKeepsEveryLetterOrSaysThatItDoesNot() {
    for name in Samples.longNames + ["", " ", "a", "Ord", "Mycketlångtordutannågotmellanrum och-ett-med-streck"] {
      for width in [20.0, 60, 120, 320] {
        let whole = TextMeasure.wrap(name, width: width, size: 13, maxLines: 99)
        #expect(!whole.isShortened)
        #expect(whole.lines.allSatisfy { TextMeasure.width(of: $0, size: 13) <= width })
        #expect(whole.lines.joined().filter { !"- ".contains($0) } == name.filter { !"- ".contains($0) })
        let short = TextMeasure.wrap(name, width: width, size: 13, maxLines: 1)
        #expect(short.lines.count <= 1)
        #expect(short.isShortened == (whole.lines.count > 1))
        #expect(short.lines.allSatisfy { TextMeasure.width(of: $0, size: 13) <= width })
      }
    }
  }

  @Test func spreadKeepsOrderAndRoom() {
    let starts = Spread.starts(wanted: [50, 50, 49, 0], lengths: [10, 10, 10, 10], within: 0...60)
    #expect(starts[2] + 10 <= starts[0] && starts[0] + 10 <= starts[1])
    #expect(starts.allSatisfy { (0...50).contains($0) })
    #expect(Spread.starts(wanted: [5, 5], lengths: [10, 10], within: 0...10) == [0, 10])
  }
}
