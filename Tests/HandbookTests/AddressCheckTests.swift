import Diagnostics
import Testing

@testable import Handbook

@Suite struct AddressCheckTests {
  private static let contacts = "kontakter:\n  - namn: Växeln\n"

  @Test(arguments: [
    (["routines/a.md", "routines/b.md"], []),
    (["routines/x/a.md", "routines/y/a.md"], ["duplicate-address routines/y/a.md:1:1"]),
    (
      ["routines/x/a.md", "routines/y/A.md", "a.txt"],
      ["duplicate-address routines/x/a.md:1:1", "duplicate-address routines/y/A.md:1:1"]
    ),
    (["routines/Lås 1.md", "routines/las_1.md"], ["duplicate-address routines/las_1.md:1:1"]),
    (["routines/–.md", "routines/….md"], ["duplicate-address routines/….md:1:1"]),
    // Dashboards lie in a folder of their own.
    (["pages/a.md", "dashboards/a.md"], []),
    (["dashboards/x/a.md", "dashboards/y/a.md"], ["duplicate-address dashboards/y/a.md:1:1"]),
    (["dashboards/index.md"], ["duplicate-address dashboards/index.md:1:1"]),
    (["pages/x/a.md", "pages/y/a.md"], ["duplicate-address pages/y/a.md:1:1"]),
    // A routine and a page lie in different folders.
    (["routines/a.md", "pages/a.md"], []),
    (["pages/start.md", "pages/om.md"], []),
    (["pages/a-o.md"], ["duplicate-address pages/a-o.md:1:1"]),
    (["pages/index.md"], ["duplicate-address pages/index.md:1:1"]),
    (["pages/index.md", "pages/start.md"], ["duplicate-address pages/index.md:1:1"]),
    (["pages/kontakter.md"], ["duplicate-address pages/kontakter.md:1:1"]),
    (["routines/index.md"], []),
  ])
  func reportsTwoOfOneAddress(files: [String], expected: [String]) throws {
    let handbook = try Handbook(files.map { ($0, tidy("T")) }, register: Self.contacts)
    #expect(handbook.report == expected)
  }

  @Test(arguments: [
    (["id: EK-1", "id: EK-2"], []),
    (["id: EK-1", "id: EK-1"], ["duplicate-identifier routines/1.md:3:5"]),
    (
      ["id: EK-1", "id: ek 1", "id: Ek_1"],
      ["duplicate-identifier routines/1.md:3:5", "duplicate-identifier routines/2.md:3:5"]
    ),
    (["id: ÅÄÖ", "id: aao"], ["duplicate-identifier routines/1.md:3:5"]),
    // An id that is another's file name.
    (["", "id: \"0\""], ["duplicate-address routines/1.md:3:5"]),
  ])
  func reportsTwoOfOneIdentifier(keys: [String], expected: [String]) throws {
    let handbook = try Handbook(keys.enumerated().map { ("routines/\($0.offset).md", tidy("T", $0.element)) })
    #expect(handbook.report == expected)
    for fault in handbook.faults { #expect(fault.related.map(\.range.file) == ["routines/0.md"]) }
  }

  @Test func comparesIdentifiersOfPagesToo() throws {
    let handbook = try Handbook(["routines/a.md": tidy("A", "id: stod"), "pages/b.md": tidy("B", "id: Stöd")])
    #expect(handbook.report == ["duplicate-identifier routines/a.md:3:5"])
  }

  @Test func keepsAddressesShort() throws {
    let stem = String(repeating: "lång-", count: 40)
    let handbook = try Handbook([
      "routines/\(stem)a.md": tidy("A", body: "- [ ] Ett"), "routines/\(stem)b.md": tidy("B", body: "- [ ] Ett"),
    ])
    let slugs = handbook.library.routines.map(\.slug)
    #expect(Set(slugs).count == 2)
    #expect(slugs.allSatisfy { $0.utf8.count <= 160 })
    let checklist = Address.checklist(slugs[0], String(repeating: "punkt", count: 60))
    #expect(checklist.utf8.count < 200)
    #expect(checklist != Address.checklist(slugs[0], String(repeating: "punkt", count: 61)))
    #expect(handbook.report == [])
  }

  @Test func keepsSlugsApart() {
    var slugs = Slugs()
    let names = ["Lås", "las", "LÅS!", "Index", "–", "", "index 2"]
    #expect(
      names.map { slugs.slug(for: $0, or: "x") } == ["las", "las-2", "las-3", "index-2", "x", "x-2", "index-2-2"])
  }
}
