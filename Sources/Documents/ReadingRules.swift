internal import Swedish

/// What a municipality's configuration and registers tell the reader; the same for all documents of a build.
public struct ReadingRules: Sendable {
  /// Steps that are switched off.
  public var without: Set<RepairStep> = []
  /// Folded names that stand alone on a line as page header: administration and municipality.
  public var organisations: Set<String> = [] {
    didSet { organisationNames = Self.bytes(of: organisations) }
  }
  /// Folded beginnings of the sentences that introduce a checklist.
  public var checklistLeadIns: [String] {
    didSet { leadIns = LeadIns(procedures: procedureLeadIns, checklists: checklistLeadIns) }
  }
  /// Folded beginnings of the sentences that introduce a procedure.
  public var procedureLeadIns: [String] {
    didSet { leadIns = LeadIns(procedures: procedureLeadIns, checklists: checklistLeadIns) }
  }
  public var slips: SlipList
  public var names: NameIndex
  /// The longest time a decision may last, in years.
  public var limitInYears = 5

  private(set) var organisationNames: Set<[UInt8]>
  private(set) var leadIns: LeadIns

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
    organisationNames = Self.bytes(of: self.organisations)
    self.leadIns = LeadIns(procedures: procedureLeadIns, checklists: checklistLeadIns)
  }

  func isOn(_ step: RepairStep) -> Bool { !without.contains(step) }

  private static func bytes(of names: Set<String>) -> Set<[UInt8]> { Set(names.map { Array($0.utf8) }) }
}

/// The beginnings of sentences that introduce a checklist or a procedure.
struct LeadIns {
  private let procedures: [[UInt8]]
  private let checklists: [[UInt8]]

  init(procedures: [String], checklists: [String]) {
    self.procedures = procedures.map { Array($0.utf8) }
    self.checklists = checklists.map { Array($0.utf8) }
  }

  /// What a sentence introduces, by its folded words.
  func kind(of words: [UInt8]) -> Checklist.Kind? {
    if procedures.contains(where: { words.starts(with: $0) }) { return .procedure }
    return checklists.contains { words.starts(with: $0) } ? .leadIn : nil
  }

  func introduces(_ words: [UInt8]) -> Bool { kind(of: words) != nil }
}
