internal import Swedish

/// What a municipality's configuration and registers tell the reader; the same for all documents of a build.
public struct ReadingRules: Sendable {
  /// Steps that are switched off.
  public var without: Set<RepairStep> = []
  /// Folded names that stand alone on a line as page header: administration and municipality.
  public var organisations: Set<String> = []
  /// Folded beginnings of the sentences that introduce a checklist.
  public var checklistLeadIns: [String]
  /// Folded beginnings of the sentences that introduce a procedure.
  public var procedureLeadIns: [String]
  public var slips: SlipList
  public var names: NameIndex
  /// The longest time a decision may last, in years.
  public var limitInYears = 5

  private static let checklistPhrases = [
    "Punkter som kontrolleras", "Följande punkter tas upp", "Följande kontrolleras", "Kontrollera följande",
  ]
  private static let procedurePhrases = ["Gör så här", "Så här gör du", "Gör följande", "Steg för steg"]

  /// `leadIns` are added to the phrases that are known anyway.
  public init(
    organisations: [String] = [], leadIns: [String] = [], slips: [(wrong: String, right: String)] = [],
    names: NameIndex = NameIndex([])
  ) {
    self.organisations = Set(organisations.map { Folding.words($0) })
    let procedures = Set(Self.procedurePhrases.map { Folding.words($0) })
    procedureLeadIns = procedures.sorted()
    checklistLeadIns = (Self.checklistPhrases + leadIns).map { Folding.words($0) }.filter { !procedures.contains($0) }
    self.slips = SlipList(slips)
    self.names = names
  }

  func isOn(_ step: RepairStep) -> Bool { !without.contains(step) }
}
