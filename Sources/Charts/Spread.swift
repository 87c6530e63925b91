/// Intervals moved apart along one direction.
enum Spread {
  /// Starts for intervals of `lengths`, as near to `wanted` as may be, in the order of `wanted`, within `range` if it holds them.
  static func starts(wanted: [Double], lengths: [Double], within range: ClosedRange<Double>) -> [Double] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var starts = wanted
    var floor = range.lowerBound
    for index in order {
      starts[index] = max(starts[index], floor)
      floor = starts[index] + lengths[index]
    }
    var ceiling = max(range.upperBound, range.lowerBound + lengths.reduce(0, +))
    for index in order.reversed() {
      starts[index] = min(starts[index], ceiling - lengths[index])
      ceiling = starts[index]
    }
    return starts
  }

  /// The first lane in which each interval stands free; the intervals come in order of their lower ends.
  static func lanes(_ intervals: [ClosedRange<Double>]) -> [Int] {
    var ends: [Double] = []
    return intervals.map { interval in
      if let lane = ends.firstIndex(where: { $0 <= interval.lowerBound }) {
        ends[lane] = interval.upperBound
        return lane
      }
      ends.append(interval.upperBound)
      return ends.count - 1
    }
  }
}
