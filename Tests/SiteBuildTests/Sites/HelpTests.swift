import CivilTime
import Diagnostics
import SiteBuild
import Testing

/// What an editor is told to do: near matches are offered wherever a name was meant.
@Suite struct HelpTests {
  private func report(_ site: String, _ place: String) throws -> [String] {
    let asOf = try #require(CivilDate(iso: "2026-11-20"))
    let fixture = try #require(FixtureSite.all(in: "invalid-sites").first { $0.name == site })
    let faults = SiteMaker(SiteOptions(asOf: asOf, jobs: 1, language: .swedish)).check(fixture.sources()).diagnostics
    return faults.filter { $0.range.place == place }.compactMap { $0.help?.swedish }
  }

  @Test(arguments: [
    ("unknown-key", "routines/a.md:2:1", "Menade du `titel`?"),
    ("unknown-key", "registers/roller.yaml:4:1", "Menade du `roller`?"),
    ("unknown-key", "site.yaml:2:1", "Menade du `genvägar`?"),
    ("unknown-operation", "routines/a.md:3:13", "Menade du ”Hemtjänst”?"),
    ("unknown-operation", "routines/b.md:3:13", "Välj bland Hemtjänst, Boendestöd."),
    ("invalid-front-matter", "routines/a.md:3:6", "Menade du `rutin`?"),
    ("invalid-front-matter", "routines/a.md:4:9", "Menade du `gällande`?"),
    ("invalid-configuration", "site.yaml:7:25", "Skriv ett tal från 1 till 100."),
    ("invalid-configuration", "site.yaml:10:21", "Stegen heter: hyphenation."),
    ("invalid-registers", "registers/system.yaml:3:14", "Menade du ”Växeln”?"),
    ("invalid-registers", "registers/system.yaml:5:14", "Lägg till den i `registers/kontakter.yaml`."),
    // The same name in another folder is nearer than any other name in the right one.
    ("broken-link", "routines/hem/a.md:5:44", "Menade du `routines/jour/larm.md`?"),
    ("broken-link", "pages/start.md:5:18", "Menade du `routines/hem/nycklar.md`?"),
    ("broken-link", "routines/hem/a.md:9:21", "Menade du `routines/hem/nycklar.md`?"),
    ("broken-link", "routines/hem/a.md:11:1", "Kontrollera sökvägen; den räknas från dokumentets egen mapp."),
    ("broken-link", "routines/hem/a.md:5:1", "Skriv adressen i parentesen: `[text](fil.md)`."),
    ("broken-anchor", "routines/a.md:7:36", "Menade du `#fore-besoket` eller `#efter-besoket`?"),
    ("broken-anchor", "routines/a.md:7:62", "Avsnitten är: `#syfte`."),
    ("broken-anchor", "routines/a.md:11:40", "Dokumentet har inga rubriker; ta bort `#syfte`."),
    ("missing-image", "routines/a.md:5:40", "Menade du `files/las.png`?"),
    ("missing-image", "routines/a.md:7:10", "Spara bilden i `content/files/` och länka dit."),
    ("missing-image", "routines/a.md:7:55", "Menade du `files/bilder/dorr.png`?"),
    ("unresolved-reference", "routines/a.md:5:21", "Menade du ”Nycklar”?"),
    (
      "unresolved-reference", "routines/a.md:9:3",
      "Lägg till den i `registers/lankar.yaml`, eller menade du ”Felanmälan”?"
    ),
    ("unresolved-reference", "routines/a.md:10:3", "Lägg till den i `registers/lankar.yaml`."),
    ("ambiguous-reference", "routines/a.md:5:16", "Skriv dokumentets id i stället: `[[id]]`."),
    ("unknown-document", "routines/a.md:4:11", "Menade du ”EK-1”?"),
    ("unknown-document", "site.yaml:5:11", "Menade du ”Nycklar”?"),
    (
      "unknown-role", "routines/a.md:17:1",
      "Lägg till ”Enhetscheferna” som alias i `registers/roller.yaml`, kanske för ”enhetschefen” eller ”Enhetschef”."
    ),
    ("unknown-checklist", "routines/a.md:4:5", "Menade du `genomgangen`?"),
    ("unknown-file", "site.yml:1:1", "Menade du `site.yaml`?"),
    ("unknown-file", "routins/a.md:1:1", "Menade du `routines/`?"),
    ("duplicate-address", "pages/index.md:1:1", "Döp filen till `start.md`, så fyller den startsidan."),
    ("theme-unknown-name", "theme/templates/letters.html:5:1", "Menade du `name`?"),
    ("theme-missing-partial", "theme/templates/role.html:5:1", "Menade du `duty`?"),
    ("theme-missing-asset", "theme/templates/letters.html:2:1", "Menade du `minimal.css`?"),
    ("theme-missing-string", "theme/templates/letters.html:2:1", "Menade du `page.letters` eller `page.owners`?"),
  ])
  func offersWhatWasMeant(site: String, place: String, help: String) throws {
    let found = try report(site, place)
    #expect(found == [help])
  }

  @Test(arguments: [
    ("duplicate-address", "routines/jour/Nycklar.md:1:1", ["routines/hem/nycklar.md:1:1"]),
    ("duplicate-address", "routines/x.md:3:5", ["routines/lås.md:1:1"]),
    ("duplicate-address", "files/bild.png:1:1", ["files/Bild.png:1:1"]),
    ("duplicate-identifier", "routines/c.md:3:5", ["pages/d.md:3:5"]),
    ("replacement-cycle", "routines/a.md:4:11", ["routines/b.md:4:11"]),
    ("replacement-cycle", "routines/d.md:4:11", ["routines/e.md:4:11", "routines/f.md:4:11"]),
    ("replacement-cycle", "routines/c.md:4:11", []),
    ("overlapping-editions", "routines/b.md:4:11", ["routines/a.md:5:14"]),
    ("ambiguous-reference", "routines/a.md:5:16", ["routines/b.md:1:1", "routines/c.md:1:1"]),
    ("repeated-name", "registers/b.yaml:8:18", ["registers/b.yaml:6:11"]),
    ("repeated-name", "site.yaml:4:11", ["site.yaml:3:13"]),
  ])
  func pointsAtTheOtherPlace(site: String, place: String, others: [String]) throws {
    let asOf = try #require(CivilDate(iso: "2026-11-20"))
    let fixture = try #require(FixtureSite.all(in: "invalid-sites").first { $0.name == site })
    let faults = SiteMaker(SiteOptions(asOf: asOf, jobs: 1, language: .swedish)).check(fixture.sources()).diagnostics
    let fault = try #require(faults.first { $0.range.place == place })
    #expect(fault.related.map(\.range.place) == others)
  }
}
