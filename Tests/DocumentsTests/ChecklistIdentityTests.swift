import Documents
import Testing

/// An item's id is what its tick is kept by: it must change with the item and with nothing else.
@Suite struct ChecklistIdentityTests {
  private func ids(_ items: String...) throws -> [String] {
    let text = "# Rutin\n\n" + items.map { "- [ ] \($0)\n" }.joined()
    let document = DocumentReader.read(Array(text.utf8), file: "a.md", rules: ReadingRules())
    return try #require(document.checklists.first).items.map(\.id)
  }

  @Test func staysWhenAnotherItemChanges() throws {
    let before = try ids("Lås dörren", "Släck ljuset", "Lämna nyckeln")
    let after = try ids("Ny punkt", "Lås ytterdörren", "Släck ljuset", "Lämna nyckeln")
    #expect(Array(after.suffix(2)) == Array(before.suffix(2)))
    #expect(after[1] != before[0])
  }

  @Test(arguments: [("Las dörren", "Lås dörren"), ("+5 grader", "-5 grader"), ("Ring", "Ring!"), ("ring", "Ring")])
  func changesWithTheLeastChangeOfItsText(one: String, other: String) throws {
    #expect(try ids(one) != ids(other))
  }

  @Test func isTheSameHoweverItsLinesAreWrapped() throws {
    #expect(try ids("Lås dörren\n  och gå") == ids("Lås dörren och gå"))
  }

  /// A copy that is taken away must not leave its tick to the other.
  @Test func isNeverThatOfACopy() throws {
    let two = try ids("Kontrollera", "Kontrollera")
    let one = try ids("Kontrollera", "Kontrollera igen")
    #expect(Set(two).count == 2)
    #expect(Set(two).isDisjoint(with: one))
  }
}
