import Diagnostics
import Testing

@testable import Handbook

@Suite struct RegistersReadingTests {
  private func read(_ files: String...) -> (Registers, [String]) {
    var registers = Registers()
    var faults: [Diagnostic] = []
    for (index, text) in files.enumerated() { faults += registers.add(Array(text.utf8), file: "\(index)") }
    faults += registers.check()
    return (registers, faults.inOrder().map { "\($0.code.rawValue) \($0.range.place)" })
  }

  @Test func readsEveryRegister() {
    let (registers, faults) = read(
      """
      roller:
        - namn: Enhetschef
          alias: [EC, enhetschefen]
          beskrivning: Leder en enhet.
      system:
        namn: LMO
        alias: LMHT
        länkar:
          - text: Utbildning
            adress: https://utbildning.ekvik.example/
        support: it-jouren
      """,
      """
      Links:
        - name: Felanmälan
          address: mailto:fel@ekvik.example
      Contacts:
        - Name: IT-jouren
          phone: 08-465 004 12
          E_Post: jour@ekvik.example
          opening-hours: Alla dagar
      synonymer:
        - [brukare, kund]
      felskrivningar:
        - {fel: läsvred, rätt: låsvred}
      roller:
        - namn: Koordinator
      """)
    #expect(faults == [])
    #expect(registers.roles.map(\.name) == ["Enhetschef", "Koordinator"])
    #expect(registers.roles.map(\.aliases) == [["EC", "enhetschefen"], []])
    #expect(registers.roles.map(\.description) == ["Leder en enhet.", ""])
    #expect(registers.roles[1].range.place == "1:14:5")
    #expect(registers.systems.map(\.name) == ["LMO"])
    #expect(registers.systems[0].aliases == ["LMHT"])
    #expect(
      registers.systems[0].links.map { "\($0.text) \($0.address)" } == ["Utbildning https://utbildning.ekvik.example/"])
    #expect(registers.links.map { "\($0.name) \($0.address)" } == ["Felanmälan mailto:fel@ekvik.example"])
    #expect(
      registers.contacts.map { "\($0.name)|\($0.telephone ?? "")|\($0.email ?? "")|\($0.openingHours)" }
        == ["IT-jouren|08-465 004 12|jour@ekvik.example|Alla dagar"])
    #expect(registers.contact(named: "it-JOUREN")?.name == "IT-jouren")
    #expect(registers.synonyms == [["brukare", "kund"]])
    #expect(registers.slips.map { "\($0.wrong) \($0.right)" } == ["läsvred låsvred"])
  }

  @Test(arguments: ["", "# bara en kommentar\n", "roller:\n", "roller: []\nsystem: ~\n", "---\n"])
  func takesAnEmptyFile(text: String) {
    let (registers, faults) = read(text)
    #expect(faults == [])
    #expect(registers.roles.isEmpty && registers.systems.isEmpty)
  }

  @Test(arguments: [
    ("roller: Enhetschef", ["invalid-value 0:1:9"]),
    ("- roller", ["invalid-value 0:1:1"]),
    ("roller:\n  - alias: [EC]\n    nman: X", ["missing-key 0:2:5", "unknown-key 0:3:5"]),
    ("roller:\n  - namn: [A, B]", ["invalid-value 0:2:11"]),
    ("roller:\n  - namn: A\n    alias: {b: c}", ["invalid-value 0:3:12"]),
    ("länkar:\n  - {}", ["missing-key 0:2:5", "missing-key 0:2:5"]),
    ("länkar:\n  - namn: A\n    adress: ftp://ekvik.example/", ["invalid-value 0:3:13"]),
    ("länkar:\n  - namn: A\n    adress: https://", ["invalid-value 0:3:13"]),
    ("länkar:\n  - namn: A\n    adress: https://ekvik.example/ny sida", ["invalid-value 0:3:13"]),
    ("kontakter:\n  - namn: A\n    telefon: växeln", ["invalid-value 0:3:14"]),
    ("kontakter:\n  - namn: A\n    telefon: 112", []),
    ("kontakter:\n  - namn: A\n    telefon: +46 (0)8-465 004 10", []),
    ("kontakter:\n  - namn: A\n    e-post: a@b", ["invalid-value 0:3:13"]),
    ("kontakter:\n  - namn: A\n    e-post: \"@ekvik.example\"", ["invalid-value 0:3:13"]),
    ("kontakter:\n  - namn: A\n    e-post: a b@ekvik.example", ["invalid-value 0:3:13"]),
    ("system:\n  - namn: A\n    länkar: [x]", ["invalid-value 0:3:14"]),
    ("system:\n  - länkar:\n      - text: x", ["missing-key 0:2:5", "missing-key 0:3:9"]),
    ("system:\n  - namn: A\n    support: B", ["invalid-value 0:3:14"]),
    ("felskrivningar:\n  - {}", ["missing-key 0:2:5", "missing-key 0:2:5"]),
    ("synonymer: [a, b]", ["invalid-value 0:1:13", "invalid-value 0:1:16"]),
    ("synonymer:\n  - [a, [b]]", ["invalid-value 0:2:5"]),
    ("roller: [", ["invalid-yaml 0:2:1"]),
  ])
  func reportsFaults(text: String, expected: [String]) { #expect(read(text).1 == expected) }

  @Test(arguments: [
    (["roller:\n  - namn: A\n    alias: [a, A, B]"], []),
    (["roller:\n  - namn: A\n    alias: B\n  - namn: b"], ["repeated-name 0:4:11"]),
    (["roller:\n  - namn: Ärm\n  - namn: arm"], ["repeated-name 0:3:11"]),
    (["roller:\n  - namn: A", "roller:\n  - namn: C\n    alias: [x, a]"], ["repeated-name 1:3:16"]),
    (["roller:\n  - namn: A\nsystem:\n  - namn: A"], []),
    (["kontakter:\n  - namn: A\n  - namn: A\n  - namn: A"], ["repeated-name 0:3:11", "repeated-name 0:4:11"]),
  ])
  func reportsNamesThatStandTwice(files: [String], expected: [String]) {
    var registers = Registers()
    for (index, text) in files.enumerated() { _ = registers.add(Array(text.utf8), file: "\(index)") }
    #expect(registers.check().map { "\($0.code.rawValue) \($0.range.place)" } == expected)
  }

  /// The same list each time, whatever the order of a dictionary.
  @Test func reportsInOrder() {
    let names = (0..<40).map { "  - namn: n\($0 % 20)\n" }.joined()
    let (_, faults) = read("roller:\n" + names, "system:\n" + names, "kontakter:\n" + names)
    #expect(faults.count == 60)
    var again = Registers()
    for (index, key) in ["roller", "system", "kontakter"].enumerated() {
      _ = again.add(Array("\(key):\n\(names)".utf8), file: "\(index)")
    }
    #expect(again.check().map { "\($0.code.rawValue) \($0.range.place)" } == faults)
  }
}
