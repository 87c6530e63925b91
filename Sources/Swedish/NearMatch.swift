/// "Menade du …?": the names nearest to one that is unknown.
public enum NearMatch {
  /// At most `limit` of `candidates`, nearest first, none farther than a third of the word's length (at least one slip).
  ///
  /// Compared as `Folding.words`; ties stand in byte order.
  public static func nearest(to name: String, in candidates: some Sequence<String>, limit: Int = 3) -> [String] {
    let wanted = Array(Folding.words(name).utf8)
    let bound = max(1, wanted.count / 3)
    var found: [(distance: Int, name: String)] = []
    for candidate in Set(candidates) {
      let folded = Array(Folding.words(candidate).utf8)
      if abs(folded.count - wanted.count) <= bound {
        let distance = distance(wanted, folded, atMost: bound)
        if distance <= bound { found.append((distance, candidate)) }
      } else if wanted.count >= 4, contains(folded, wanted) {
        found.append((bound + 1, candidate))
      }
    }
    found.sort { $0.distance == $1.distance ? $0.name < $1.name : $0.distance < $1.distance }
    return found.prefix(limit).map(\.name)
  }

  /// Optimal string alignment distance (insert, delete, replace, swap of neighbours); `atMost + 1` when it is more.
  public static func distance(_ a: [UInt8], _ b: [UInt8], atMost bound: Int) -> Int {
    if abs(a.count - b.count) > bound { return bound + 1 }
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var current = [i + 1]
      current.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var best = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        current.append(best)
      }
      if current.allSatisfy({ $0 > bound }) { return bound + 1 }
      before = previous
      previous = current
    }
    return previous[b.count]
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }
}
