public import Exports

/// Decides what of the figures may be seen.
///
/// Everything that is published together must go through one call.
public struct DisclosureControl: Sendable {
  public var policy: DisclosurePolicy
  public var vocabulary: DisclosureVocabulary

  public init(policy: DisclosurePolicy = DisclosurePolicy(), vocabulary: DisclosureVocabulary = .standard) {
    self.policy = policy
    self.vocabulary = vocabulary
  }

  /// The rows as a reader may see them, in their order, and the proof for the work folder.
  ///
  /// `persons` need only name rows whose visits of five or more concern 1–4 persons; fewer visits are seen as such. No
  /// table is lost for the municipality's own measures: as many of them are shown, the first first, as that allows.
  public func publish(
    _ rows: [ResultRow], structure: GroupStructure, persons: [PersonsBehind] = [], files: [FileTally] = []
  ) -> (publication: Publication, proof: DisclosureProof) {
    func judged(keeping count: Int) -> (publication: Publication, proof: DisclosureProof) {
      var control = self
      if count < vocabulary.own.count { control.vocabulary = vocabulary.keeping(count) }
      return control.judge(rows, structure, persons, files, mayGiveUp: count > 0)
    }
    var result = judged(keeping: vocabulary.own.count)
    guard result.publication.hasLostATable, !vocabulary.own.isEmpty else { return result }
    var (kept, lost) = (0, vocabulary.own.count)
    while lost - kept > 1 {
      let middle = (kept + lost) / 2
      let found = judged(keeping: middle)
      if found.publication.hasLostATable { lost = middle } else { (kept, result) = (middle, found) }
    }
    return kept > 0 ? result : judged(keeping: 0)
  }

  private func judge(
    _ rows: [ResultRow], _ structure: GroupStructure, _ persons: [PersonsBehind], _ files: [FileTally], mayGiveUp: Bool
  ) -> (publication: Publication, proof: DisclosureProof) {
    let table = CellTable(rows: rows, vocabulary: vocabulary)
    let rules = PrimaryRules(table: table, vocabulary: vocabulary, policy: policy, persons: persons)
    let system = RelationBuilder.system(of: table, rows: rows, vocabulary: vocabulary, structure: structure)
    var suppression = SecondarySuppression(
      table: table, system: system, rules: rules, policy: policy, mayGiveUp: mayGiveUp)
    if policy.protectsSecondarily {
      for (number, need) in rules.needs.enumerated() where !suppression.isMet(number) {
        suppression.withdrawAll(like: need.cell)
      }
    }
    let marks = suppression.search.states.mark
    let telling = filesThatTell(files, of: table, marks)
    let publication = Publication(
      rows: zip(rows, table.rowCells).map { row, cells in
        let isWithheld =
          vocabulary.unprotected.contains(row.measure) || row.measure == "D.rows" && telling.contains(row.group)
        return publish(row, cells, marks, isWithheld: isWithheld)
      },
      withdrawn: suppression.withdrawn, threshold: policy.threshold)
    let proof = DisclosureProof(
      table: table, rules: rules, suppression: suppression, policy: policy, widened: system.widened)
    return (publication, proof)
  }

  private func publish(
    _ row: ResultRow, _ cells: CellTable.RowCells, _ marks: [CellStates.Mark], isWithheld: Bool
  ) -> PublishedRow {
    func count(_ value: Int?, _ cell: Int32) -> PublishedCount {
      guard let value else { return .none }
      if isWithheld { return .withheld }
      guard cell >= 0 else { return .shown(value) }
      return switch marks[Int(cell)] {
      case .shown: .shown(value)
      case .few: .few
      case .withheld: .withheld
      }
    }
    let numerator = count(row.numerator, cells.numerator)
    let denominator = count(row.denominator, cells.denominator)
    let value: PublishedValue =
      if let number = row.value {
        if !numerator.isHidden, !denominator.isHidden {
          .shown(number)
        } else {
          // The numerator's words are the ratio's too, so that page, downloads and `rutin stats` say the same.
          numerator == .few ? .few : .withheld
        }
      } else {
        .none
      }
    return PublishedRow(
      measure: row.measure, groupKind: row.groupKind, group: row.group, period: row.period, numerator: numerator,
      denominator: denominator, value: value)
  }
}
