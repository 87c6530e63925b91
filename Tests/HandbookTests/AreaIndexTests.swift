import Diagnostics
import Testing

@testable import Handbook

@Suite struct AreaIndexTests {
  private static let site = """
    områden:
      - namn: Hemtjänst
        alias: [Hemvård, Servicehus (SoL)]
      - namn: Mobila teamet
    """

  @Test(arguments: [
    ("routines/a.md", "verksamhet: Hemtjänst", ["Hemtjänst"]),
    ("routines/a.md", "verksamhet: HEMTJANST", ["Hemtjänst"]),
    ("routines/a.md", "verksamhet: [hemvård, Hemtjänst, Mobila teamet]", ["Hemtjänst", "Mobila teamet"]),
    ("routines/a.md", "verksamhet: \"Servicehus (SoL)\"", ["Hemtjänst"]),
    // The innermost folder that names an area, whatever lies below it.
    ("routines/hemtjanst/a.md", "", ["Hemtjänst"]),
    ("routines/mobila-teamet/2026/lås/a.md", "", ["Mobila teamet"]),
    ("routines/hemtjänst/mobila teamet/a.md", "", ["Mobila teamet"]),
    ("routines/larmgrupp/2026/a.md", "", ["Larmgrupp"]),
    ("routines/egna-rutiner/a.md", "", ["Egna rutiner"]),
    ("routines/a.md", "", []),
    ("a.md", "", []),
    // Its own words go before its folder.
    ("routines/hemtjanst/a.md", "verksamhet: Mobila teamet", ["Mobila teamet"]),
    // A converted document's category.
    ("routines/a.md", "source_file: \"Mobila%20teamet/x%20y.pdf\"", ["Mobila teamet"]),
    ("routines/a.md", "source_file: \"/Hemv%C3%A5rd/2026/x.pdf\"", ["Hemtjänst"]),
    ("routines/a.md", "source_file: \"Boendest%C3%B6d/x.pdf\"", ["Boendestöd"]),
    ("routines/hemtjanst/a.md", "source_file: x.pdf", ["Hemtjänst"]),
    ("routines/hemtjanst/a.md", "source_file: \"Larm/x.pdf\"", ["Larm"]),
  ])
  func findsAreas(file: String, keys: String, expected: [String]) throws {
    let library = try Handbook([file: tidy("Lås", keys)], site: Self.site).library
    #expect(library.routines[0].areas.map { library.areas[$0].name } == expected)
    for area in library.routines[0].areas { #expect(library.areas[area].routines == [0]) }
  }

  @Test func keepsTheConfiguredOrderAndSortsTheOthers() throws {
    let handbook = try Handbook(
      [
        "routines/öst/a.md": tidy("A"), "routines/ängen/b.md": tidy("B"), "routines/zon/c.md": tidy("C"),
        "routines/d.md": tidy("D", "verksamhet: Hemtjänst"),
      ], site: Self.site)
    #expect(handbook.library.areas.map(\.name) == ["Hemtjänst", "Mobila teamet", "Zon", "Ängen", "Öst"])
    #expect(handbook.library.areas.map(\.routines) == [[3], [], [2], [1], [0]])
    #expect(handbook.library.areas.map(\.slug) == ["hemtjanst", "mobila-teamet", "zon", "angen", "ost"])
    #expect(handbook.report == [])
  }

  @Test func takesAnyNameWhenNoneIsConfigured() throws {
    let handbook = try Handbook(["routines/a.md": tidy("A", "verksamhet: [Kök, Tvätt]")])
    #expect(handbook.library.areas.map(\.name) == ["Kök", "Tvätt"])
    #expect(handbook.report == [])
  }

  @Test func reportsEachUnknownName() throws {
    let files: KeyValuePairs = [
      "routines/a.md": tidy("A", "verksamhet: [Kök, Hemtjänst]"), "routines/b.md": tidy("B", "verksamhet: Kök"),
    ]
    let handbook = try Handbook(files, site: Self.site)
    #expect(handbook.report == ["invalid-value routines/a.md:3:13", "invalid-value routines/b.md:3:13"])
  }

  @Test func givesEachAreaAnAddressOfItsOwn() throws {
    let site = "områden:\n  - namn: Index\n  - namn: \"–\"\n  - namn: \"…\"\n"
    let library = try Handbook(["routines/a.md": tidy("A", "verksamhet: \"*\"")], site: site).library
    #expect(library.areas.map(\.slug) == ["index-2", "omrade", "omrade-2"])
  }

  @Test(arguments: [
    ("%C3%B6", "ö"), ("a%20b", "a b"), ("100%", "100%"), ("%zz", "%zz"), ("%+5", "%+5"), ("%2", "%2"),
    ("%e5", "\u{FFFD}"),
    ("å%C3%A5", "åå"),
  ])
  func decodesPercentEscapes(text: String, expected: String) { #expect(percentDecoded(text) == expected) }
}
