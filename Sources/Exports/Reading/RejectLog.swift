/// Rejected rows of one file: how many by reason, and where the first of them stand.
public struct RejectLog: Sendable {
  /// How many rows are named by line for each reason; the rest are only counted.
  static let named = 50

  struct Row: Sendable, Hashable {
    var place: UInt64
    var detail: RejectDetail?
  }

  private(set) var counts = [Int](repeating: 0, count: RejectReason.allCases.count)
  private(set) var rows = [[Row]](repeating: [], count: RejectReason.allCases.count)

  var total: Int { counts.reduce(0, +) }

  public mutating func add(_ rejection: Rejection, at place: UInt64) {
    let index = Int(rejection.reason.rawValue)
    counts[index] += 1
    let known = rows[index].count
    if known == Self.named, rows[index][known - 1].place <= place { return }
    // Rows mostly come in order: the place is sought from the end.
    var at = known
    while at > 0, rows[index][at - 1].place > place { at -= 1 }
    rows[index].insert(Row(place: place, detail: rejection.detail), at: at)
    if known == Self.named { rows[index].removeLast() }
  }

  mutating func merge(_ other: RejectLog) {
    for index in counts.indices {
      counts[index] += other.counts[index]
      rows[index] = Array((rows[index] + other.rows[index]).sorted { $0.place < $1.place }.prefix(Self.named))
    }
  }

  public init() {}

  init(counts: [Int], rows: [[Row]]) {
    self.counts = counts
    self.rows = rows
  }
}
