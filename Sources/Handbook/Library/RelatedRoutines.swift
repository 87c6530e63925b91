/// Routines on the same subjects; the cost grows with the number of routines, not with its square.
enum RelatedRoutines {
  private static let limit = 5
  /// How far in a subject's own list a candidate may stand from the routine.
  private static let reach = 12

  static func find(in routines: [Routine], subjects: [Library.Subject]) -> [[Int]] {
    var positions: [[(subject: Int, position: Int)]] = Array(repeating: [], count: routines.count)
    for (subject, entry) in subjects.enumerated() {
      for (position, routine) in entry.routines.enumerated() { positions[routine].append((subject, position)) }
    }
    return routines.indices.map { routine in
      var scores: [Int: Int] = [:]
      for (subject, position) in positions[routine] {
        let all = subjects[subject].routines
        // A rare subject says more.
        let weight = max(1, 6 - all.count / 4)
        for other in all[max(0, position - reach)..<min(all.count, position + reach + 1)] where other != routine {
          scores[other, default: 0] += weight
        }
      }
      return scores.filter { routines[$0.key].state.isInForce }
        .sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.prefix(limit).map(\.key)
    }
  }
}
