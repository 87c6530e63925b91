public import HTML

/// Draws charts as inline SVG, and says them in words.
///
/// Equal values give equal bytes. The SVG has no style and no script; classes are for the theme, attributes for readers without it.
public struct ChartWriter: Sendable {
  public let texts: ChartTexts

  public init(texts: ChartTexts) { self.texts = texts }

  /// What the chart shows, in a sentence or a few.
  public func sentence(_ chart: Chart) -> String { ChartSummary(chart: chart, texts: texts).sentence }

  public func sentence(_ strip: CalendarStrip) -> String { CalendarSummary(strip: strip, texts: texts).sentence }

  /// `id` must be unique on the page, and of letters, digits and hyphens: other ids are made from it.
  public func svg(_ chart: Chart, id: String) -> Markup {
    svg(drawing(chart, id: id), title: chart.title, sentence: sentence(chart), kind: name(of: chart.kind))
  }

  public func svg(_ strip: CalendarStrip, id: String) -> Markup {
    svg(drawing(strip, id: id), title: strip.title, sentence: sentence(strip), kind: "calendar")
  }

  func drawing(_ chart: Chart, id: String) -> Drawing {
    var drawing = Drawing(id: id)
    switch chart.kind {
    case .line: LineDrawing(chart: chart, texts: texts).draw(in: &drawing)
    case .bar, .divergingBar: BarDrawing(chart: chart, texts: texts).draw(in: &drawing)
    case .stackedBar(let asShares): StackDrawing(chart: chart, texts: texts, asShares: asShares).draw(in: &drawing)
    case .sparkline: SparklineDrawing(chart: chart).draw(in: &drawing)
    }
    return drawing
  }

  func drawing(_ strip: CalendarStrip, id: String) -> Drawing {
    var drawing = Drawing(id: id)
    CalendarDrawing(strip: strip, texts: texts).draw(in: &drawing)
    return drawing
  }

  private func name(of kind: Chart.Kind) -> String {
    switch kind {
    case .line: "line"
    case .bar: "bar"
    case .stackedBar: "stacked"
    case .divergingBar: "diverging"
    case .sparkline: "sparkline"
    }
  }

  private func svg(_ drawing: Drawing, title: String, sentence: String, kind: String) -> Markup {
    let height = max(1, drawing.height.rounded(.up))
    var out = Markup(literal: "<svg xmlns=\"http://www.w3.org/2000/svg\"")
    out.append(attribute: "class", "chart chart-\(kind)")
    out.append(attribute: "viewBox", "0 0 \(drawing.width.svg) \(height.svg)")
    out.append(attribute: "width", drawing.width.svg)
    out.append(attribute: "height", height.svg)
    out.append(literal: " role=\"img\"")
    out.append(attribute: "aria-labelledby", "\(drawing.id)-t \(drawing.id)-d")
    out.append(literal: " font-family=\"sans-serif\" font-size=\"13\" fill=\"currentColor\">")
    out.append(literal: "<title")
    out.append(attribute: "id", drawing.id + "-t")
    out.append(literal: ">")
    out.append(text: title)
    out.append(literal: "</title><desc")
    out.append(attribute: "id", drawing.id + "-d")
    out.append(literal: ">")
    out.append(text: sentence)
    out.append(literal: "</desc>")
    out.append(drawing.body)
    out.append(literal: "</svg>")
    return out
  }
}
