import Diagnostics
import Documents
import Testing

@testable import Handbook

@Suite struct LibraryTests {
  @Test func sortsTitlesTheSwedishWay() throws {
    let titles = [
      "Öl", "ä b", "Är", "åka", "Zon", "2 saker", "10 saker", "Ett", "ett till", "Ett A", "\"Citat\"", "Éva",
    ]
    let documents = titles.enumerated().map { ("routines/\($0.offset).md", tidy("'\($0.element)'")) }
    for files in [documents, documents.reversed()] {
      let found = try Handbook(files).library.routines.map(\.title)
      #expect(
        found == [
          "\"Citat\"", "10 saker", "2 saker", "Ett", "Ett A", "ett till", "Éva", "Zon", "åka", "ä b", "Är", "Öl",
        ])
    }
  }

  @Test func sortsEqualTitlesByFile() throws {
    let files = ["c", "a", "b"].map { ("routines/\($0).md", tidy("Samma")) } + [("routines/d.md", tidy("Samma a"))]
    #expect(try Handbook(files).library.routines.map(\.slug) == ["a", "b", "c", "d"])
  }

  @Test func ordersDashboardsByNumberThenByTitle() throws {
    let handbook = try Handbook([
      "dashboards/d.md": tidy("Alla"), "dashboards/a.md": tidy("Överblick", "ordning: 1"),
      "dashboards/b.md": tidy("Lås", "ordning: 2"), "dashboards/c.md": tidy("Larm", "ordning: 2"),
      "pages/p.md": tidy("Om", "ordning: 0"),
    ])
    let titles = handbook.library.dashboards.map { handbook.library.pages[$0].document.title }
    #expect(titles == ["Överblick", "Larm", "Lås", "Alla"])
    #expect(
      try Handbook(["dashboards/a.md": tidy("A", "ordning: första")]).report == ["invalid-value dashboards/a.md:3:10"])
  }

  @Test func gathersSubjectsUnderTheFirstSpelling() throws {
    let handbook = try Handbook([
      "routines/a.md": tidy("A", "ämnesord: [Lås, larm, \"–\", lås]"),
      "routines/b.md": tidy("B", "ämnesord: LÅS; Index"),
      "routines/c.md": tidy("C", "ämnesord: [Ås]"),
    ])
    #expect(handbook.library.subjects.map(\.name) == ["Index", "larm", "Lås", "Ås"])
    #expect(handbook.library.subjects.map(\.slug) == ["index-2", "larm", "las", "as"])
    #expect(handbook.library.subjects.map(\.routines) == [[1], [0], [0, 1], [2]])
    #expect(handbook.library.routines.map(\.subjects) == [[1, 2], [0, 2], [3]])
  }

  @Test func relatesByRareSubjectsFirst() throws {
    let now = "beslutad: 2026-01-01\n"
    var files = (0..<20).map { ("routines/\($0).md", tidy("R\($0)", now + "ämnesord: [vanligt]")) }
    files.append(("routines/x.md", tidy("X", now + "ämnesord: [vanligt, ovanligt]")))
    files.append(("routines/y.md", tidy("Y", now + "ämnesord: [ovanligt]")))
    files.append(("routines/z.md", tidy("Z", "status: upphävd\nämnesord: [ovanligt]")))
    files.append(("routines/q.md", tidy("Q", now)))
    let handbook = try Handbook(files)
    let library = handbook.library
    #expect(handbook.titles(library.related[try handbook.routine("Y")]) == ["X"])
    let ofX = handbook.titles(library.related[try handbook.routine("X")])
    #expect(ofX.first == "Y")
    #expect(ofX.count == 5)
    #expect(library.related[try handbook.routine("Q")] == [])
    // What no longer applies points on, but nobody is sent there.
    #expect(handbook.titles(library.related[try handbook.routine("Z")]) == ["X", "Y"])
    #expect(!library.related.contains { handbook.titles($0).contains("Z") })
  }

  @Test func linksSystemsOncePerRoutine() throws {
    let register =
      "system:\n  - namn: LMO\n    alias: [LMHT]\n    support: växeln\n  - namn: Treserva\nkontakter:\n  - namn: Växeln\n"
    let handbook = try Handbook(
      [
        "routines/a.md": tidy("A", body: "LMO och LMHT och LMO igen."),
        "routines/b.md": tidy("B", body: "Treserva och LMHT:s app."),
        "routines/c.md": tidy("C"),
      ], register: register)
    #expect(handbook.library.systems.map(\.entry.name) == ["LMO", "Treserva"])
    #expect(handbook.library.systems.map(\.routines) == [[0, 1], [1]])
    #expect(handbook.library.systems.map(\.support?.name) == ["Växeln", nil])
  }

  @Test(
    arguments: [
      ("genomgang", 0), ("Genomgång", 0), ("GENOMGÅNG AV LÅS", 0), ("genomgång av lås", 0), ("steg", nil), ("tom", nil),
      ("", nil),
    ] as [(String, Int?)])
  func findsAChecklist(name: String, expected: Int?) throws {
    let body =
      "```checklist\nid: genomgang\ntitel: Genomgång av lås\npunkter: [Ett]\n```\n\n## Steg\n\nGör så här:\n\n1. Ett.\n"
    let library = try Handbook(["routines/a.md": tidy("A", body: body)]).library
    #expect(library.routines[0].document.checklists.count == 2)
    #expect(library.routines[0].checklist(named: name) == expected)
  }

  /// The kind is told by the document, else by how its title begins.
  @Test(arguments: [
    (tidy("Lathund för lås"), "lathund"), (tidy("Lås"), "rutin"), (tidy("Lås", "typ: policy"), "policy"),
    (tidy("Rutin för checklistor", "typ: checklista"), "checklista"),
    ("# HANDLINGSPLAN\nLås i fara\n\nText.", "handlingsplan"),
  ])
  func tellsTheKind(text: String, expected: String) throws {
    #expect(try Handbook(["routines/a.md": text]).library.routines[0].kind.rawValue == expected)
  }
}
