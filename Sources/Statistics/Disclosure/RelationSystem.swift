/// Linear relations lower ≤ Σ ±cell ≤ upper, packed; what the true counts do not fulfil is widened until they do.
struct RelationSystem {
  private(set) var starts: [Int32] = [0]
  private(set) var cells: [Int32] = []
  private(set) var signs: [Int8] = []
  private(set) var lower: [Int] = []
  private(set) var upper: [Int] = []
  /// Σ ±cell of the true counts.
  private(set) var activity: [Int] = []
  /// Relations that did not hold: the rows contradict the structure.
  private(set) var widened = 0
  /// For each cell the relations it stands in: `uses[useStarts[cell]..<useStarts[cell + 1]]`.
  private(set) var useStarts: [Int32] = []
  private(set) var uses: [Int32] = []
  private(set) var useSigns: [Int8] = []

  /// Cells whose count everybody knows whatever is published.
  private(set) var fixed: Set<Int> = []
  /// Least counts that are above 0.
  private(set) var floors: [Int: Int] = [:]

  static let unbounded = Int.max / 4

  var count: Int { lower.count }

  func terms(of relation: Int) -> Range<Int> { Int(starts[relation])..<Int(starts[relation + 1]) }
  func uses(of cell: Int) -> Range<Int> { Int(useStarts[cell])..<Int(useStarts[cell + 1]) }

  /// Adds a term to the relation that the next `close` ends.
  mutating func add(_ cell: Int, sign: Int8) {
    cells.append(Int32(cell))
    signs.append(sign)
  }

  mutating func close(lower: Int, upper: Int, values: [Int]) {
    let first = Int(starts[count])
    guard cells.count > first else { return }
    var sum = 0
    for term in first..<cells.count { sum += Int(signs[term]) * values[Int(cells[term])] }
    if sum < lower || sum > upper { widened += 1 }
    self.lower.append(min(lower, sum))
    self.upper.append(max(upper, sum))
    activity.append(sum)
    starts.append(Int32(cells.count))
  }

  mutating func fix(_ cell: Int) { fixed.insert(cell) }

  mutating func setFloor(_ floor: Int, of cell: Int) { floors[cell] = floor }

  /// less ≤ more.
  mutating func order(_ less: Int, _ more: Int, values: [Int]) {
    add(more, sign: 1)
    add(less, sign: -1)
    close(lower: 0, upper: Self.unbounded, values: values)
  }

  /// To be called once, when every relation is in.
  mutating func seal(cellCount: Int) {
    var counts = [Int32](repeating: 0, count: cellCount + 1)
    for cell in cells { counts[Int(cell) + 1] += 1 }
    for cell in 0..<cellCount { counts[cell + 1] += counts[cell] }
    useStarts = counts
    uses = Array(repeating: 0, count: cells.count)
    useSigns = Array(repeating: 0, count: cells.count)
    for relation in 0..<count {
      for term in terms(of: relation) {
        let slot = Int(counts[Int(cells[term])])
        uses[slot] = Int32(relation)
        useSigns[slot] = signs[term]
        counts[Int(cells[term])] += 1
      }
    }
  }
}
