import Documents
import Samples
import Testing
import TestSupport

/// Every word of a document stands on its page, at its head, or in the log of repairs.
struct NoTextLostTests {
  static let seeds = Fixtures.files(in: "../shared/seeds")

  @Test("loses no word of the fixtures", arguments: Fixtures.files(in: "Tests/Fixtures/documents"))
  func losesNothingOfFixtures(_ file: Fixtures.File) { expectAllWords(file.bytes, file.name) }

  @Test("loses no word of the sample content", arguments: Fixtures.files(in: "content"))
  func losesNothingOfContent(_ file: Fixtures.File) { expectAllWords(file.bytes, file.name) }

  /// The five real documents lie outside the repository; where they are not, there is nothing to test.
  @Test("loses no word of the seeds", .enabled(if: !seeds.isEmpty), arguments: seeds)
  func losesNothingOfSeeds(_ file: Fixtures.File) { expectAllWords(file.bytes, file.name) }

  @Test("loses no word of random documents", arguments: 0..<10)
  func losesNothingOfRandomDocuments(_ group: Int) {
    for seed in 0..<60 {
      var generator = RandomDocument(seed: UInt64(group * 1000 + seed))
      expectAllWords(Array(generator.text().utf8), "\(group * 1000 + seed)")
    }
  }

  @Test func readsEnoughDocuments() {
    #expect(Fixtures.files(in: "Tests/Fixtures/documents").count >= 12)
    #expect(Fixtures.files(in: "content/routines").count >= 20)
  }

  private func expectAllWords(_ bytes: [UInt8], _ name: String) {
    let document = DocumentReader.read(bytes, file: name, rules: .ekvik)
    let balance = WordBalance(document, source: String(decoding: bytes, as: UTF8.self))
    #expect(balance.lost == [:], "lost from \(name)")
    #expect(balance.added == [:], "added to \(name)")
    #expect(balance.unplaced == [], "moved from \(name), but nowhere to be found")
  }
}
