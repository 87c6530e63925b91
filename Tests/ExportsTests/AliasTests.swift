import Exports
import Testing

@Suite struct AliasTests {
  @Test(arguments: [
    ("besökid;ANSTÄLLNINGSNR;Hemtjänstgrupp;Vårdtagarnr;faktisk_start;Kvitteringssätt;Läge", ExportKind.visits),
    ("visitid;Användare;Grupp;Kund-ID;Ankomst;Registreringssätt;Tillstånd", .visits),
    ("Registrerings-ID;Utfört av;Utförarenhet;Kundnr;Från;Kvittens;Phoniro Status", .visits),
    ("DeviceName;Organisation;Phoniro Status;Typ;Skapad;Avläst", .phones),
    ("Enhetsnamn;Avdelning;Status;Typ;Registreringsdatum;Avläst", .phones),
    ("Serienr;Placering;Enhet;Läge;Avläst", .locks),
    ("Låsnummer;Typ;Grupp;Status;Avläst", .locks),
    ("Händelse-ID;Tidsstämpel;Låsnr;Aktivitet;Resultat", .lockEvents),
    ("Uppdrags-ID;Åtgärd;Utfört;Status;Enhet", .jobs),
    ("Uppdrags-ID;Uppdragstyp;Utfört;Läge;Grupp", .jobs),
    ("Enhets-ID;Enhet;Utförar-ID;Anordnare;Regi;Verksamhet;Gäller från", .units),
    ("Plikt;Period;Utförd", .followUps),
  ])
  func tellsTheKindByHeadings(_ heading: String, _ kind: ExportKind) throws {
    #expect(try Text.read(heading + "\n").kind == kind)
  }

  @Test func readsValuesByAlias() throws {
    let heading = "Besöks-ID;Personalnr;Enhets-ID;Brukarnr;Start;Startregistrering;Status\n"
    let spellings = [
      ("Lås", 0), ("Digitalt lås", 0), ("LÅSVRED", 0), ("NFC", 1), ("tagg", 1), ("RFID", 1), ("App", 2), ("Manuell", 3),
      ("webb", 3), ("Justerad", 3), ("Okänd", 4),
    ]
    for (text, code) in spellings {
      let reading = try Text.read(heading + "B;P;E;K;2026-10-05 08:00;\(text);Utfört\n")
      #expect(Self.records(reading).map(\.attributes.registration) == [code], "\(text)")
    }
    // A value itself is compared as written.
    #expect(try Text.read(heading + "B;P;E;K;2026-10-05 08:00;lås;Utfört\n").rows.count == 0)
    // å may be an a with a ring, as Macs write it.
    let decomposed = try Text.read(heading + "B;P;E;K;2026-10-05 08:00;La\u{30A}s;Utfo\u{308}rt\n")
    #expect(Self.records(decomposed).map(\.attributes.registration) == [0])
    var rules = ExportRules()
    rules.values = [.visits: ["Startregistrering": ["Lås": ["Smartlås"]]]]
    let own = try Text.read(heading + "B;P;E;K;2026-10-05 08:00;SMARTLÅS;Utfört\n", rules: rules)
    #expect(Self.records(own).count == 1)
  }

  @Test func matchesUnitsByNameAndAlias() throws {
    let register = """
      Enhets-ID;Enhet;Utförar-ID;Regi;Verksamhet;Gäller från;Gäller till;Alias
      E-1;Hemtjänst Norra;U-1;Egen;Hemtjänst;2024-01-01;2026-05-31;HT Norra|Norra gruppen
      E-2;Hemtjänst Norra;U-2;Extern;Hemtjänst;2026-06-01;;
      """
    let units = Admission([try Text.read(register)], asOf: 30_000).register
    #expect(units.unit(named: "E-1", on: 20_600) == 0)
    #expect(units.unit(named: "norra  GRUPPEN", on: 20_600) == 0)
    #expect(units.unit(named: "Hemtjänst Norra", on: 20_500) == 0)
    #expect(units.unit(named: "hemtjanst norra", on: 20_700) == 1)
    #expect(units.unit(named: "e-1", on: 20_600) == nil)
  }

  @Test func readsOtherDatesOnlyWhenAskedFor() throws {
    let heading = "Plikt;Period;Utförd\n"
    let spellings: [(String, DateSpelling)] = [("20261105", .compact), ("5/11 2026", .dayMonth)]
    for (text, spelling) in spellings {
      #expect(try Text.read(heading + "a;b;\(text)\n").rows.count == 0)
      var rules = ExportRules()
      rules.dates = spelling
      #expect(try Text.read(heading + "a;b;\(text)\n", rules: rules).rows.count == 1, "\(text)")
    }
    let events = "Händelse-ID;Tidpunkt;Lås-ID;Händelse;Resultat\nH;2026-11-05T07:41:52;L;Låsning;OK\n"
    #expect(try Text.read(events).rows.count == 0)
    var rules = ExportRules()
    rules.dates = .withT
    #expect(try Text.read(events, rules: rules).rows.count == 1)
  }

  static func records(_ reading: FileReading) -> [VisitRecord] {
    guard case .visits(let segments) = reading.rows else { return [] }
    var records: [VisitRecord] = []
    for segment in segments {
      for bucket in 0..<VisitSegment.bucketCount { segment.withRecords(in: bucket) { records += $0 } }
    }
    return records
  }
}
