/// What the municipality has decided about small counts (`measures.md` 23).
public struct DisclosurePolicy: Sendable, Hashable {
  /// Counts of persons from 1 up to, not including, this one are hidden.
  public var threshold: Int
  /// A ratio of fewer visits than this is hidden.
  public var visitBase: Int
  /// Whether a count of 0 persons is shown.
  public var showsZero: Bool
  /// Switched off only by the test that shows what secondary suppression is for.
  package var protectsSecondarily = true

  public init(threshold: Int = 5, visitBase: Int = 20, showsZero: Bool = true) {
    // Below 3 there is no count that could be confused with another.
    self.threshold = max(3, threshold)
    self.visitBase = max(0, visitBase)
    self.showsZero = showsZero
  }

  /// The small counts: 1–4.
  var small: ClosedRange<Int> { 1...(threshold - 1) }
}
