public import CivilTime

/// When duties fall due, month by month.
public struct CalendarStrip: Sendable, Hashable {
  public struct Mark: Sendable, Hashable {
    public enum Kind: Sendable, Hashable, CaseIterable {
      case planned
      case done
      case late
      /// Nothing is said of it, which is not the same as not done.
      case unreported
    }

    public var date: CivilDate
    public var kind: Kind

    public init(_ date: CivilDate, _ kind: Kind) {
      self.date = date
      self.kind = kind
    }
  }

  public struct Row: Sendable, Hashable {
    /// The duty.
    public var name: String
    public var marks: [Mark]

    public init(_ name: String, _ marks: [Mark]) {
      self.name = name
      self.marks = marks.sorted { $0.date < $1.date }
    }
  }

  public var title: String
  public var months: [CivilMonth]
  public var rows: [Row]
  /// The day that is told from others, and from which the next date is counted.
  public var asOf: CivilDate?

  /// `monthCount` is 1 or more; dates outside of the months are not drawn.
  public init(title: String, from month: CivilMonth, monthCount: Int, rows: [Row], asOf: CivilDate? = nil) {
    self.title = title
    months = (0..<max(1, monthCount)).map { month.adding(months: $0) }
    self.rows = rows
    self.asOf = asOf
  }

  /// The row's first planned date from `asOf` on.
  public func next(in row: Row) -> CivilDate? {
    row.marks.first { mark in mark.kind == .planned && asOf.map { mark.date >= $0 } ?? true }?.date
  }

  /// Those within the months.
  public func marks(of row: Row) -> [Mark] {
    guard let first = months.first, let last = months.last else { return [] }
    return row.marks.filter { (first.firstDay...last.lastDay).contains($0.date) }
  }
}
