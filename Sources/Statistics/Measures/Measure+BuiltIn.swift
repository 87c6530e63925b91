internal import Diagnostics

extension Measure {
  /// Every measure of `measures.md` that is counted from exports, but the quality of the files.
  public static let builtIn: [Measure] = visitMeasures + phoneMeasures + lockMeasures + jobMeasures

  private static let active = Message(sv: "aktiva telefoner", en: "active phones")

  static let phoneMeasures: [Measure] = {
    func state(_ states: PhoneState...) -> Filter {
      Filter([2: Set(states.compactMap { PhoneState.allCases.firstIndex(of: $0) })])
    }
    func measure(
      _ id: String, _ formula: Formula, _ unit: Unit, _ title: Message, _ definition: Message, target: Target? = nil
    ) -> Measure {
      Measure(
        id: id, dataset: .phones, counted: .phones, formula: formula, unit: unit, target: target, title: title,
        definition: definition, clause: "measures.md 5")
    }
    var measures = [
      measure(
        "P1", .ratio(state(.idle, .never), of: .all), .share,
        Message(sv: "Oanvända telefoner", en: "Unused phones"),
        Message(
          sv: "Aktiva telefoner som inte använts på mer än två veckor, av aktiva telefoner.",
          en: "Active phones that have not been used for more than two weeks, of active phones.")),
      measure(
        "P4", .ratio(Filter([1: [0]]), of: .all), .share, Message(sv: "Kopplade telefoner", en: "Connected phones"),
        Message(
          sv: "Aktiva telefoner med Kopplad = Ja, av aktiva telefoner.",
          en: "Active phones with Kopplad = Ja, of active phones.")),
      measure(
        "P5", .ratio(state(.used), of: .all), .share, Message(sv: "Använda telefoner", en: "Used phones"),
        Message(
          sv: "Aktiva telefoner som använts de senaste två veckorna, av aktiva telefoner.",
          en: "Active phones used in the last two weeks, of active phones.")),
    ]
    let names: [(String, PhoneState, Message)] = [
      ("used", .used, Message(sv: "Telefoner i bruk", en: "Phones in use")),
      ("idle", .idle, Message(sv: "Telefoner oanvända mer än två veckor", en: "Phones unused for more than two weeks")),
      ("never", .never, Message(sv: "Telefoner som aldrig använts", en: "Phones never used")),
      ("new", .new, Message(sv: "Nya telefoner", en: "New phones")),
    ]
    for (name, phoneState, title) in names {
      measures.append(measure("P1.\(name)", .count(state(phoneState)), .count, title, title))
    }
    for (id, isSpare) in [("P3", false), ("P3v", true)] {
      let kind = isSpare ? Message(sv: "Vikarietelefoner", en: "Spare phones") : Message(sv: "Telefoner", en: "Phones")
      measures.append(
        measure(
          "\(id).diff", .need(isSpare: isSpare, isShare: false), .count,
          Message(sv: "\(kind.swedish): överskott eller underskott", en: "\(kind.english): surplus or deficit"),
          Message(sv: "Aktiva telefoner minus behovet.", en: "Active phones less the need.")))
      measures.append(
        measure(
          "\(id).cover", .need(isSpare: isSpare, isShare: true), .share,
          Message(sv: "\(kind.swedish): täckning av behovet", en: "\(kind.english): cover of the need"),
          Message(sv: "Aktiva telefoner delat med behovet.", en: "Active phones divided by the need.")))
    }
    let proposals: [(PhoneProposal, Message)] = [
      (.keep, Message(sv: "Telefoner att ta i bruk i enheten", en: "Phones to put to use in the unit")),
      (.reassign, Message(sv: "Telefoner att omplacera", en: "Phones to reassign")),
      (.deactivate, Message(sv: "Telefoner att inaktivera", en: "Phones to deactivate")),
      (.receive, Message(sv: "Telefoner att ta emot", en: "Phones to receive")),
    ]
    for (proposal, title) in proposals {
      measures.append(
        measure(
          "P2.\(proposal.rawValue)", .proposal(proposal), .count, title,
          Message(
            sv: "Förslag, inte beslut, för telefoner som inte använts på mer än två veckor.",
            en: "A proposal, not a decision, for phones unused for more than two weeks.")))
    }
    return measures
  }()

  static let lockMeasures: [Measure] = {
    func measure(_ id: String, _ filter: [Int: Set<Int>], _ title: Message) -> Measure {
      Measure(
        id: id, dataset: .locks, counted: .locks, formula: .count(Filter(filter.merging([1: [0]]) { $1 })),
        unit: .count,
        title: title,
        definition: Message(
          sv: "\(title.swedish) med status Kopplat i den senaste avläsningen.",
          en: "\(title.english) with status Kopplat in the latest reading."),
        clause: "measures.md 7")
    }
    return [
      measure("L1", [0: [0]], Message(sv: "Brukarlås", en: "Client locks")),
      measure("L1.portlas", [0: [1]], Message(sv: "Portlås", en: "Entrance locks")),
      measure("L1.nyckelgomma", [0: [2]], Message(sv: "Nyckelgömmor", en: "Key safes")),
      measure("L3.ok", [0: [0], 2: [0]], Message(sv: "Brukarlås, batteri OK", en: "Client locks, battery OK")),
      measure("L3.lagt", [0: [0], 2: [1]], Message(sv: "Brukarlås, batteri lågt", en: "Client locks, battery low")),
      measure(
        "L3.kritiskt", [0: [0], 2: [2]],
        Message(
          sv: "Brukarlås, batteri kritiskt",
          en: "Client locks, battery critical")),
      measure(
        "L3.okant", [0: [0], 2: [3]],
        Message(
          sv: "Brukarlås, batteri okänt",
          en: "Client locks, battery unknown")),
    ]
  }()

  static let jobMeasures: [Measure] = {
    let types: [(String, Set<Int>, Message)] = [
      ("montering", [0, 2], Message(sv: "Monteringar", en: "Mountings")),
      ("nedmontering", [1, 2], Message(sv: "Nedmonteringar", en: "Dismountings")),
      ("byte", [2], Message(sv: "Byten", en: "Exchanges")),
      ("service", [3], Message(sv: "Service", en: "Service jobs")),
    ]
    var measures: [Measure] = []
    for (name, codes, title) in types {
      measures.append(
        Measure(
          id: "M1.\(name)", dataset: .jobs, counted: .jobs, formula: .count(Filter([0: codes])), unit: .count,
          title: title,
          definition: Message(
            sv: "Utförda uppdrag i månaden; inget värde om ingen enhet har rapporterat.",
            en: "Jobs done in the month; no value if no unit has reported."),
          clause: "measures.md 8"))
      guard name == "montering" || name == "nedmontering" else { continue }
      measures.append(
        Measure(
          id: "M2.\(name)", dataset: .jobs, counted: .jobs, formula: .monthlyMean(Filter([0: codes])), unit: .perMonth,
          title: Message(sv: "\(title.swedish) per månad", en: "\(title.english) a month"),
          definition: Message(
            sv: "Medelvärde av halvårets fullständiga månader.", en: "Mean of the complete months of the half-year."),
          clause: "measures.md 8"))
    }
    measures.append(
      Measure(
        id: "M1.reported", dataset: .jobs, counted: .jobs, formula: .reported, unit: .share,
        title: Message(sv: "Enheter som rapporterat", en: "Units that have reported"),
        definition: Message(
          sv: "Enheter med minst ett uppdrag i månaden, av dem med uppdrag i halvåret.",
          en: "Units with at least one job in the month, of those with a job in the half-year."),
        clause: "measures.md 8"))
    return measures
  }()
}
