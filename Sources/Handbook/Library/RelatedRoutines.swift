/// Routines on the same subjects; the cost grows with the number of routines, not with its square.
enum RelatedRoutines {
  private static let limit = 5
  /// How far in a subject's own list a candidate may stand from the routine.
  private static let reach = 12

  static func find(in routines: [Routine], subjects: [Library.Subject]) -> [[Int]] {
    let isInForce = routines.indices.map { routines[$0].state.isInForce }
    var related: [[Int]] = Array(repeating: [], count: routines.count)
    var positions = Array(repeating: 0, count: subjects.count)
    var scores = Array(repeating: 0, count: routines.count)
    var touched: [Int] = []
    for routine in routines.indices {
      for subject in routines[routine].subjects {
        let all = subjects[subject].routines
        let position = positions[subject]
        positions[subject] += 1
        // A rare subject says more.
        let weight = max(1, 6 - all.count / 4)
        for other in all[max(0, position - reach)..<min(all.count, position + reach + 1)] where other != routine && isInForce[other] {
          if scores[other] == 0 { touched.append(other) }
          scores[other] += weight
        }
      }
      related[routine] = best(touched, scores)
      for other in touched { scores[other] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
    return related
  }

  /// Those with the highest scores; of equal ones those that stand first.
  private static func best(_ candidates: [Int], _ scores: [Int]) -> [Int] {
    var found: [Int] = []
    for candidate in candidates {
      func isBetter(than other: Int) -> Bool {
        scores[candidate] == scores[other] ? candidate < other : scores[candidate] > scores[other]
      }
      if found.count == limit, let last = found.last, !isBetter(than: last) { continue }
      found.insert(candidate, at: found.firstIndex(where: isBetter) ?? found.count)
      if found.count > limit { found.removeLast() }
    }
    return found
  }
}
