import Diagnostics
import Documents
import Testing

@testable import Handbook

@Suite struct ReferenceResolverTests {
  private static let attachments: Set<String> = ["files/plan.pdf", "files/Blankett å.pdf", "routines/hem/las.png"]

  /// What the first reference of a document with this text leads to, as an address, and the faults.
  private func resolve(_ body: String, from file: String = "routines/hem/a.md") throws -> (String?, [String]) {
    let handbook = try Handbook(
      [
        file: tidy("Ursprung", body: body),
        "routines/hem/nycklar.md": tidy(
          "Rutin för nycklar i skåp", "id: EK-1\nbeslutad: 2026-01-01", body: "## Syfte\n\nText."),
        "routines/jour/larm.txt": "# Larm på natten\n\nText om larm.",
        "routines/jour/låsvred & mer.md": tidy("Låsvred"),
        "routines/gammal.md": tidy("Montering", "id: EK-3\nstatus: upphävd"),
        "routines/ny.md": tidy("Montering", "id: EK-4\nbeslutad: 2026-01-01"),
        "routines/kort.md": tidy("\"Rutin: kort\""),
        "pages/start.md": tidy("Välkommen", body: "## Nytt\n\nText."),
        "pages/stod.md": tidy("Hjälp och stöd", body: "## Kvällar\n\nText."),
      ], attachments: Self.attachments)
    let routine = handbook.library.routines.firstIndex { $0.document.file == file }
    let resolution =
      routine.map { handbook.library.resolutions[$0].first } ?? handbook.library.pageResolutions.first?.first
    return (address(resolution ?? .plain, handbook.library), handbook.faults.map(\.code.rawValue))
  }

  private func address(_ resolution: Resolution, _ library: Library) -> String? {
    switch resolution {
    case .routine(let index, let anchor): library.routines[index].address + (anchor.map { "#" + $0 } ?? "")
    case .page(let address, let anchor): address + (anchor.map { "#" + $0 } ?? "")
    case .anchor(let anchor): "#" + anchor
    case .file(let path): path
    case .external(let address): address
    case .system(let index): library.systems[index].slug
    case .plain: nil
    }
  }

  @Test(arguments: [
    ("nycklar.md", "rutiner/ek-1.html"),
    ("./nycklar.md", "rutiner/ek-1.html"),
    ("nycklar", "rutiner/ek-1.html"),
    ("../hem/nycklar.md", "rutiner/ek-1.html"),
    (".././hem//nycklar.md", "rutiner/ek-1.html"),
    ("/routines/hem/nycklar.md", "rutiner/ek-1.html"),
    ("nycklar.md?x=1", "rutiner/ek-1.html"),
    ("nycklar.md#syfte", "rutiner/ek-1.html#syfte"),
    ("nycklar.md#", "rutiner/ek-1.html"),
    ("nycklar.md#s%79fte", "rutiner/ek-1.html#syfte"),
    ("n%79cklar.md", "rutiner/ek-1.html"),
    ("../jour/larm.txt", "rutiner/larm.html"),
    ("../jour/l%C3%A5svred%20&%20mer.md", "rutiner/lasvred-mer.html"),
    ("<../jour/låsvred & mer.md>", "rutiner/lasvred-mer.html"),
    // The same letters, written decomposed.
    ("<../jour/la\u{30A}svred & mer.md>", "rutiner/lasvred-mer.html"),
    ("../../pages/stod.md#kvallar", "stod.html#kvallar"),
    ("../../pages/start.md", "index.html"),
    ("../../files/plan.pdf", "files/plan.pdf"),
    ("/files/plan.pdf#page=2", "files/plan.pdf"),
    ("</files/Blankett å.pdf>", "files/Blankett å.pdf"),
    ("/files/Blankett%20%C3%A5.pdf", "files/Blankett å.pdf"),
    ("/", "index.html"),
    ("../..", "index.html"),
    ("/a-o.html", "a-o.html"),
    ("/checklistor/", "checklistor/index.html"),
    ("/roller", "roller/index.html"),
    ("https://ekvik.example/x", "https://ekvik.example/x"),
    ("HTTP://ekvik.example/", "HTTP://ekvik.example/"),
  ])
  func followsPaths(target: String, expected: String) throws {
    let (found, faults) = try resolve("Se [länk](\(target)).")
    #expect(found == expected)
    #expect(faults == [])
  }

  @Test(arguments: [
    ("saknas.md", "broken-link"), ("../nycklar.md", "broken-link"), ("/data/besok.csv", "broken-link"),
    ("/kontakter.html", "broken-link"), ("", "broken-link"), ("#", "broken-link"), ("nycklar.md#fel", "broken-anchor"),
    ("#fel", "broken-anchor"), ("/pages/stod.md#syfte", "broken-anchor"), ("../../../x.md", "link-outside-content"),
    ("/../x.md", "link-outside-content"), ("%2e%2e/../../x.md", "link-outside-content"),
  ])
  func reportsWhatLeadsNowhere(target: String, expected: String) throws {
    let (found, faults) = try resolve("Se [länk](\(target)).")
    #expect(found == nil)
    #expect(faults == [expected])
  }

  @Test func findsItsOwnSections() throws {
    let (found, faults) = try resolve("Se [nedan](#om-las).\n\n## Om lås\n\nText.")
    #expect(found == "#om-las")
    #expect(faults == [])
  }

  @Test(
    arguments: [
      ("![a](las.png)", "routines/hem/las.png", []),
      ("![a](../../files/plan.pdf)", "files/plan.pdf", []),
      ("![a](nycklar.md)", nil, ["missing-image"]),
      ("![a](../../../las.png)", nil, ["link-outside-content"]),
      ("![a](https://ekvik.example/a.png)", nil, ["missing-image"]),
      // Said once, by whoever read the document.
      ("![a](javascript:x)", nil, ["unsafe-link"]),
    ] as [(String, String?, [String])])
  func followsImages(body: String, expected: String?, faults: [String]) throws {
    let (found, reported) = try resolve(body)
    #expect(found == expected)
    #expect(reported == faults)
  }

  @Test(arguments: [
    ("[[EK-1]]", "rutiner/ek-1.html"),
    ("[[ek 1]]", "rutiner/ek-1.html"),
    ("[[Rutin för nycklar i skåp]]", "rutiner/ek-1.html"),
    ("[[rutin for NYCKLAR I SKAP]]", "rutiner/ek-1.html"),
    ("[[Nycklar i skåp]]", "rutiner/ek-1.html"),
    ("[[Rutin för låsvred]]", "rutiner/lasvred-mer.html"),
    ("[[Montering]]", "rutiner/ek-4.html"),
    ("[[EK-3]]", "rutiner/ek-3.html"),
    ("[[Hjälp och stöd]]", "stod.html"),
    ("[[stod]]", "stod.html"),
    ("[[Ursprung]]", "rutiner/a.html"),
    ("Se rutinen ”Nycklar i skåp”.", "rutiner/ek-1.html"),
    ("Se »Larm på natten» sedan.", "rutiner/larm.html"),
    ("Ordet ”Montering” står här.", "rutiner/ek-4.html"),
    ("Läs \"Rutin: kort\" sedan.", "rutiner/kort.html"),
  ])
  func followsNames(body: String, expected: String) throws {
    let (found, reported) = try resolve(body)
    #expect(found == expected)
    #expect(reported == [])
  }

  @Test(arguments: [
    ("[[Saknas]]", ["unresolved-reference"]), ("Se rutinen ”Saknas helt”.", ["unresolved-reference"]),
    ("Ordet ”trygghet” är inget dokument.", []),
    // Too little is left of the title without its kind.
    ("Se [[kort]].", ["unresolved-reference"]),
    // A document that says its own title points nowhere.
    ("Rutinen ”Ursprung” gäller alla.", []),
  ])
  func leavesUnknownNamesAsText(body: String, faults: [String]) throws {
    let (found, reported) = try resolve(body)
    #expect(found == nil)
    #expect(reported == faults)
  }

  @Test func prefersAWholeTitleToAShortOne() throws {
    let handbook = try Handbook([
      "routines/a.md": tidy("Rutin för nycklar i skåp", "beslutad: 2026-01-01"),
      "routines/b.md": tidy("Nycklar i skåp", "beslutad: 2026-01-01"),
      "routines/c.md": tidy("Lås", body: "Se [[Nycklar i skåp]]."),
    ])
    #expect(handbook.titles(handbook.library.backlinks[try handbook.routine("Nycklar i skåp")]) == ["Lås"])
    #expect(handbook.report == [])
  }

  @Test func asksWhichWhenSeveralAreInForce() throws {
    let handbook = try Handbook([
      "routines/a.md": tidy("Nycklar", "beslutad: 2026-01-01"),
      "routines/b.md": tidy("Nycklar", "beslutad: 2026-01-01"),
      "routines/c.md": tidy("Nycklar", "status: upphävd"), "routines/d.md": tidy("Lås", body: "Se [[Nycklar]]."),
    ])
    #expect(handbook.report == ["ambiguous-reference routines/d.md:5:6"])
    #expect(handbook.faults[0].related.map(\.range.file) == ["routines/a.md", "routines/b.md"])
  }

  @Test func notesWhoPointsToWhomOnce() throws {
    let handbook = try Handbook([
      "routines/a.md": tidy("Alfa", body: "Se [b](b.md), [b](b.md) och [a](a.md)."),
      "routines/b.md": tidy("Beta", body: "Se [c](c.md)."), "routines/c.md": tidy("Gamma", body: "Se [b](b.md)."),
      "pages/d.md": tidy("Sida", body: "Se [b](../routines/b.md)."),
    ])
    #expect(handbook.library.backlinks == [[], [0, 2], [1]])
  }

  @Test func looksSuggestionsUpOnlySoOften() throws {
    let body = (1...400).map { "[l\($0)](nyklar-\($0).md)" }.joined(separator: "\n")
    let handbook = try Handbook(["routines/a.md": tidy("Lås", body: body), "routines/nycklar-1.md": tidy("Nycklar")])
    #expect(handbook.faults.count == 400)
    #expect(handbook.faults.prefix(45).allSatisfy { $0.help?.english.hasPrefix("Did you mean") == true })
    #expect(handbook.faults.last?.help?.english.hasPrefix("Check the path") == true)
  }
}
