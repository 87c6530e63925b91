/// What must hold between counts, when each thing that is counted adds to them in one of a few ways.
///
/// Counts are sums of such things: a cone. By the double description method its sides are found, which are all that a
/// reader can conclude from the counts alone.
struct CountCone {
  /// Σ coefficient · count = 0; each tells its last count by the ones before.
  private(set) var equalities: [[Int]]
  /// Σ coefficient · count ≥ 0.
  private(set) var inequalities: [[Int]]

  private struct Side {
    var coefficients: [Int]
    /// The things, by number, that lie in the side.
    var things: ThingSet
  }

  /// More sides than this take too long to find and to reckon with.
  private static let mostSides = 400

  /// nil when there are too many sides.
  init?(of things: Set<[Int]>, counts: Int) {
    let things = things.sorted { $0.lexicographicallyPrecedes($1) }
    equalities = (0..<counts).map { place in (0..<counts).map { $0 == place ? 1 : 0 } }
    var sides: [Side] = []
    for (number, thing) in things.enumerated() {
      if let place = equalities.firstIndex(where: { $0 * thing != 0 }) {
        var free = equalities.remove(at: place)
        if free * thing < 0 { free = free.map { -$0 } }
        equalities = equalities.map { $0.cleared(at: thing, by: free) }
        sides = sides.map { side in
          var things = side.things
          things.insert(number)
          return Side(coefficients: side.coefficients.cleared(at: thing, by: free), things: things)
        }
        sides.append(Side(coefficients: free, things: ThingSet(first: number, of: things.count)))
      } else {
        Self.cut(&sides, at: thing, number, rank: counts - equalities.count)
      }
      if sides.count > Self.mostSides { return nil }
    }
    inequalities = sides.map(\.coefficients)
    tellLastByFirst(counts)
  }

  /// Keeps the sides that the thing does not lie beyond, and where it cuts between two neighbours adds the new one.
  private static func cut(_ sides: inout [Side], at thing: [Int], _ number: Int, rank: Int) {
    var (inside, outside): ([Side], [Side]) = ([], [])
    var kept: [Side] = []
    for side in sides {
      let distance = side.coefficients * thing
      if distance < 0 {
        outside.append(side)
        continue
      }
      if distance > 0 { inside.append(side) }
      kept.append(side)
      if distance == 0 { kept[kept.count - 1].things.insert(number) }
    }
    for one in inside {
      for other in outside {
        var common = one.things.intersection(other.things)
        guard common.count >= rank - 2, sides.count(where: { common.isSubset(of: $0.things) }) == 2 else { continue }
        common.insert(number)
        kept.append(
          Side(coefficients: other.coefficients.cleared(at: thing, by: one.coefficients), things: common))
      }
    }
    sides = kept
  }

  private mutating func tellLastByFirst(_ counts: Int) {
    var done = 0
    for count in (0..<counts).reversed() {
      guard let place = equalities[done...].firstIndex(where: { $0[count] != 0 }) else { continue }
      equalities.swapAt(done, place)
      if equalities[done][count] < 0 { equalities[done] = equalities[done].map { -$0 } }
      let known = equalities[done]
      func told(_ row: [Int]) -> [Int] { row.combined(known[count], known, -row[count]) }
      for other in equalities.indices where other != done { equalities[other] = told(equalities[other]) }
      inequalities = inequalities.map(told)
      done += 1
    }
  }
}

/// A set of small numbers.
private struct ThingSet {
  private var words: [UInt64]

  /// The numbers below `first`.
  init(first: Int, of count: Int) {
    words = Array(repeating: 0, count: (count + 63) / 64)
    for number in 0..<first { insert(number) }
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  mutating func insert(_ number: Int) { words[number / 64] |= 1 << UInt64(number % 64) }

  func intersection(_ other: ThingSet) -> ThingSet {
    var result = self
    for place in words.indices { result.words[place] &= other.words[place] }
    return result
  }

  func isSubset(of other: ThingSet) -> Bool {
    words.indices.allSatisfy { words[$0] & ~other.words[$0] == 0 }
  }
}

extension [Int] {
  fileprivate static func * (left: [Int], right: [Int]) -> Int {
    left.indices.reduce(0) { $0 + left[$1] * right[$1] }
  }

  /// factor · self + otherFactor · other, in lowest terms.
  fileprivate func combined(_ factor: Int, _ other: [Int], _ otherFactor: Int) -> [Int] {
    let sum = indices.map { factor * self[$0] + otherFactor * other[$0] }
    var divisor = 0
    for value in sum {
      var rest = abs(value)
      while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    }
    return divisor > 1 ? sum.map { $0 / divisor } : sum
  }

  /// Combined with a row on the positive side of the thing so that the thing lies in it.
  fileprivate func cleared(at thing: [Int], by row: [Int]) -> [Int] { combined(row * thing, row, -(self * thing)) }
}
