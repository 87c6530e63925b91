/// What a reader may be told too much about.
public enum CountedThing: Sendable, Hashable {
  /// Clients or staff: protected everywhere.
  case persons
  /// Protected where a ratio of them is hidden.
  case visits
  /// Locks and jobs: persons in a group with few clients.
  case clientThings
  /// Phones, rows, units: never protected.
  case other
}

/// How the count of a whole follows from the counts of its parts.
public enum Combination: Sendable, Hashable {
  case sum
  /// Distinct ids: at least each part, at most the sum.
  case union
  /// Persons who lack something in the whole lack it in some part: at most the sum.
  /// `outer` counts those of a part whose belonging changed within the period.
  case atMostSum(outer: String)
  /// Persons who have two things in a part have them in the whole: at least each part.
  case atLeastEach
  /// Nothing follows.
  case unrelated
}

/// One kind of count: with a group and a period it is a cell.
public struct Quantity: Sendable, Hashable {
  public var name: String
  public var counted: CountedThing
  public var overGroups: Combination
  public var overPeriods: Combination
  /// Quantities of the same group and period whose published 0 tells that this one is 0.
  public var zeroWith: [String]
  /// Tables that are withdrawn together: the source of the counts.
  public var family: String

  public init(
    _ name: String, _ counted: CountedThing, overGroups: Combination, overPeriods: Combination,
    zeroWith: [String] = [], family: String
  ) {
    self.name = name
    self.counted = counted
    self.overGroups = overGroups
    self.overPeriods = overPeriods
    self.zeroWith = zeroWith
    self.family = family
  }
}

/// Where the numbers of a measure's rows are found among the quantities.
public struct MeasureTraits: Sendable, Hashable {
  public var measure: String
  public var numerator: String
  /// nil when the denominator is empty or nothing to protect.
  public var denominator: String?
  /// Counts the persons behind the denominator.
  public var basePersons: String?
  /// How denominator − numerator combines, over groups and over periods alike.
  public var complement: Combination

  public init(
    _ measure: String, _ numerator: String, of denominator: String? = nil, basePersons: String? = nil,
    complement: Combination = .unrelated
  ) {
    self.measure = measure
    self.numerator = numerator
    self.denominator = denominator
    self.basePersons = basePersons
    self.complement = complement
  }
}

/// lower ≤ Σ coefficient · quantity ≤ upper within every group and period.
public struct CellRelation: Sendable, Hashable {
  public struct Term: Sendable, Hashable {
    public var coefficient: Int
    public var quantity: String
  }
  public var terms: [Term]
  public var lower: Int?
  public var upper: Int?
  /// The only kind of groups in which it holds; nil for all.
  public var kind: GroupKind?

  /// whole = Σ parts.
  public static func sum(_ whole: String, _ parts: [String], in kind: GroupKind? = nil) -> CellRelation {
    CellRelation(terms: [Term(coefficient: -1, quantity: whole)] + plus(parts), lower: 0, upper: 0, kind: kind)
  }

  /// Σ less ≤ Σ more.
  public static func order(_ less: [String], _ more: [String]) -> CellRelation {
    CellRelation(
      terms: plus(more) + less.map { Term(coefficient: -1, quantity: $0) }, lower: 0, upper: nil)
  }

  private static func plus(_ names: [String]) -> [Term] { names.map { Term(coefficient: 1, quantity: $0) } }
}
