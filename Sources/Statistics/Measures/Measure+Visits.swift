internal import Diagnostics

extension Measure {
  private enum Registration {
    static let lock = 0
    static let nfc = 1
    static let app = 2
    static let afterwards = 3
    static let unknown = 4
  }

  private static func registered(_ codes: Int...) -> Filter { Filter([0: Set(codes)]) }
  private static let lockable = Filter([4: [1]])

  /// V1–V5 and L2.
  static let visitMeasures: [Measure] = {
    let digital = registered(Registration.lock, Registration.nfc, Registration.app)
    var measures = [
      Measure(
        id: "V1", dataset: .visits, counted: .visits,
        formula: .ratio(
          registered(Registration.lock, Registration.nfc),
          of: registered(Registration.lock, Registration.nfc, Registration.app, Registration.afterwards)),
        unit: .share,
        title: Message(
          sv: "Besök registrerade med lås eller NFC",
          en: "Visits registered by lock or NFC"),
        definition: Message(
          sv: "Besök med startregistrering Lås eller NFC, av besök med Lås, NFC, App eller Efterhand.",
          en: "Visits with start registration Lås or NFC, of visits with Lås, NFC, App or Efterhand."),
        clause: "measures.md 6"),
      Measure(
        id: "V1.visits", dataset: .visits, counted: .visits, formula: .count(.all), unit: .count,
        title: Message(sv: "Utförda besök", en: "Performed visits"),
        definition: Message(
          sv: "Besök med status Utfört; flera rader med samma besöks-id är ett besök.",
          en: "Visits with status Utfört; several rows with the same visit id are one visit."),
        clause: "measures.md 6"),
      Measure(
        id: "V2", dataset: .visits, counted: .visits,
        formula: .ratio(Filter([0: [Registration.lock], 4: [1]]), of: lockable), unit: .share,
        title: Message(sv: "Besök där låset användes", en: "Visits where the lock was used"),
        definition: Message(
          sv: "Besök med startregistrering Lås, av besök hos brukare som har lås den dagen.",
          en: "Visits with start registration Lås, of visits to clients who have a lock that day."),
        clause: "measures.md 6"),
      Measure(
        id: "V3", dataset: .visits, counted: .staff,
        formula: .lacking(base: lockable, without: registered(Registration.lock)), unit: .count,
        title: Message(sv: "Medarbetare som inte använder lås", en: "Staff who do not use locks"),
        definition: Message(
          sv: "Medarbetare med besök hos brukare som har lås, men utan något besök registrerat med Lås.",
          en: "Staff with visits to clients who have a lock, but without any visit registered by Lås."),
        clause: "measures.md 6", countsPersons: true),
      Measure(
        id: "V4", dataset: .visits, counted: .visits, formula: .ratio(digital, of: .all), unit: .share,
        title: Message(sv: "Besök registrerade digitalt", en: "Visits registered digitally"),
        definition: Message(
          sv: "Besök med startregistrering Lås, NFC eller App, av alla besök.",
          en: "Visits with start registration Lås, NFC or App, of all visits."),
        clause: "measures.md 6"),
      Measure(
        id: "V5", dataset: .visits, counted: .staff, formula: .ratio(digital, of: .all), unit: .share,
        title: Message(sv: "Medarbetare som registrerar digitalt", en: "Staff who register digitally"),
        definition: Message(
          sv: "Medarbetare med minst ett besök registrerat med Lås, NFC eller App, av medarbetare med besök.",
          en: "Staff with at least one visit registered by Lås, NFC or App, of staff with visits."),
        clause: "measures.md 6", countsPersons: true),
      Measure(
        id: "L2", dataset: .visits, counted: .clients, formula: .ratio(lockable, of: .all), unit: .share,
        title: Message(sv: "Brukare med lås", en: "Clients with a lock"),
        definition: Message(
          sv: "Brukare med minst ett besök en dag då de har lås, av brukare med besök.",
          en: "Clients with at least one visit on a day when they have a lock, of clients with visits."),
        clause: "measures.md 7", countsPersons: true),
    ]
    for (code, name) in ["las", "nfc", "app", "efterhand", "okand"].enumerated() {
      let value = Dataset.visits.attributes[0].values[code]
      measures.append(
        Measure(
          id: "V1.\(name)", dataset: .visits, counted: .visits, formula: .count(registered(code)), unit: .count,
          title: Message(sv: "Besök registrerade: \(value)", en: "Visits registered: \(value)"),
          definition: Message(
            sv: "Besök med startregistrering \(value).", en: "Visits with start registration \(value)."),
          clause: "measures.md 6"))
    }
    return measures
  }()
}
