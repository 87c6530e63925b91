/// The row is not used, for this reason.
public struct Rejection: Error, Sendable, Hashable {
  public var reason: RejectReason
  public var detail: RejectDetail?

  public init(_ reason: RejectReason, _ detail: RejectDetail? = nil) {
    self.reason = reason
    self.detail = detail
  }

  /// - Parameter column: the place of the cell at fault in the kind's columns.
  init(_ reason: RejectReason, column: Int) {
    self.init(reason, .column(UInt8(truncatingIfNeeded: column)))
  }
}

/// What is told of a rejected row beside its reason; never anything that stands in the row.
public enum RejectDetail: Sendable, Hashable {
  /// The place of the cell at fault in the kind's columns.
  case column(UInt8)
  /// The unit's name is that of several units.
  case severalUnits
}
