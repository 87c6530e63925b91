/// A count, by the kinds of rows that it counts; a row's kind is what its columns hold.
struct CountedRows {
  var name: String
  var counted: Measure.Counted
  /// Kinds of rows of which one is enough to be counted.
  var rows: Set<Int>
  /// Kinds of rows of which none may be there.
  var without: Set<Int> = []
  var dataset: Dataset
}

/// What follows for the municipality's own counts from one another and from the built-in ones.
struct OwnRelations {
  private(set) var relations: [CellRelation] = []
  private(set) var presences: [DisclosureVocabulary.Presence] = []

  /// nil when more follows than can be reckoned with.
  ///
  /// Equalities tell a count by those that stand before it.
  init?(_ counts: [CountedRows], isOwn: (String) -> Bool) {
    func among(_ kinds: [Measure.Counted]) -> [CountedRows] { counts.filter { kinds.contains($0.counted) } }
    let (visits, clients, staff) = (among([.visits, .rows]), among([.clients]), among([.staff]))
    let groups = [
      visits + clients, among([.rows]).isEmpty ? [] : visits + staff, clients, staff, among([.jobs]),
      among([.locks]),
    ]
    for counts in groups where counts.contains(where: { isOwn($0.name) }) {
      guard let things = CountedThings(of: counts), let cone = CountCone(of: things.vectors, counts: counts.count)
      else { return nil }
      add(cone, counts.map(\.name), isOwn)
    }
    addPresences(visits: among([.visits]), rows: among([.rows]), clients: clients, staff: staff, isOwn)
  }

  private mutating func add(_ cone: CountCone, _ names: [String], _ isOwn: (String) -> Bool) {
    func relation(_ row: [Int], upTo upper: Int?) -> CellRelation? {
      let terms = zip(row, names).filter { $0.0 != 0 }.map { CellRelation.Term(coefficient: $0, quantity: $1) }
      guard terms.contains(where: { isOwn($0.quantity) }) else { return nil }
      return CellRelation(terms: terms, lower: 0, upper: upper)
    }
    // That no count is below 0 is known without a relation.
    let found =
      cone.equalities.compactMap { relation($0, upTo: 0) }
      + cone.inequalities.filter { $0.contains { $0 < 0 } }.compactMap { relation($0, upTo: nil) }
    relations += found.filter { !relations.contains($0) }
  }

  /// Visits have clients, and rows have staff.
  private mutating func addPresences(
    visits: [CountedRows], rows: [CountedRows], clients: [CountedRows], staff: [CountedRows], _ isOwn: (String) -> Bool
  ) {
    for (causes, effects) in [(visits, clients), (visits + rows, staff)] {
      for cause in causes {
        for effect in effects where isOwn(cause.name) || isOwn(effect.name) {
          if effect.without.isEmpty, cause.rows.isSubset(of: effect.rows) {
            presences.append(.init(cause: cause.name, effect: effect.name))
          }
        }
      }
    }
  }
}

/// What each thing that there can be adds to some counts.
struct CountedThings {
  private(set) var vectors: Set<[Int]> = []
  private let counts: [CountedRows]

  /// A bit for each count whose rows a person or lock has one of, and for each whose `without`.
  private typealias Marks = UInt64

  /// More marks together than this take too long to find.
  private static let mostMarks = 2000

  /// nil when there are too many.
  init?(of counts: [CountedRows]) {
    self.counts = counts
    let owners: Set<Measure.Counted> = [.staff, .clients, .locks]
    let hasOwners = counts.contains { owners.contains($0.counted) }
    let hasRows = counts.contains { !owners.contains($0.counted) }
    guard !hasOwners || counts.count <= Marks.bitWidth / 2 else { return nil }
    let owned = counts.map { owners.contains($0.counted) }
    var all: Set<Marks> = []
    for kind in Set(counts.flatMap(\.rows)).union(counts.flatMap(\.without)) {
      let marks = marks(of: kind, owned)
      if hasRows { addRows(of: kind, marks) }
      guard hasOwners, !all.contains(marks) else { continue }
      all.formUnion(all.map { $0 | marks })
      all.insert(marks)
      guard all.count <= Self.mostMarks else { return nil }
    }
    if hasRows {
      // What two owners lose when they are one: so those of several rows come of those of one.
      for one in all {
        for other in all {
          vectors.insert(zip(vector(one | other), zip(vector(one), vector(other))).map { $0 - $1.0 - $1.1 })
        }
      }
    } else {
      vectors.formUnion(all.map(vector))
    }
    vectors.remove(Array(repeating: 0, count: counts.count))
  }

  private func marks(of kind: Int, _ owned: [Bool]) -> Marks {
    counts.indices.filter { owned[$0] }.reduce(0) { marks, place in
      marks | (counts[place].rows.contains(kind) ? 1 << Marks(2 * place) : 0)
        | (counts[place].without.contains(kind) ? 2 << Marks(2 * place) : 0)
    }
  }

  private func vector(_ marks: Marks) -> [Int] { counts.indices.map { marks >> Marks(2 * $0) & 3 == 1 ? 1 : 0 } }

  /// A job; a visit with its client; a row with its staff member, alone or as that which stands for the visit.
  private mutating func addRows(of kind: Int, _ marks: Marks) {
    let owner = vector(marks)
    func row(_ counted: Set<Measure.Counted>, with owner: [Int]) -> [Int] {
      zip(counts, owner).map { counted.contains($0.counted) && $0.rows.contains(kind) ? 1 : $1 }
    }
    let isOfStaff = counts.contains { $0.counted == .staff }
    vectors.insert(row([.visits, .rows, .jobs], with: owner))
    if counts.contains(where: { $0.counted == .rows }) {
      vectors.insert(row([.rows], with: isOfStaff ? owner : owner.map { _ in 0 }))
    }
  }
}
