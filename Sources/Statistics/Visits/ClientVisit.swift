public import CivilTime
internal import Exports

/// One visit as it counts: by the row that represents it.
public struct ClientVisit: Sendable, Hashable {
  /// The keyed hash of Brukarnr.
  public var client: UInt64
  /// Utförar-ID.
  public var provider: String
  public var day: CivilDate
  public var registration: Registration

  /// How a visit was registered, as an auditor asks.
  public enum Registration: Sendable, Hashable {
    /// Lås, NFC or App.
    case digital
    /// Efterhand.
    case manual
    /// Okänd.
    case unknown
  }
}

/// A visit of the watched month in the pass's own numbers.
struct WatchedVisit: Sendable {
  var client: UInt32
  var cell: UInt32
  /// Seconds since the beginning of year 1.
  var start: UInt64
  var registration: UInt32

  func visit(in space: VisitSpace, _ groups: GroupTable) -> ClientVisit {
    ClientVisit(
      client: space.clients[Int(client)],
      provider: space.register.providers[groups.cells[Int(cell)].provider],
      day: CivilDate(dayNumber: VisitRecord.day(ofStart: start)),
      registration: registration <= 2 ? .digital : registration == 3 ? .manual : .unknown)
  }
}
