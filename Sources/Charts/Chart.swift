/// Figures of groups, as drawn, told in a sentence and set in a table: all three are made from this one value.
public struct Chart: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// Columns are periods, in time's order.
    case line
    /// The first column of each row.
    case bar
    /// Columns are parts; as long as their sum, or each row as long as any other.
    case stackedBar(asShares: Bool)
    /// As `bar`, with signs, around zero.
    case divergingBar
    /// The first row's periods, without words, to stand within a line of text.
    case sparkline
  }

  public struct Column: Sendable, Hashable {
    /// A period or a part: `2026-10`.
    public var name: String
    /// A period that is not over, or not wholly reported.
    public var isIncomplete: Bool

    public init(_ name: String, isIncomplete: Bool = false) {
      self.name = name
      self.isIncomplete = isIncomplete
    }
  }

  public struct Row: Sendable, Hashable {
    public var name: String
    /// One for each column; those that lack are `.missing`.
    public var points: [ChartPoint]

    public init(_ name: String, _ points: [ChartPoint]) {
      self.name = name
      self.points = points
    }

    public subscript(column: Int) -> ChartPoint { points.indices.contains(column) ? points[column] : .missing }
  }

  public struct Target: Sendable, Hashable {
    public enum Direction: Sendable, Hashable {
      case atLeast
      case atMost
    }

    public var value: Double
    public var direction: Direction
    /// As it is to be read: `Mål minst 90 %`.
    public var label: String

    public init(_ value: Double, _ direction: Direction, label: String) {
      self.value = value
      self.direction = direction
      self.label = label
    }

    func isMet(by number: Double) -> Bool { direction == .atLeast ? number >= value : number <= value }
  }

  /// A line where a period begins: a new edition of the routine behind the figures.
  ///
  /// Parts of an image cannot be links; pages list the marks with their addresses below it.
  public struct Mark: Sendable, Hashable {
    /// Index of the column that it stands before.
    public var column: Int
    public var label: String
    public var href: String

    public init(before column: Int, label: String, href: String) {
      self.column = column
      self.label = label
      self.href = href
    }
  }

  public var kind: Kind
  public var title: String
  public var unit: ChartUnit
  public var columns: [Column]
  /// In the order in which they are drawn, which must not come from figures that are hidden.
  public var rows: [Row]
  public var target: Target?
  public var marks: [Mark]

  public init(
    _ kind: Kind, title: String, unit: ChartUnit, columns: [Column], rows: [Row], target: Target? = nil,
    marks: [Mark] = []
  ) {
    self.kind = kind
    self.title = title
    self.unit = unit
    self.columns = columns
    self.rows = rows
    self.target = target
    self.marks = marks
  }

  /// The column that is compared between rows: the latest period, or the only column of bars.
  public var focus: Int { kind == .line || kind == .sparkline ? max(0, columns.count - 1) : 0 }

  /// Largest first; rows without a value keep their order, last.
  public func sortedByValue() -> Chart {
    var chart = self
    let values = rows.enumerated().map { ($0.offset, $0.element[focus].number) }
    chart.rows = values.sorted { left, right in
      guard let first = left.1, let second = right.1 else {
        return (left.1 == nil ? 1 : 0, left.0) < (right.1 == nil ? 1 : 0, right.0)
      }
      return first == second ? left.0 < right.0 : first > second
    }.map { rows[$0.0] }
    return chart
  }

  var drawnTarget: Target? { target.flatMap { $0.value.magnitude < 1e15 ? $0 : nil } }
}
