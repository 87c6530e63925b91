public import Charts
public import Statistics

/// What charts need to know beside the figures, in the page's words.
public struct ChartNames: Sendable {
  public var total: String
  /// `Mål minst 90 %`.
  public var target: @Sendable (Measure.Target, ChartUnit) -> String
  public var title: @Sendable (Measure) -> String

  public init(
    total: String, target: @escaping @Sendable (Measure.Target, ChartUnit) -> String,
    title: @escaping @Sendable (Measure) -> String
  ) {
    self.total = total
    self.target = target
    self.title = title
  }

  public func name(of head: FigureTable.Head) -> String {
    switch head {
    case .measure(let measure): title(measure)
    case .period(let period, _): period
    case .group(let group): group.kind == .total ? total : group.name
    }
  }
}

extension FigureTable {
  /// The drawing of a table; `marks` are by period.
  public func chart(
    _ style: FigureSpec.Style, title: String, target: Measure.Target?, marks: [Chart.Mark] = [], names: ChartNames
  ) -> Chart {
    let unit = cells.first?.first?.measure.chartUnit ?? .count
    let kind: Chart.Kind =
      switch style {
      case .line: .line
      case .bar: .bar
      case .stacked: .stackedBar(asShares: true)
      case .diverging: .divergingBar
      case .sparkline: .sparkline
      }
    let chart = Chart(
      kind, title: title, unit: unit,
      columns: columns.map { head in
        if case .period(let period, let isIncomplete) = head {
          return Chart.Column(period, isIncomplete: isIncomplete)
        }
        return Chart.Column(names.name(of: head))
      },
      rows: zip(rows, cells).map { head, cells in Chart.Row(names.name(of: head), cells.map(\.point)) },
      target: target.map { target in
        let label = names.target(target, unit)
        return switch target {
        case .atLeast(let value): Chart.Target(value, .atLeast, label: label)
        case .atMost(let value): Chart.Target(value, .atMost, label: label)
        }
      }, marks: style == .line ? marks : [])
    return style == .bar || style == .diverging ? chart.sortedByValue() : chart
  }

  /// Periods in the order of the columns, where columns are periods.
  public var periodColumns: [String] {
    columns.compactMap { head in
      if case .period(let period, _) = head { return period }
      return nil
    }
  }
}

extension Measure {
  public var chartUnit: ChartUnit {
    switch unit {
    case .count: .count
    case .share: .ratio
    case .perMonth: .average(decimals: 1)
    }
  }
}
