import Diagnostics
import Testing

@testable import Handbook

@Suite struct RoleIndexTests {
  private static let register = """
    roller:
      - namn: Enhetschef
        alias: [EC, enhetschefen]
        beskrivning: Leder en enhet.
      - namn: Koordinator
        alias: [samordnare]
      - namn: Områdeschef för myndighet och förebyggande
      - namn: Medarbetare
    """

  private func roles(_ body: String, register: String = register) throws -> ([String], [String]) {
    let handbook = try Handbook(["routines/a.md": tidy("Lås", body: body)], register: register)
    return (handbook.library.roles.map(\.name), handbook.report)
  }

  @Test(arguments: [
    ("Enhetschefen", ["Enhetschef"]),
    ("EC", ["Enhetschef"]),
    ("Enhetschef", ["Enhetschef"]),
    ("Respektive enhetschef", ["Enhetschef"]),
    ("Alla medarbetare", ["Medarbetare"]),
    ("Den ansvariga enhetschefen", ["Enhetschef"]),
    ("Enhetschefen och koordinator", ["Enhetschef", "Koordinator"]),
    ("Enhetschef samt samordnare", ["Enhetschef", "Koordinator"]),
    ("Enhetschef, samordnare och medarbetare", ["Enhetschef", "Koordinator", "Medarbetare"]),
    ("Enhetschef eller koordinator", ["Enhetschef", "Koordinator"]),
    ("EC/koordinator", ["Enhetschef", "Koordinator"]),
    ("Respektive enhetschef och varje koordinator", ["Enhetschef", "Koordinator"]),
    ("Enhetschefen och EC", ["Enhetschef"]),
    // A role with "och" in it is one role.
    ("Områdeschef för myndighet och förebyggande", ["Områdeschef för myndighet och förebyggande"]),
  ])
  func knowsRolesByTheirNames(written: String, expected: [String]) throws {
    let (names, faults) = try roles("\(written) ansvarar för att listan stämmer.")
    #expect(names == expected)
    #expect(faults == [])
  }

  @Test(arguments: [
    ("Enhetschefer", "Enhetschefer"), ("Teamet", "Teamet"), ("Enhetschef och teamet", "Enhetschef och teamet"),
  ])
  func givesAnUnknownRoleAPageOfItsOwnName(written: String, expected: String) throws {
    let (names, faults) = try roles("\(written) ansvarar för att listan stämmer.")
    #expect(names == [expected])
    #expect(faults == ["unknown-role routines/a.md:5:1"])
  }

  @Test func reportsAnUnknownRoleWhereverItStands() throws {
    let text = "Teamet ansvarar för listan.\n\n## Sedan\n\nTeamet ansvarar för nycklarna."
    let files: KeyValuePairs = ["routines/a.md": tidy("A", body: text), "routines/b.md": tidy("B", body: text)]
    let handbook = try Handbook(files, register: Self.register)
    #expect(
      handbook.report == [
        "unknown-role routines/a.md:5:1", "unknown-role routines/a.md:9:1", "unknown-role routines/b.md:5:1",
        "unknown-role routines/b.md:9:1",
      ])
    #expect(handbook.library.roles.map(\.parts.count) == [4])
  }

  @Test func asksForNothingWithoutARegister() throws {
    let (names, faults) = try roles("Teamet ansvarar för listan.\n\nRespektive chef ansvarar för rummet.", register: "")
    #expect(names == ["Respektive chef", "Teamet"])
    #expect(faults == [])
  }

  @Test func gathersDutiesInOrder() throws {
    let handbook = try Handbook(
      [
        "routines/b.md": tidy("Beta", body: "EC ansvarar för\n\n- ett\n- två\n"),
        "routines/a.md": tidy("Alfa", body: "## Ansvar\n\nEnhetschefen ansvarar för tre.\n"),
      ], register: Self.register)
    let role = try #require(handbook.library.roles.first)
    #expect(role.name == "Enhetschef")
    #expect(role.description == "Leder en enhet.")
    #expect(
      role.parts.map { "\($0.routine) \($0.section ?? "-") \($0.duties)" } == [
        "0 ansvar [\"tre\"]", "1 - [\"ett\", \"två\"]",
      ])
  }

  @Test func sortsFollowUpsByWhoAnswers() throws {
    let keys = """
      uppföljning:
        - vad: Avstämning
          vem: EC och koordinator
          med: [enhetschef, Medarbetare, Montör]
          hur ofta: varje år
      """
    let handbook = try Handbook(["routines/a.md": tidy("Lås", keys)], register: Self.register)
    let found = handbook.library.roles.map { role in "\(role.name) \(role.followUps.map(\.isResponsible))" }
    #expect(found == ["Enhetschef [true]", "Koordinator [true]", "Medarbetare [false]", "Montör [false]"])
    #expect(handbook.report == ["unknown-role routines/a.md:4:5"])
  }

  @Test func givesEachRoleAnAddressOfItsOwn() throws {
    let register = "roller:\n  - namn: Index\n  - namn: Åke\n"
    let body = "Index ansvarar för ett.\n\nÅke ansvarar för två.\n\n”–” ansvarar för tre."
    let handbook = try Handbook(["routines/a.md": tidy("Lås", body: body)], register: register)
    #expect(handbook.library.roles.map(\.slug) == ["index-2", "ake"])
  }
}
