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

  /// Side by side: what all begin with, `Besök registrerade: `, is left out.
  public func names(of heads: [FigureTable.Head]) -> [String] {
    let names = heads.map { name(of: $0) }
    guard names.count > 1, case .measure? = heads.first, let end = names[0].firstRange(of: ": ") else { return names }
    let shared = names[0][..<end.upperBound]
    guard names.allSatisfy({ $0.hasPrefix(shared) }) else { return names }
    return names.map { name in
      let rest = name.dropFirst(shared.count)
      return rest.prefix(1).uppercased() + rest.dropFirst()
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
      columns: zip(columns, names.names(of: columns)).map { head, name in
        if case .period(_, true) = head { return Chart.Column(name, isIncomplete: true) }
        return Chart.Column(name)
      },
      rows: zip(names.names(of: rows), cells).map { Chart.Row($0, $1.map(\.point)) },
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
