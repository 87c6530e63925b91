import Diagnostics
import Testing

@testable import Handbook

@Suite struct ShortcutTests {
  @Test(
    arguments: [
      ("EK-1", "rutiner/ek-1.html"), ("Nycklar", "rutiner/ek-1.html"), ("stod/", "stod.html"),
      ("roller/", "roller/index.html"),
      ("a-o.html", "a-o.html"), ("files/plan.pdf", "files/plan.pdf"), ("routines/a.md", "rutiner/ek-1.html"),
      ("pages/stod", "stod.html"), ("tel:112", "tel:112"), ("mailto:a@ekvik.example", "mailto:a@ekvik.example"),
      ("https://ekvik.example/", "https://ekvik.example/"), ("Saknas", nil), ("../x.pdf", nil), ("javascript:x", nil),
    ] as [(String, String?)])
  func findsShortcuts(target: String, expected: String?) throws {
    let handbook = try Handbook(
      ["routines/a.md": tidy("Nycklar", "id: EK-1"), "pages/stod.md": tidy("Stöd")],
      site: "genvägar:\n  - text: Genväg\n    till: \"\(target)\"\n", attachments: ["files/plan.pdf"])
    #expect(handbook.library.shortcuts.first?.address == expected)
    #expect(handbook.library.shortcuts.first?.isExternal ?? false == (expected?.contains(":") ?? false))
    #expect(handbook.report == (expected == nil ? ["unknown-document site.yaml:3:11"] : []))
  }
}
