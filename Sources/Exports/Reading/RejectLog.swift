/// Rejected rows of one file: how many by reason, and where the first of them stand.
public struct RejectLog: Sendable {
  /// How many rows are named by line for each reason; the rest are only counted.
  static let named = 50

  private(set) var counts = [Int](repeating: 0, count: RejectReason.allCases.count)
  private(set) var places = [[UInt64]](repeating: [], count: RejectReason.allCases.count)

  var total: Int { counts.reduce(0, +) }

  public mutating func add(_ reason: RejectReason, at place: UInt64) {
    let index = Int(reason.rawValue)
    counts[index] += 1
    let known = places[index].count
    if known == Self.named, places[index][known - 1] <= place { return }
    // Rows mostly come in order: the place is sought from the end.
    var at = known
    while at > 0, places[index][at - 1] > place { at -= 1 }
    places[index].insert(place, at: at)
    if known == Self.named { places[index].removeLast() }
  }

  mutating func merge(_ other: RejectLog) {
    for index in counts.indices {
      counts[index] += other.counts[index]
      places[index] = Array((places[index] + other.places[index]).sorted().prefix(Self.named))
    }
  }

  /// The same log with places that stand for something else.
  func mapping(_ transform: (UInt64) -> UInt64) -> RejectLog {
    var log = self
    log.places = places.map { $0.map(transform) }
    return log
  }

  public init() {}

  init(counts: [Int], places: [[UInt64]]) {
    self.counts = counts
    self.places = places
  }
}
