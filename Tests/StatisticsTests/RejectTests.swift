import Diagnostics
import Exports
import Statistics
import Testing

/// One row for each reason of `measures.md` 2.2, and for their order.
@Suite struct RejectTests {
  static let register = """
    Enhets-ID;Utförar-ID;Regi;Verksamhet;Telefonbehov;Gäller från;Gäller till
    E-1;U-1;Egen;Hemtjänst;3;2024-01-01;
    E-2;U-1;Egen;Hemtjänst;1;2024-01-01;2026-06-30
    """
  static let locks = """
    Lås-ID;Låstyp;Enhets-ID;Brukarnr;Status;Kopplat från;Kopplat till;Batteri;Avläst
    L-1;Brukarlås;E-1;K-1;Kopplat;2025-01-01;;OK;2026-10-31
    """
  private static let headings: [String: String] = [
    "besok.csv": "Besöks-ID;Personalnr;Enhets-ID;Brukarnr;Start;Slut;Startregistrering;Status",
    "telefoner.csv": "Telefon-ID;Enhets-ID;Status;Typ;Registrerad;Kopplad;Senast använd;Avläst",
    "las2.csv": "Lås-ID;Låstyp;Enhets-ID;Brukarnr;Status;Kopplat från;Kopplat till;Batteri;Avläst",
    "lashandelser.csv": "Händelse-ID;Tidpunkt;Lås-ID;Händelse;Resultat",
    "monteringar.csv": "Uppdrags-ID;Typ;Beställt;Utfört;Status;Enhets-ID",
    "enheter2.csv": "Enhets-ID;Utförar-ID;Regi;Verksamhet;Telefonbehov;Gäller från;Gäller till",
  ]

  @Test(arguments: [
    ("besok.csv", "B;P;E-1;K;2026-10-05 08:00;;Lås", "bad_columns"),
    ("besok.csv", "B;P;E-1;K;2026-10-05 08:00;;Lås;Utfört;x", "bad_columns"),
    ("besok.csv", "B;;E-1;K;31/1 2026;;Lås;Utfört", "missing_value"),
    ("besok.csv", "B;P;E-1;K;2026-02-30 08:00;;Fel;Utfört", "bad_date"),
    ("besok.csv", "B;P;E-1;K;2026-10-05 25:10;;Lås;Utfört", "bad_date"),
    ("besok.csv", "B;P;E-1;K;2026-10-05;;Lås;Utfört", "bad_date"),
    ("besok.csv", "B;P;E-1;K;2026-10-05 08:00;okänt;Lås;Utfört", "bad_date"),
    ("besok.csv", "B;P;E-9;K;2026-10-05 08:00;;Fel;Utfört", "bad_value"),
    ("besok.csv", "B;P;E-9;K;2026-11-05 08:00;;Lås;Utfört", "unknown_unit"),
    ("besok.csv", "B;P;E-2;K;2026-11-05 08:00;2026-11-04 08:00;Lås;Utfört", "after_asof"),
    ("besok.csv", "B;P;E-2;K;2026-10-05 08:00;2026-10-05 07:59;Lås;Utfört", "end_before_start"),
    ("besok.csv", "B;P;E-2;K;2026-10-05 08:00;2026-10-06 08:00:01;Lås;Utfört", "too_long"),
    ("besok.csv", "B;P;E-2;K;2026-10-05 08:00;2026-10-06 08:00;Lås;Utfört", "unit_not_valid"),
    ("besok.csv", "B;P;E-1;K;2026-10-05 08:00;;Lås;Bom\nB;P;E-1;K;2026-10-05 08:00;;Lås;Utfört", "duplicate_key"),
    ("telefoner.csv", "T;E-1;Aktiv;Annan;2026-01-01;;;2026-10-31", "bad_value"),
    ("telefoner.csv", "T;E-1;Aktiv;Vikarie;2026-11-01;;;2026-10-31", "future_date"),
    ("telefoner.csv", "T;E-1;Aktiv;Vikarie;2026-01-01;;2026-11-01 00:00;2026-10-31", "future_date"),
    ("telefoner.csv", "T;E-2;Aktiv;Vikarie;2026-01-01;;;2026-10-31", "unit_not_valid"),
    ("las2.csv", "L;Portlås;E-1;;Lager;2026-11-01;2026-10-01;;2026-10-31", "future_date"),
    ("las2.csv", "L;Portlås;E-1;;Lager;2026-10-02;2026-10-01;;2026-10-31", "end_before_start"),
    ("las2.csv", "L-1;Brukarlås;E-1;;Kopplat;;;;2026-10-31", "duplicate_key"),
    ("lashandelser.csv", "H;2027-01-01 00:00:00;L-9;Låsning;OK", "unknown_lock"),
    ("lashandelser.csv", "H;2027-01-01 00:00:00;L-1;Låsning;OK", "after_asof"),
    ("monteringar.csv", "M;Byte;;;Utfört;E-1", "missing_value"),
    ("monteringar.csv", "M;Byte;2026-10-02;2026-10-01;Utfört;E-1", "end_before_start"),
    ("monteringar.csv", "M;Byte;;fel;Bokat;E-1", "bad_date"),
    ("monteringar.csv", "M;Byte;;;Bokat;E-9", "unknown_unit"),
    ("enheter2.csv", "E-3;U;Egen;Hemtjänst;två;2026-01-01;", "bad_value"),
    ("enheter2.csv", "E-3;U;Egen;Hemtjänst;2;2026-01-02;2026-01-01", "end_before_start"),
    ("enheter2.csv", "E-1;U;Egen;Hemtjänst;2;2024-01-01;", "duplicate_key"),
  ])
  func rejects(_ file: String, _ rows: String, _ reason: String) {
    var files = ["enheter.csv": Self.register, "las.csv": Self.locks]
    files[file] = (Self.headings[file] ?? "") + "\n" + rows + "\n"
    let figures = Fixture.figures(files, asOf: "2026-11-01")
    let rejected = figures.rows.filter { $0.measure == "D.rejected" }
    #expect(rejected.map(\.group) == ["\(file):\(reason)"])
    #expect(rejected.map(\.numerator) == [1])
    let told = figures.diagnostics.filter { $0.code == .rejectedRow }
    #expect(told.map(\.range.file) == [file])
    #expect(told.map(\.range.line) == [rows.contains("\n") ? 3 : 2])
  }

  @Test(arguments: [
    ("besok.csv", "B;P;;K;2026-10-05 08:00;;Lås;Utfört", "cellen under `Enhets-ID` måste"),
    ("besok.csv", "B;P;E-1;K;fel;;Lås;Utfört", "datumet under `Start` kan"),
    ("besok.csv", "B;P;E-1;K;2026-10-05 08:00;fel;Lås;Utfört", "datumet under `Slut` kan"),
    ("besok.csv", "B;P;E-1;K;2026-10-05 08:00;;Fel;Utfört", "värdet under `Startregistrering` är"),
    ("besok.csv", "B;P;E-1;K;2026-10-05 08:00;;Lås;Fel", "värdet under `Status` är"),
    ("telefoner.csv", "T;E-1;Aktiv;Ordinarie;2026-01-01;;fel;2026-10-31", "datumet under `Senast använd` kan"),
    ("monteringar.csv", "M;Byte;;;Utfört;E-1", "cellen under `Utfört` måste"),
    ("enheter2.csv", "E-3;U;Egen;Hemtjänst;två;2026-01-01;", "värdet under `Telefonbehov` är"),
  ])
  func namesTheColumnByItsOwnHeading(_ file: String, _ row: String, _ words: String) throws {
    var files = ["enheter.csv": Self.register, "las.csv": Self.locks]
    files[file] = (Self.headings[file] ?? "") + "\n" + row + "\n"
    let readings = Fixture.readings(files)
    let kept = try readings.map { reading in
      try #require(
        try FileReading(cached: MemoryBytes(MergeTests.bytes(of: reading)), name: reading.name, key: Fixture.key))
    }
    for readings in [readings, kept] {
      let told = Fixture.figures(of: readings, asOf: "2026-11-01").diagnostics.filter { $0.code == .rejectedRow }
      #expect(told.count == 1)
      #expect(told.first?.message.swedish.contains(words) == true, "\(told)")
    }
  }

  @Test(arguments: [
    ("besok.csv", "B;P;Norra;K;2026-10-05 08:00;;Lås;Utfört"),
    ("besok.csv", "B;P;Norra;K;2027-10-05 08:00;;Lås;Utfört"),
    ("telefoner.csv", "T;Norra;Aktiv;Ordinarie;2026-01-01;;;2026-10-31"),
  ])
  func saysThatANameIsThatOfSeveralUnits(_ file: String, _ row: String) {
    let register = """
      Enhets-ID;Enhet;Utförar-ID;Regi;Verksamhet;Gäller från
      E-1;Norra;U-1;Egen;Hemtjänst;2024-01-01
      E-2;Norra;U-1;Egen;Natt;2024-01-01
      """
    let figures = Fixture.figures(
      ["enheter.csv": register, file: (Self.headings[file] ?? "") + "\n" + row + "\n"], asOf: "2026-11-01")
    #expect(figures.rows.filter { $0.measure == "D.rejected" }.map(\.group) == ["\(file):unknown_unit"])
    let told = figures.diagnostics.first { $0.code == .rejectedRow }
    #expect(told?.message.swedish.contains("flera enheter") == true)
    #expect(told?.help?.swedish.contains("ID") == true)
  }

  @Test(arguments: [
    ("monteringar.csv", "M;Byte;;;Bokat;E-1"), ("monteringar.csv", "M;Byte;;;Avbrutet;E-2"),
    ("besok.csv", "B;P;E-1;K;2026-10-05 08:00;2026-10-06 08:00;Lås;Utfört"),
    ("besok.csv", "B;P;E-1;K;2026-03-29 02:30;2026-03-29 02:30;Lås;Utfört"),
    ("besok.csv", " B ;P;E-1 ;K;2026-10-05 08:00:59;;Lås ; Utfört"),
  ])
  func accepts(_ file: String, _ rows: String) {
    var files = ["enheter.csv": Self.register, "las.csv": Self.locks]
    files[file] = (Self.headings[file] ?? "") + "\n" + rows + "\n"
    #expect(Fixture.figures(files, asOf: "2026-11-01").rows.filter { $0.measure == "D.rejected" }.isEmpty)
  }

  /// One for all rows of all files, not one for each.
  @Test func saysOnceThatTheRegisterIsMissing() {
    let visits = (1...60).map { "B-\($0);P;E-1;K;2026-10-05 08:00;;Lås;Utfört" }.joined(separator: "\n")
    let files = [
      "besok.csv": (Self.headings["besok.csv"] ?? "") + "\n" + visits + "\n", "las.csv": Self.locks,
      "lashandelser.csv": (Self.headings["lashandelser.csv"] ?? "") + "\nH;2026-10-05 08:00:00;L-1;Låsning;OK\n",
    ]
    let told = Fixture.figures(files, asOf: "2026-11-01").diagnostics.filter { $0.code == .rejectedRow }
    #expect(told.map(\.range.file) == ["enheter.csv"])
    #expect(told.first?.message.swedish.contains("62 rader i 3 filer") == true)
  }

  @Test func saysOnceThatTheRegisterOfLocksIsMissing() {
    let events = (1...60).map { "H-\($0);2026-10-05 08:00:00;L-1;Låsning;OK" }.joined(separator: "\n")
    let files = [
      "enheter.csv": Self.register,
      "lashandelser.csv": (Self.headings["lashandelser.csv"] ?? "") + "\n" + events + "\n",
    ]
    let told = Fixture.figures(files, asOf: "2026-11-01").diagnostics.filter { $0.code == .rejectedRow }
    #expect(told.map(\.range.file) == ["las.csv"])
    #expect(told.first?.message.swedish.contains("60 rader i 1 fil") == true)
  }
}
