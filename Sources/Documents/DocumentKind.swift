internal import Swedish

/// What sort of governing document a text is.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  case routine = "rutin"
  case guideline = "riktlinje"
  case quickGuide = "lathund"
  case checklist = "checklista"
  case policy = "policy"
  case actionPlan = "handlingsplan"
  case form = "blankett"
  case collaborationRoutine = "samverkansrutin"

  /// The kind that a word names: `RUTIN`, `Rutiner`, `Checklista`; nil for anything else.
  public init?(named text: some StringProtocol) {
    let word = Folding.words(text)
    guard let kind = Self.allCases.first(where: { word == $0.rawValue || $0.plurals.contains(word) }) else {
      return nil
    }
    self = kind
  }

  /// The kind that a title begins with: `Rutin för …`, `Lathund – …`.
  public init?(beginning title: String) {
    guard let first = Folding.words(title).split(separator: " ").first else { return nil }
    self.init(named: first)
  }

  private var plurals: [String] {
    switch self {
    case .routine: ["rutiner", "rutinen", "lokal rutin"]
    case .guideline: ["riktlinjer", "riktlinjen"]
    case .quickGuide: ["lathundar", "lathunden"]
    case .checklist: ["checklistor", "checklistan"]
    case .policy: ["policyn", "policyer"]
    case .actionPlan: ["handlingsplanen", "handlingsplaner"]
    case .form: ["blanketten", "blanketter"]
    case .collaborationRoutine: ["samverkansrutinen", "samverkansrutiner"]
    }
  }
}
