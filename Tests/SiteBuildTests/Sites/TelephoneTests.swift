import Testing

@testable import Pages

@Suite struct TelephoneTests {
  @Test(arguments: [
    ("08-465 004 10", "+46846500410"), ("070-174 06 05", "+46701740605"), ("+46 8 465 004 00", "+46846500400"),
    ("+46 (0)8-465 004 00", "+46846500400"), ("0046 8 465 004 00", "+46846500400"), ("112", "112"), ("1177", "1177"),
    ("08-465 004 10, knappval 2", "+46846500410"), ("08-465 004 10 eller 112", "+46846500410"),
    ("08/465\u{A0}004\u{A0}10", "+46846500410"),
  ])
  func dialsWhatIsWritten(number: String, expected: String) { #expect(SiteContext.dialled(number) == expected) }

  @Test(
    arguments: [
      ("08-606 70 00", "tel:+4686067000"), ("kommun@ekvik.example", "mailto:kommun@ekvik.example"),
      ("www.ekvik.example", "https://www.ekvik.example"), ("https://ekvik.example/", "https://ekvik.example/"),
      ("httpx:ekvik", nil), ("136 81 Ekvik", nil), ("Kommunhuset", nil), ("212000-1234", nil), ("2026-11-20", nil),
    ] as [(String, String?)])
  func findsWhereAContactLineLeads(value: String, expected: String?) {
    #expect(SiteContext.contactAddress(value) == expected)
  }
}
