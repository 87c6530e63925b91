/// What may be seen of one figure.
///
/// A hidden figure carries no number, so that nothing that is made from it can tell one.
public enum ChartPoint: Sendable, Hashable {
  case value(Double)
  /// Not reported: a gap.
  case missing
  /// A ratio of nothing: "–".
  case noBase
  /// A small count: "färre än 5".
  case few
  /// "–", hidden so that others cannot be reckoned.
  case withheld

  /// nil for all but a value below a thousand million million; what is larger is no count of anything, and written "–".
  public var number: Double? {
    if case .value(let number) = self, number.magnitude < 1e15 { number } else { nil }
  }

  public var isHidden: Bool { self == .few || self == .withheld }
}

/// What numbers of a chart mean, and so how they are written.
public enum ChartUnit: Sendable, Hashable {
  case count
  /// 0.934 is written 93,4 %.
  case ratio
  case average(decimals: Int)
}
