import Diagnostics
import Exports
import Statistics
import Testing

/// No text of a personal column is in a message, a cache or a figure.
@Suite struct PrivacyTests {
  private static let dropped = [
    "Personnummer", "Pnr", "Samordningsnummer", "Förnamn", "Efternamn", "Namn", "Adress", "Gata", "Postnr", "Ort",
    "Portkod", "Telefonnummer", "IMEI", "E-post", "Anteckning", "Notering", "Insatser", "Koordinat", "lat", "lon",
    "Kön",
    "Födelseår",
  ]

  @Test func leavesNoTrace() {
    let extra = Self.dropped.joined(separator: ";")
    func tokens(_ file: String, _ row: Int) -> String {
      Self.dropped.indices.map { "tok\(file)\(row)x\($0)q" }.joined(separator: ";")
    }
    var visits = "Besöks-ID;Personalnr;Enhets-ID;Brukarnr;Start;Slut;Startregistrering;Status;" + extra + "\n"
    let trouble = [
      "2026-10-05 08:00;;Lås;Utfört", "fel;;Lås;Utfört", "2026-10-05 08:00;;Fel;Utfört", "2026-12-05 08:00;;Lås;Utfört",
      "2026-10-05 08:00;2026-10-04 08:00;Lås;Utfört", "2026-10-05 08:00;;Lås;Utfört", ";;;",
    ]
    for (row, rest) in trouble.enumerated() {
      visits += "tokvisit\(row % 5)q;tokstaff\(row % 5)q;E-1;tokclient\(row)q;\(rest);\(tokens("v", row))\n"
    }
    visits += "tokvisit9q;tokstaff9q;tokunfit\n"
    let locks =
      "Lås-ID;Låstyp;Enhets-ID;Brukarnr;Status;Kopplat från;Avläst;" + extra
      + "\ntoklockq;Brukarlås;E-1;tokclient0q;Kopplat;2025-01-01;2026-10-31;" + tokens("l", 0)
      + "\ntoklockq;Brukarlås;E-1;tokclient0q;Fel;2025-01-01;2026-10-31;" + tokens("l", 1) + "\n"
    let readings = Fixture.readings(["enheter.csv": RejectTests.register, "besok.csv": visits, "las.csv": locks])
    let figures = Fixture.figures(of: readings, asOf: "2026-11-01")
    #expect(figures.rows.contains { $0.measure == "V1.visits" && $0.numerator == 1 })
    var written = Array(figures.rows.csv().utf8)
    for language in Language.allCases {
      for diagnostic in figures.diagnostics { written += Array(diagnostic.report(in: language).utf8) }
    }
    #expect(!figures.diagnostics.isEmpty)
    for reading in readings { written += MergeTests.bytes(of: reading) }
    let text = String(decoding: written.map { (0x20..<0x7F).contains($0) ? $0 : 0x20 }, as: UTF8.self)
    #expect(!text.contains("tok"))
  }

  @Test func refusalsShowNoCells() {
    for text in ["tokA;tokB\ntokC;tokD\n", "tokA\ntokB\n", "Telefon-ID;Status;tokA\nT;Aktiv;tokB\n"] {
      do throws(ExportFault) {
        _ = try ExportReader(key: Fixture.key).read(ExportFile(name: "f.csv", bytes: MemoryBytes(Array(text.utf8))))
      } catch {
        #expect(!error.diagnostic.report(in: .swedish).contains("tok"))
        #expect(!error.diagnostic.report(in: .english).contains("tok"))
      }
    }
  }
}
