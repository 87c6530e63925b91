import Documents

extension ReadingRules {
  /// What Ekvik's own configuration and registers say, as far as these tests need it.
  static var ekvik: ReadingRules {
    ReadingRules(
      organisations: ["Ekvik kommun", "Vård- och omsorgsförvaltningen", "EKVIK"],
      leadIns: ["Kontrollera att", "Det här ska vara klart", "Ta med dig"],
      slips: [("Phonirot", "Phoniro"), ("digitala läs", "digitala lås"), ("läsvred", "låsvred")],
      names: NameIndex([
        .init("LMO", kind: .system, name: "LMO"), .init("Phoniro Care", kind: .system, name: "Phoniro Care"),
        .init("Phoniro", kind: .system, name: "Phoniro Care"), .init("CareApp", kind: .system, name: "CareApp"),
        .init("Treserva", kind: .system, name: "Treserva"), .init("Felanmälan", kind: .link, name: "Felanmälan"),
        .init("Byt lösenord", kind: .link, name: "Byt lösenord"),
        .init("Driftinformation", kind: .link, name: "Driftinformation"),
      ]))
  }
}
