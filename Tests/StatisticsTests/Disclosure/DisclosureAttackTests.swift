import Foundation
import JSON
import Statistics
import Testing

@Suite struct DisclosureAttackTests {
  @Test func cannotBeNarrowedByTryingEveryTable() {
    var leaks = 0
    var hidden = 0
    for seed in 0..<2_000 {
      let table = TinyTable(seed: UInt64(seed))
      let seen = table.published()
      leaks += table.leaks(in: seen)
      hidden += seen.count { $0.isHidden }
    }
    #expect(leaks == 0)
    // A publication of nothing would be safe too.
    #expect(hidden < 2_000 * 6)
  }

  @Test func isNarrowedWithoutSecondarySuppression() {
    var control = TinyTable.control
    control.policy.protectsSecondarily = false
    let leaking = (0..<300).count { seed in
      let table = TinyTable(seed: UInt64(seed))
      return table.leaks(in: table.published(by: control)) > 0
    }
    #expect(leaking > 100)
  }

  @Test func hidesFewMoreThanTheFewest() {
    var (hidden, fewest) = (0, 0)
    for seed in 0..<60 {
      let table = TinyTable(seed: UInt64(seed))
      hidden += table.published().count { $0.isHidden }
      fewest += table.fewestHidden()
    }
    print("hidden \(hidden), fewest possible \(fewest)")
    #expect(Double(hidden) <= 1.15 * Double(fewest))
  }

  @Test(arguments: 0..<12) func provesEveryProtectedCount(seed: Int) {
    let world = SmallWorld(seed: UInt64(seed), size: 1)
    let (publication, proof) = DisclosureControl().publish(world.resultRows(), structure: world.structure)
    #expect(proof.contradictedRelations == 0)
    guard publication.withdrawn.isEmpty else { return }
    for cell in proof.cells where cell.rule == .fewPersons || cell.rule == .fewClients {
      #expect(cell.possible.map { $0.lowerBound <= 1 && $0.upperBound >= 4 } ?? false, "\(cell)")
    }
  }

  /// `RUTIN_ATTACK_CASES=FILE` writes tables for `Tests/oracle/attack.py`; `RUTIN_ATTACK_OFF=1` without protection.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["RUTIN_ATTACK_CASES"] != nil))
  func writesCasesForTheOracle() throws {
    let environment = ProcessInfo.processInfo.environment
    let file = try #require(environment["RUTIN_ATTACK_CASES"])
    let size = Int(environment["RUTIN_ATTACK_SIZE"] ?? "1") ?? 1
    let count = Int(environment["RUTIN_ATTACK_COUNT"] ?? "100") ?? 100
    let cases = (0..<count).map { seed in
      SmallWorld(seed: UInt64(90_000 + seed), size: size)
        .attackCase(seed: seed, secondary: environment["RUTIN_ATTACK_OFF"] == nil)
    }
    try Data(JSONValue.array(cases).text().utf8).write(to: URL(fileURLWithPath: file))
  }
}
