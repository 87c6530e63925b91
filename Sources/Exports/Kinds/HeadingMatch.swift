internal import Swedish

/// Which cells of a header row are the columns of a kind.
struct HeadingMatch: Sendable {
  var kind: ExportKind
  /// The place in the file of each of the kind's columns, −1 for one that is not there.
  var places: [Int]
  /// How many cells the header has.
  var width: Int
  /// The kind's columns whose heading stands over several cells, of which the first is read.
  private(set) var repeated: [String] = []
  /// The first cell with a heading; a total row says what it is there.
  private(set) var first = 0

  var found: Int { places.count { $0 >= 0 } }

  /// Which cells of a row nobody asks for; the first with a heading tells a total row.
  var unread: [Bool] {
    var unread = [Bool](repeating: true, count: width)
    for place in places + [first] where unread.indices.contains(place) { unread[place] = false }
    return unread
  }

  /// Columns that must be there and are not.
  var missing: [String] {
    zip(kind.columns, places).filter { $0.isRequired && $1 < 0 }.map(\.0.heading)
  }

  /// Columns that may be missing, and are.
  var absent: [String] {
    zip(kind.columns, places).filter { !$0.isRequired && $1 < 0 }.map(\.0.heading)
  }

  var isComplete: Bool { missing.isEmpty }

  /// A column's own heading comes first, then its aliases in their order; a cell stands for one column at most.
  init(_ kind: ExportKind, header: [String], rules: ExportRules) {
    self.kind = kind
    width = header.count
    let keys = header.map { DroppedColumns.contain($0, in: kind) ? "" : Folding.key($0) }
    let columns = kind.columns
    places = [Int](repeating: -1, count: columns.count)
    var taken = Set<Int>()
    for index in columns.indices {
      if let place = keys.firstIndex(of: kind.headingKeys[index].own) {
        places[index] = place
        taken.insert(place)
      }
    }
    let own = rules.headings[kind] ?? [:]
    for (index, column) in columns.enumerated() where places[index] < 0 {
      for key in (own[column.heading] ?? []).map({ Folding.key($0) }) + kind.headingKeys[index].aliases {
        guard let place = keys.indices.first(where: { keys[$0] == key && !taken.contains($0) }) else { continue }
        places[index] = place
        taken.insert(place)
        break
      }
    }
    first = header.firstIndex { !Folding.key($0).isEmpty } ?? 0
    repeated = zip(columns, places).filter { _, place in
      place >= 0 && keys[(place + 1)...].contains(keys[place])
    }.map(\.0.heading)
  }
}

extension ExportKind {
  /// The columns' headings and aliases in the form in which they are compared.
  fileprivate var headingKeys: [(own: String, aliases: [String])] { Self.headingKeys[self] ?? [] }

  private static let headingKeys: [ExportKind: [(own: String, aliases: [String])]] = Dictionary(
    uniqueKeysWithValues: allCases.map { kind in
      (kind, kind.columns.map { (Folding.key($0.heading), $0.aliases.map { Folding.key($0) }) })
    })

  /// The kind that a file's name begins with, by the configuration or its own name.
  static func named(_ file: String, rules: ExportRules) -> ExportKind? {
    let name = Folding.key(file.split(separator: "/").last ?? "")
    for kind in allCases {
      let prefixes = rules.namePrefixes[kind] ?? []
      if prefixes.contains(where: { !Folding.key($0).isEmpty && name.hasPrefix(Folding.key($0)) }) { return kind }
    }
    // `lashandelser` begins as `las` does: the longest name that fits.
    return allCases.filter { name.hasPrefix($0.rawValue) }.max { $0.rawValue.count < $1.rawValue.count }
  }
}
