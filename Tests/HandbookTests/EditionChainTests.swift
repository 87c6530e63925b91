import Diagnostics
import Documents
import Testing

@testable import Handbook

@Suite struct EditionChainTests {
  private static let decided = "beslutad: 2026-01-01\ngäller till: 2030-01-01"

  /// `new → old` for each pair.
  private func pairs(_ handbook: Handbook) -> [String] {
    let library = handbook.library
    return library.replaces.indices.flatMap { new in
      library.replaces[new].map { "\(library.routines[new].slug) → \(library.routines[$0].slug)" }
    }
  }

  @Test(arguments: [
    ("ersätter: EK-1", ["ny → ek-1"]),
    ("ersätter: [EK-1, EK-2]", ["ny → ek-1", "ny → ek-2"]),
    ("ersätter: EK-1, EK-2", ["ny → ek-1", "ny → ek-2"]),
    ("ersätter: [EK-1, EK-1]", ["ny → ek-1"]),
    ("ersätter: Nycklar, lås och larm", ["ny → ek-1"]),
    ("ersätter: Portar", ["ny → ek-2"]),
    ("ersätter:", []),
    ("ersätter: \"\"", []),
  ])
  func linksByIdAndTitle(keys: String, expected: [String]) throws {
    let handbook = try Handbook([
      "routines/a.md": tidy("Nycklar, lås och larm", "id: EK-1\nstatus: upphävd"),
      "routines/b.md": tidy("Portar", "id: EK-2\nstatus: upphävd"), "routines/ny.md": tidy("Ny", keys),
    ])
    #expect(pairs(handbook) == expected)
    #expect(handbook.report == [])
    for (new, olds) in handbook.library.replaces.enumerated() {
      for old in olds { #expect(handbook.library.replacedBy[old] == [new]) }
    }
  }

  /// All editions have one title; each replaces the latest before it.
  @Test func meansTheLatestOfTheOlderOnes() throws {
    let handbook = try Handbook([
      "routines/a.md": tidy("Lås", "status: ersatt\nbeslutad: 2020-01-01"),
      "routines/b.md": tidy("Lås", "status: ersatt\nbeslutad: 2022-01-01\nersätter: Lås"),
      "routines/c.md": tidy("Lås", "status: ersatt\nbeslutad: 2024-01-01\nersätter: Lås"),
      "routines/d.md": tidy("Lås", "beslutad: 2026-01-01\ngäller till: 2030-01-01\nersätter: Lås"),
    ])
    #expect(pairs(handbook) == ["b → a", "c → b", "d → c"])
    #expect(handbook.report == [])
  }

  @Test func onlyShowsTheFreeWordsOfAConvertedText() throws {
    let text =
      "# RUTIN\nLås i hemtjänsten\n\nDokumentet ersätter: tidigare rutin om lås\nDokumentet beslutades den: 2026-01-01\n\n## Syfte\n\nText.\n"
    let handbook = try Handbook(["routines/a.md": text])
    #expect(handbook.report == [])
    #expect(handbook.library.routines[0].document.facts.replaces.value == "tidigare rutin om lås")
    let own = text.replacing("tidigare rutin om lås", with: "Lås i hemtjänsten")
    #expect(try Handbook(["routines/a.md": own]).report == [])
    let linked = try Handbook(["routines/a.md": own, "routines/b.md": tidy("Lås i hemtjänsten", "status: ersatt")])
    #expect(pairs(linked) == ["a → b"])
  }

  @Test func reportsEachRingOnce() throws {
    func document(_ id: Int, _ replaces: String) -> String {
      tidy("Rutin \(id)", "id: EK-\(id)\nersätter: \(replaces)")
    }
    let handbook = try Handbook([
      "routines/1.md": document(1, "EK-2"), "routines/2.md": document(2, "EK-3"), "routines/3.md": document(3, "EK-1"),
      "routines/4.md": document(4, "EK-4"), "routines/5.md": document(5, "EK-1"),
      "routines/6.md": document(6, "[EK-7, EK-5]"),
      "routines/7.md": document(7, "EK-6"), "routines/8.md": tidy("Rutin 8", "id: EK-8"),
      "routines/9.md": document(9, "EK-8"),
    ])
    #expect(
      handbook.report == [
        "replacement-cycle routines/1.md:4:11", "replacement-cycle routines/4.md:4:11",
        "replacement-cycle routines/6.md:4:11",
      ])
    #expect(
      handbook.faults.map { $0.related.map(\.range.file) } == [
        ["routines/2.md", "routines/3.md"], [], ["routines/7.md"],
      ])
    #expect(handbook.faults[0].message.english.hasSuffix("EK-1 → EK-2 → EK-3 → EK-1."))
  }

  /// A long chain is no ring, and takes no longer than it must.
  @Test func walksALongChain() throws {
    let documents = (0..<2000).map { number in
      (
        "routines/\(number).md",
        tidy(
          "Rutin \(number)",
          "id: EK-\(number)\n" + (number < 1999 ? "status: ersatt" : "utgåva: 2")
            + (number > 0 ? "\nersätter: EK-\(number - 1)" : ""))
      )
    }
    let handbook = try Handbook(documents)
    #expect(handbook.report == [])
    #expect(handbook.library.replaces.count { !$0.isEmpty } == 1999)
  }

  @Test(arguments: [
    ("beslutad: 2023-01-01\ngäller till: 2027-12-31", ["overlapping-editions routines/ny.md:3:11"]),
    ("beslutad: 2023-01-01\ngäller till: tillsvidare", ["overlapping-editions routines/ny.md:3:11"]),
    ("status: ersatt\nbeslutad: 2023-01-01\ngäller till: 2027-12-31", []),
    ("beslutad: 2023-01-01\ngäller till: 2026-11-19", []),
    ("status: upphävd", []),
  ])
  func saysThatBothAreInForce(old: String, expected: [String]) throws {
    let handbook = try Handbook([
      "routines/a.md": tidy("Lås", "id: EK-1\n\(old)"),
      "routines/ny.md": tidy("Nya lås", "ersätter: EK-1\n" + Self.decided),
    ])
    #expect(handbook.report == expected)
  }

  @Test(arguments: ["status: utkast", "beslutad: 2026-01-01\ngäller från: 2027-01-01\ngäller till: 2030-01-01"])
  func letsTheOldOneApplyUntilTheNewOneDoes(new: String) throws {
    let handbook = try Handbook([
      "routines/a.md": tidy("Lås", "id: EK-1\n" + Self.decided),
      "routines/ny.md": tidy("Nya lås", "ersätter: EK-1\n" + new),
    ])
    #expect(handbook.report == [])
  }
}
