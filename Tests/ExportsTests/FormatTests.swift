import Diagnostics
import Exports
import Testing

/// Encodings, separators, line ends, quoting, title rows and total rows, in all combinations: 432 files.
@Suite struct FormatTests {
  private static let table = [
    ["Besöks-ID", "Personalnr", "Enhets-ID", "Brukarnr", "Start", "Startregistrering", "Status", "Anteckning"],
    ["B-1", "P-1", "E-1", "K-1", "2026-10-05 08:00", "Lås", "Utfört", "x"],
    ["B-1", "P-2", "E-1", "K-1", "2026-10-05 08:00", "Låsvred", "Utfört", "Åt; väl, \"ja\"\tsa\nhan"],
    ["B-2", "P-1", "Grupp Ö", "K-2", "2026-10-06 09:00", "Okänd", "Inställt", ""],
    ["B-3", "P-1", "E-1", "K-2", "2026-10-06", "Lås", "Utfört", ""],
  ]

  private static func text(_ separator: String, _ end: String, isQuoted: Bool, hasTitles: Bool, hasTotal: Bool)
    -> String
  {
    func cell(_ text: String) -> String {
      let mustQuote = isQuoted || text.contains { ";,\t\"\n".contains($0) }
      return mustQuote
        ? "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" : text
    }
    var lines = table.map { $0.map(cell).joined(separator: separator) }
    if hasTitles { lines = ["Besök i hemtjänsten", "", "Uttag 2026-11-01" + separator + "Ekvik"] + lines }
    if hasTotal { lines += ["", "Totalt:" + separator + separator + "4"] }
    return lines.joined(separator: end) + end
  }

  @Test(arguments: Text.Encoding.allCases)
  func readsEveryFormat(_ encoding: Text.Encoding) throws {
    for separator in [";", ",", "\t"] {
      for end in ["\n", "\r\n", "\r"] {
        for flags in 0..<8 {
          let text = Self.text(
            separator, end, isQuoted: flags & 1 != 0, hasTitles: flags & 2 != 0, hasTotal: flags & 4 != 0)
          let reading = try Text.read(text, encoding: encoding)
          #expect(reading.kind == .visits)
          #expect(reading.rowCount == 4, "\(encoding) \(separator.debugDescription) \(end.debugDescription) \(flags)")
          #expect(reading.rows.count == 3)
          #expect(reading.diagnostics.filter { $0.code != .missingColumn }.isEmpty)
        }
      }
    }
  }

  @Test func namesTheLineOfARejectedRow() throws {
    let text = Self.text(";", "\r\n", isQuoted: false, hasTitles: true, hasTotal: true)
    let admission = Admission([try Text.read(text)], asOf: 30_000)
    let rejected = admission.diagnostics.filter { $0.code == .rejectedRow }
    // Three lines above the headings, and a line break in a cell of the second row.
    #expect(rejected.map(\.range.line) == [9])
  }

  @Test func checksTheTotalRow() throws {
    let table = "Uppdrags-ID;Typ;Utfört;Status;Enhets-ID\nM-1;Byte;2026-09-03;Utfört;E-1\nSumma;1\u{A0}204\n"
    #expect(try Text.read(table).diagnostics.map(\.code).contains(.differingTotal))
    #expect(try Text.read(table).rowCount == 1)
    let elsewhere = "Uppdrags-ID;Typ;Utfört;Status;Enhets-ID\nSumma;2\nM-1;Byte;2026-09-03;Utfört;E-1\n"
    #expect(try Text.read(elsewhere).rowCount == 2)
  }

  @Test func knowsATotalRowBesideAnEmptyColumn() throws {
    let rows = [
      ["", "Uppdrags-ID", "Typ", "Utfört", "Status", "Enhets-ID"], ["", "M-1", "Byte", "2026-09-03", "Utfört", "E-1"],
      ["", "Totalt", "2"],
    ]
    let text = rows.map { $0.joined(separator: ";") }.joined(separator: "\n")
    let tables = [NamedTable(name: "Blad1", source: ListedRows(rows))]
    for reading in [try Text.read(text), try ExportReader(key: Text.key).read(tables, name: "fil.xlsx")] {
      #expect(reading.rowCount == 1)
      #expect(reading.diagnostics.map(\.code).contains(.differingTotal))
    }
  }

  @Test func tellsOfHeadingsThatStandTwice() throws {
    let table =
      "Uppdrags-ID;Typ;Utfört;Status;Enhets-ID;Läge;Status;Orsak;Orsak\nM-1;Byte;2026-09-03;Utfört;E-1;;Bokat;;\n"
    let told = try Text.read(table).diagnostics.filter { $0.code == .doubtfulData }
    #expect(told.count == 1)
    #expect(told.first?.message.swedish.contains("`Status`") == true)
    #expect(told.first?.range.line == 1)
    #expect(try Text.read(table).rows.count == 1)
  }

  @Test func honoursTheDeclaredSeparator() throws {
    let text = "sep=|\r\nUppdrags-ID|Typ|Utfört|Status|Enhets-ID\r\nM-1|Byte|2026-09-03|Utfört|E-1\r\n"
    #expect(try Text.read(text).rows.count == 1)
    let semicolon = "sep=;\nUppdrags-ID;Typ;Utfört;Status;Enhets-ID\nM-1;Byte;2026-09-03;Utfört;E,1\n"
    #expect(try Text.read(semicolon).rows.count == 1)
  }

  @Test func turnsToWindows1252FarDown() throws {
    var text = "Uppdrags-ID;Typ;Utf;Status;Enhets-ID\n"
    for row in 0..<30_000 { text += "M-\(row);Byte;2026-09-03;Bokat;E-1\n" }
    var rules = ExportRules()
    rules.headings = [.jobs: ["Utfört": ["Utf"]]]
    var bytes = Array(text.utf8)
    bytes += Text.bytes("M-x;Byte;2026-09-03;Utfört;E-1\n", .windows1252)
    for jobs in [1, 3] {
      let reading = try Text.read(bytes, rules: rules, jobs: jobs)
      #expect(reading.rows.count == 30_001)
    }
  }

  @Test func readsQuotedLineBreaksInParallel() throws {
    var text = "Uppdrags-ID;Typ;Utfört;Status;Enhets-ID;Orsak\n"
    for row in 0..<40_000 {
      text += "M-\(row);Byte;2026-09-03;Utfört;E-1;\"rad ett\nM-0;Byte;2026-09-03;Utfört;E-1;\n\"\n"
    }
    let reading = try Text.read(text, jobs: 4)
    #expect(reading.rowCount == 40_000)
    #expect(reading.rows.count == 40_000)
  }
}
