/// Why a data row takes part in nothing, in the order in which the tests are made; the first that fails is the reason.
public enum RejectReason: UInt8, Sendable, Hashable, CaseIterable {
  case badColumns
  case missingValue
  case badDate
  case badValue
  case unknownUnit
  case unknownLock
  case afterAsOf
  case futureDate
  case endBeforeStart
  case tooLong
  case unitNotValid
  case duplicateKey

  /// The name in the measure `D.rejected`.
  public var name: String {
    switch self {
    case .badColumns: "bad_columns"
    case .missingValue: "missing_value"
    case .badDate: "bad_date"
    case .badValue: "bad_value"
    case .unknownUnit: "unknown_unit"
    case .unknownLock: "unknown_lock"
    case .afterAsOf: "after_asof"
    case .futureDate: "future_date"
    case .endBeforeStart: "end_before_start"
    case .tooLong: "too_long"
    case .unitNotValid: "unit_not_valid"
    case .duplicateKey: "duplicate_key"
    }
  }
}
