extension DisclosureVocabulary {
  /// The measures of `measures.md` 5–8.
  public static let standard = DisclosureVocabulary(
    quantities: visitQuantities + personQuantities + lockQuantities + jobQuantities + phoneQuantities,
    measures: standardMeasures, relations: standardRelations, presences: standardPresences,
    reportedSums: ["montering", "nedmontering"].map {
      ReportedSum(
        whole: "M2.\($0)", part: "M1.\($0)", reportedMeasure: "M1.reported", countMeasure: "M2.\($0)")
    },
    clients: "L2.denominator")

  private static let classes = ["V1.las", "V1.nfc", "V1.app", "V1.efterhand", "V1.okand"]
  private static let batteries = ["L3.ok", "L3.lagt", "L3.kritiskt", "L3.okant"]
  private static let jobs = ["M1.montering", "M1.nedmontering", "M1.byte", "M1.service"]
  private static let locks = ["L1", "L1.portlas", "L1.nyckelgomma"] + batteries
  private static let phoneClasses = ["P1.used", "P1.idle", "P1.never", "P1.new"]

  private static let visitQuantities: [Quantity] = {
    func visits(_ name: String, zeroWith: [String] = []) -> Quantity {
      Quantity(
        name, .visits, overGroups: .sum, overPeriods: .sum, zeroWith: ["V1.visits"] + zeroWith, family: "visits")
    }
    // A visit registered by lock, NFC or app has a performed row of that kind, so its staff member counts in V5.
    let digital = ["V1.las", "V1.nfc", "V1.app", "V1.numerator", "V4.numerator"]
    return digital.map { visits($0, zeroWith: ["V5.numerator"]) }
      + ["V1.visits", "V1.efterhand", "V1.okand", "V1.denominator"].map { visits($0) }
      + [
        visits("V2.denominator", zeroWith: ["L2.numerator"]),
        visits("V2.numerator", zeroWith: ["L2.numerator", "V5.numerator"]),
      ]
  }()

  private static let personQuantities: [Quantity] = {
    func persons(_ name: String, _ combination: Combination) -> Quantity {
      Quantity(name, .persons, overGroups: combination, overPeriods: combination, family: "visits")
    }
    return [
      // A lock registration elsewhere clears the person in the whole.
      persons("V3.numerator", .atMostSum(outer: "V3.denominator")),
      persons("V3.denominator", .union), persons("V5.numerator", .union), persons("V5.denominator", .union),
      persons("L2.numerator", .union), persons("L2.denominator", .union),
    ]
  }()

  private static let lockQuantities = locks.map {
    Quantity($0, .clientThings, overGroups: .union, overPeriods: .unrelated, family: "locks")
  }

  private static let jobQuantities =
    jobs.map { Quantity($0, .clientThings, overGroups: .sum, overPeriods: .sum, family: "mounts") }
    + ["M2.montering", "M2.nedmontering"].map {
      Quantity($0, .clientThings, overGroups: .unrelated, overPeriods: .unrelated, family: "mounts")
    }

  private static let phoneQuantities = (phoneClasses + ["P1.numerator", "P1.denominator", "P4.numerator"]).map {
    Quantity($0, .other, overGroups: .sum, overPeriods: .unrelated, family: "phones")
  }

  private static let standardMeasures: [MeasureTraits] =
    [
      MeasureTraits("V1", "V1.numerator", of: "V1.denominator", basePersons: "L2.denominator"),
      MeasureTraits("V1.visits", "V1.visits"),
      MeasureTraits("V2", "V2.numerator", of: "V2.denominator", basePersons: "L2.numerator"),
      MeasureTraits(
        "V3", "V3.numerator", of: "V3.denominator", complement: .atLeastEach),
      MeasureTraits("V4", "V4.numerator", of: "V1.visits", basePersons: "L2.denominator"),
      MeasureTraits(
        "V5", "V5.numerator", of: "V5.denominator", complement: .atMostSum(outer: "V5.denominator")),
      MeasureTraits(
        "L2", "L2.numerator", of: "L2.denominator", complement: .atMostSum(outer: "L2.denominator")),
      MeasureTraits("M2.montering", "M2.montering"), MeasureTraits("M2.nedmontering", "M2.nedmontering"),
      MeasureTraits("P1", "P1.numerator", of: "P1.denominator"),
      MeasureTraits("P4", "P4.numerator", of: "P1.denominator"),
      MeasureTraits("P5", "P1.used", of: "P1.denominator"),
    ] + (classes + locks + jobs + phoneClasses).map { MeasureTraits($0, $0) }

  private static let standardRelations: [CellRelation] =
    [
      .sum("V1.numerator", ["V1.las", "V1.nfc"]),
      .sum("V1.denominator", ["V1.las", "V1.nfc", "V1.app", "V1.efterhand"]),
      .sum("V4.numerator", ["V1.numerator", "V1.app"]),
      .sum("V1.visits", ["V1.denominator", "V1.okand"]),
      .order(["V2.numerator"], ["V1.las"]),
      // Lockable visits not opened by lock are visits not registered by lock.
      .order(["V2.denominator", "V1.las"], ["V1.visits", "V2.numerator"]),
      .order(["L2.numerator"], ["V2.denominator"]),
      // Each client without a lockable visit has a visit that is not lockable.
      .order(["L2.denominator", "V2.denominator"], ["V1.visits", "L2.numerator"]),
      .order(["V3.denominator"], ["V5.denominator"]),
      // Who has used a lock has registered digitally.
      .order(["V3.denominator"], ["V5.numerator", "V3.numerator"]),
      .order(["M1.byte"], ["M1.montering"]), .order(["M1.byte"], ["M1.nedmontering"]),
      // A lock that is listed at two units may have two batteries; a unit has one row for each of its locks.
      .order(["L1"], batteries), .sum("L1", batteries, in: .unit),
      .sum("P1.denominator", phoneClasses), .sum("P1.numerator", ["P1.idle", "P1.never"]),
      .order(["P4.numerator"], ["P1.denominator"]),
    ] + batteries.map { .order([$0], ["L1"]) }

  /// The last one: who opened by lock where there is a lock is in the base of V3 and not in its numerator.
  private static let standardPresences = [
    ("V1.visits", "L2.denominator"), ("V1.visits", "V5.denominator"), ("V4.numerator", "V5.numerator"),
    ("V2.denominator", "L2.numerator"), ("V2.denominator", "V3.denominator"), ("V2.numerator", "V3.complement"),
  ].map { Presence(cause: $0.0, effect: $0.1) }
}
