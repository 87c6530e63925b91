/// Other ways to write dates than `YYYY-MM-DD` and `YYYY-MM-DD HH:MM[:SS]`, each to be asked for in the configuration.
public struct DateSpelling: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// `YYYYMMDD`, with a time after a blank or `T` as `HH:MM[:SS]` or `HHMM[SS]`.
  public static let compact = DateSpelling(rawValue: 1)
  /// `YYYY-MM-DDTHH:MM[:SS]`.
  public static let withT = DateSpelling(rawValue: 2)
  /// `D/M YYYY` and `D/M YYYY HH:MM[:SS]`.
  public static let dayMonth = DateSpelling(rawValue: 4)
}
