import Diagnostics
import Exports
import Testing

@Suite struct RefusalTests {
  private static let heading = "Uppdrags-ID;Typ;Utfört;Status;Enhets-ID"

  @Test(arguments: [
    ("", Diagnostic.Code.brokenTable),
    ("Uppdrags-ID\nM-1\nM-2\n", .singleColumn),
    ("Uppdrags-ID Typ Utfört Status Enhets-ID\nM-1 Byte 2026-09-03 Utfört E-1\n", .singleColumn),
    ("Frukt;Färg\näpple;röd\n", .unknownExport),
    ("Uppdrags-ID;Typ;Status;Enhets-ID\nM-1;Byte;Utfört;E-1\n", .missingHeading),
    ("Uppdrags-ID;Typ;UtfÃ¶rt;Status;Enhets-ID\nM-1;Byte;2026-09-03;UtfÃ¶rt;E-1\n", .doubleEncoded),
    (heading + "\nM-1;Byte;2026-09-03;UtfÃ¶rt;E-1\n", .doubleEncoded),
    (heading + "\n\"M-1;Byte;2026-09-03;Utfört;E-1\nM-2;Byte;2026-09-03;Utfört;E-1\n", .brokenTable),
  ])
  func refuses(_ text: String, _ code: Diagnostic.Code) {
    #expect(Text.refusal(Array(text.utf8)) == code)
  }

  @Test func saysWhichHeadingsAreMissing() throws {
    do throws(ExportFault) {
      _ = try Text.read("Telefon-ID;Enhets-ID;Status;Registrerad\nT-1;E-1;Aktiv;2026-01-01\n", as: "x.csv")
      Issue.record("read")
    } catch {
      #expect(error.diagnostic.message.swedish.contains("`telefoner`"))
      #expect(error.diagnostic.message.swedish.contains("`Typ`, `Avläst`"))
      #expect(error.diagnostic.help != nil)
    }
  }

  @Test func namesTheKindThatTheFileNameTells() {
    do throws(ExportFault) {
      _ = try Text.read("Lås-ID;Status\nL-1;Kopplat\n", as: "lashandelser-2026-10.csv")
      Issue.record("read")
    } catch {
      #expect(error.diagnostic.message.english.contains("`lashandelser`"))
    }
  }

  @Test func neverMapsAColumnThatIsNeverRead() {
    var rules = ExportRules()
    rules.headings = [.visits: ["Personalnr": ["Personnummer"]]]
    let text = "Besöks-ID;Personnummer;Enhets-ID;Brukarnr;Start;Startregistrering;Status\n"
    #expect(throws: ExportFault.self) { try Text.read(text, rules: rules) }
  }
}
