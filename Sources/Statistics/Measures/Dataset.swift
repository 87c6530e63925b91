internal import Exports

/// What a measure is counted from.
public enum Dataset: String, Sendable, Hashable, CaseIterable {
  case visits = "besok"
  case phones = "telefoner"
  case locks = "las"
  case jobs = "monteringar"

  /// A column by whose value rows may be chosen; a code is the value's place in the list.
  public struct Attribute: Sendable, Hashable {
    public var name: String
    public var values: [String]
  }

  /// The columns of a visit follow the bits in which `VisitPlan` numbers its combinations.
  public var attributes: [Attribute] {
    switch self {
    case .visits:
      [
        Attribute(name: "startregistrering", values: ["Lås", "NFC", "App", "Efterhand", "Okänd"]),
        Attribute(name: "slutregistrering", values: ["Lås", "NFC", "App", "Efterhand", "Okänd", ""]),
        Attribute(name: "besökstyp", values: ["Planerat", "Larm", "Extra", ""]),
        Attribute(name: "dubbelbemanning", values: ["Ja", "Nej", ""]),
        Attribute(name: "lås hos brukaren", values: ["Nej", "Ja"]),
      ]
    case .phones:
      [
        Attribute(name: "typ", values: ["Ordinarie", "Vikarie"]),
        Attribute(name: "kopplad", values: ["Ja", "Nej"]),
        Attribute(name: "läge", values: PhoneState.allCases.map(\.rawValue)),
      ]
    case .locks:
      [
        Attribute(name: "låstyp", values: ["Brukarlås", "Portlås", "Nyckelgömma", "Övrigt"]),
        Attribute(name: "status", values: ["Kopplat", "Bortkopplat", "Lager", "Trasigt"]),
        Attribute(name: "batteri", values: ["OK", "Lågt", "Kritiskt", ""]),
      ]
    case .jobs:
      [Attribute(name: "typ", values: ["Montering", "Nedmontering", "Byte", "Service"])]
    }
  }
}

/// How an active phone is used on the day of its reading.
enum PhoneState: String, Sendable, CaseIterable {
  case used = "använd"
  case idle = "oanvänd"
  case never = "aldrig använd"
  case new = "ny"
}

/// Chooses rows: those that have one of the values in each column named.
public struct Filter: Sendable, Hashable {
  /// The codes that are let through, by the attribute's place in the dataset; all of them for one that is not named.
  var allowed: [Int: Set<Int>] = [:]

  /// Every row.
  public static let all = Filter()

  /// By names of attributes and values; nil when the dataset has no such attribute or value.
  public init?(_ dataset: Dataset, _ chosen: [String: [String]]) {
    for (name, values) in chosen {
      guard let place = dataset.attributes.firstIndex(where: { $0.name == name }) else { return nil }
      let codes = values.map { dataset.attributes[place].values.firstIndex(of: $0) }
      guard !codes.contains(nil) else { return nil }
      allowed[place] = Set(codes.compactMap { $0 })
    }
  }

  init() {}

  init(_ allowed: [Int: Set<Int>]) {
    self.allowed = allowed
  }

  func matches(_ codes: [Int]) -> Bool {
    allowed.allSatisfy { $1.contains(codes[$0]) }
  }
}
