import CivilTime
import Statistics

/// A count and its base in two units and their provider: small enough to try every table there is.
struct TinyTable {
  /// numerator and base of E0, E1 and U0.
  var counts: [Int]

  init(seed: UInt64) {
    var dice = Dice(state: seed)
    let bases = [dice.roll(0...8), dice.roll(0...8)]
    let parts = bases.map { dice.roll(0...$0) }
    counts = [parts[0], bases[0], parts[1], bases[1], parts[0] + parts[1], bases[0] + bases[1]]
  }

  static var control: DisclosureControl {
    let quantities = ["X.numerator", "X.denominator"].map {
      Quantity($0, .persons, overGroups: .sum, overPeriods: .sum, family: "X")
    }
    return DisclosureControl(
      vocabulary: DisclosureVocabulary(
        quantities: quantities, measures: [MeasureTraits("X", "X.numerator", of: "X.denominator")], relations: [],
        clients: ""))
  }

  var rows: [ResultRow] {
    [(GroupKind.unit, "E0"), (.unit, "E1"), (.provider, "U0")].enumerated().map { number, group in
      let (part, base) = (counts[2 * number], counts[2 * number + 1])
      return ResultRow(
        measure: "X", groupKind: group.0, group: group.1, period: "2026-01", numerator: part, denominator: base,
        value: base == 0 ? nil : Double(part) / Double(base))
    }
  }

  func published(by control: DisclosureControl = TinyTable.control) -> [PublishedCount] {
    guard let start = CivilDate(year: 2020, month: 1, day: 1) else { return [] }
    let structure = GroupStructure(
      belongings: ["E0", "E1"].map { .init(unit: $0, provider: "U0", from: start, to: nil) })
    return control.publish(rows, structure: structure).publication.rows.flatMap { [$0.numerator, $0.denominator] }
  }

  /// The three bases, numerators and complements that are 1–4 and can be narrowed.
  func leaks(in seen: [PublishedCount]) -> Int {
    var least = [Int](repeating: .max, count: 9)
    var greatest = [Int](repeating: -1, count: 9)
    func fits(_ place: Int, _ count: Int) -> Bool {
      switch seen[place] {
      case .shown(let number): number == count
      case .few: (1...4).contains(count)
      case .withheld, .none: true
      }
    }
    for base0 in 0...12 where fits(1, base0) {
      for part0 in 0...base0 where fits(0, part0) {
        for base1 in 0...12 where fits(3, base1) && fits(5, base0 + base1) {
          for part1 in 0...base1 where fits(2, part1) && fits(4, part0 + part1) {
            note(part0, base0, 0, &least, &greatest)
            note(part1, base1, 1, &least, &greatest)
            note(part0 + part1, base0 + base1, 2, &least, &greatest)
          }
        }
      }
    }
    var found = 0
    for group in 0..<3 {
      let (part, base) = (counts[2 * group], counts[2 * group + 1])
      for (offset, truth) in [part, base, base - part].enumerated() where (1...4).contains(truth) {
        let place = 3 * group + offset
        if least[place] > 1 || greatest[place] < 4 { found += 1 }
      }
    }
    return found
  }

  private func note(_ part: Int, _ base: Int, _ group: Int, _ least: inout [Int], _ greatest: inout [Int]) {
    for (offset, count) in [part, base, base - part].enumerated() {
      least[3 * group + offset] = min(least[3 * group + offset], count)
      greatest[3 * group + offset] = max(greatest[3 * group + offset], count)
    }
  }

  /// The fewest cells that must be hidden, by trying every way to publish the table.
  func fewestHidden() -> Int {
    var best = counts.count
    for hidden in 0..<(1 << counts.count) where hidden.nonzeroBitCount < best {
      let smallOnes = counts.indices.filter { (1...4).contains(counts[$0]) }
      guard smallOnes.allSatisfy({ hidden & 1 << $0 != 0 }) else { continue }
      // "–" tells least: if that does not protect, no other way of hiding the same cells does.
      let seen = counts.indices.map { place -> PublishedCount in
        hidden & 1 << place != 0 ? .withheld : .shown(counts[place])
      }
      if leaks(in: seen) == 0 { best = hidden.nonzeroBitCount }
    }
    return best
  }
}
