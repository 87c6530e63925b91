/// The seven kinds of exports; the raw value is how the name of such a file begins.
public enum ExportKind: String, Sendable, Hashable, CaseIterable {
  case units = "enheter"
  case locks = "las"
  case visits = "besok"
  case phones = "telefoner"
  case lockEvents = "lashandelser"
  case jobs = "monteringar"
  case followUps = "uppfoljningar"

  /// The columns in a fixed order; a row's reader asks for them by their place in it.
  var columns: [Column] {
    switch self {
    case .units: UnitColumn.all
    case .locks: LockColumn.all
    case .visits: VisitColumn.all
    case .phones: PhoneColumn.all
    case .lockEvents: LockEventColumn.all
    case .jobs: JobColumn.all
    case .followUps: FollowUpColumn.all
    }
  }
}

/// A column that is read: its heading, the other headings it may stand under, and whether a file can be without it.
struct Column: Sendable {
  var heading: String
  var aliases: [String] = []
  var isRequired = true
  /// The values it may hold, with their aliases; empty when any text may stand there.
  var values: [(name: String, aliases: [String])] = []

  init(_ heading: String, _ aliases: String..., values: [(name: String, aliases: [String])] = []) {
    self.heading = heading
    self.aliases = aliases
    self.values = values
  }

  /// The same column in files that may lack it; its cells then count as empty.
  var optional: Column {
    var column = self
    column.isRequired = false
    return column
  }
}

extension Column {
  static func unit() -> Column {
    Column("Enhets-ID", "Enhet", "Organisation", "Grupp", "Hemtjänstgrupp", "Avdelning", "Utförarenhet")
  }
}
