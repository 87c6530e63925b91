import Diagnostics
import Exports
import Testing

/// A refusal tells what is wrong, and not the first thing that came in the way.
@Suite struct RefusalWordsTests {
  private static let table = "Uppdrags-ID;Typ;Utfört;Status;Enhets-ID\nM-1;Byte;2026-09-03;Utfört;E-1\n"

  private static func refusal(_ bytes: [UInt8], as name: String = "fil.csv") -> Diagnostic? {
    do throws(ExportFault) {
      _ = try Text.read(bytes, as: name)
      return nil
    } catch {
      return error.diagnostic
    }
  }

  private static func check(
    _ bytes: [UInt8], _ code: Diagnostic.Code, _ words: String, line: Int = 1,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let fault = refusal(bytes)
    #expect(fault?.code == code, sourceLocation: location)
    #expect(fault?.message.swedish.contains(words) == true, "\(fault?.message.swedish ?? "")", sourceLocation: location)
    #expect(fault?.range.line == line, sourceLocation: location)
    #expect(fault?.help != nil, sourceLocation: location)
  }

  @Test func saysThatATextIsCutOffOrMixed() {
    let whole = Array(Self.table.utf8)
    let cut = Array(whole[...(whole.lastIndex(of: 0xC3) ?? 0)])
    Self.check([0xEF, 0xBB, 0xBF] + cut, .invalidEncoding, "säger sig vara UTF-8", line: 2)
    Self.check(cut, .invalidEncoding, "delvis inte", line: 2)
    let row = Text.bytes("M-2;Byte;2026-09-03;Utfört;E-1\n", .windows1252)
    Self.check(whole + row, .invalidEncoding, "delvis", line: 3)
    Self.check(Text.bytes(Self.table, .windows1252) + whole, .invalidEncoding, "delvis", line: 3)
    Self.check(Array("a;b\nUtfÃ¶rt;\n".utf8), .doubleEncoded, "två gånger", line: 2)
  }

  /// The byte that does not fit stands far below what is looked at first.
  @Test(arguments: [1, 3]) func saysSoOfALargeFile(_ jobs: Int) {
    var bytes = Array(Self.table.utf8)
    for _ in 0..<50_000 { bytes += Array("M-1;Byte;2026-09-03;Utfört;E-1\n".utf8) }
    bytes += [0xF6, 0x0A]
    do throws(ExportFault) {
      _ = try Text.read(bytes, jobs: jobs)
      Issue.record("read")
    } catch {
      #expect(error.diagnostic.code == .invalidEncoding && error.diagnostic.range.line == 50_003)
    }
  }

  @Test func refusesUTF32() {
    var bytes: [UInt8] = [0xFF, 0xFE, 0, 0]
    for scalar in Self.table.unicodeScalars { bytes += [UInt8(scalar.value), 0, 0, 0] }
    Self.check(bytes, .invalidEncoding, "UTF-32")
  }

  @Test(arguments: ["\n\n", "\u{FEFF}", "\u{FEFF}\r\n \r\n", ";;;\n;;;\n"]) func saysThatAFileIsEmpty(_ text: String) {
    Self.check(Array(text.utf8), .brokenTable, "Filen är tom")
    Self.check(Text.bytes(text.filter { $0 != "\u{FEFF}" }, .utf16LittleMark), .brokenTable, "Filen är tom")
  }

  @Test func saysThatAQuotationMarkInATitleIsOpen() {
    Self.check(Array(("Ekvik\n\"Byten i september\n\n" + Self.table).utf8), .brokenTable, "avslutas aldrig", line: 2)
    Self.check(
      Array(("\"Byten\n" + Self.table + "M-2;\"Byte\";2026-09-03;Utfört;E-1\n").utf8), .brokenTable, "en senare rad")
    // A good cell of several lines is no such mark.
    Self.check(Array("Frukt;\"Färg\noch doft\";Pris\n".utf8), .unknownExport, "rubriker")
  }

  @Test(arguments: [
    "<html><table><tr><td>Uppdrags-ID</td></tr></table></html>", "\u{FEFF}\n<?xml version=\"1.0\"?>\n<a/>",
  ])
  func saysThatAFileIsMarkup(_ text: String) {
    Self.check(Array(text.utf8), .unreadableFile, "webbsida")
  }

  @Test func looksForTheSheetThatTellsMost() throws {
    let note = [["Läs mig"]]
    let lacking = [["Besöks-ID", "Personalnr", "Enhets-ID", "Brukarnr", "Start", "Startregistrering"]]
    #expect(try Self.refusal([note, lacking])?.message.swedish.contains("`Status`") == true)
    #expect(try Self.refusal([[], note, [["Frukt", "Färg"]]])?.code == .unknownExport)
    let single = try #require(try Self.refusal([[], note]))
    #expect(single.code == .singleColumn && single.help?.swedish.contains("CSV") == false)
    #expect(try Self.refusal([[]])?.message.swedish == "Filen är tom.")
  }

  /// One sheet a month, and only the first is read.
  @Test func tellsOfSheetsThatAlsoHaveHeadings() throws {
    let rows = [
      ["Uppdrags-ID", "Typ", "Utfört", "Status", "Enhets-ID"], ["M-1", "Byte", "2026-09-03", "Utfört", "E-1"],
    ]
    let other = [["Frukt", "Färg"]]
    func diagnostics(_ sheets: [[[String]]]) throws -> [Diagnostic] {
      let tables = sheets.enumerated().map { NamedTable(name: "Blad\($0 + 1)", source: ListedRows($1)) }
      return try ExportReader(key: Text.key).read(tables, name: "fil.xlsx").diagnostics.filter {
        $0.code == .doubtfulData
      }
    }
    let told = try diagnostics([other, rows, rows, other, [["Bokat"], []] + rows])
    #expect(told.count == 1)
    #expect(told.first?.message.swedish.contains("Blad nummer 3, 5 har") == true)
    #expect(try diagnostics([other, rows, other, []]).isEmpty)
  }

  private static func refusal(_ sheets: [[[String]]]) throws -> Diagnostic? {
    let tables = sheets.enumerated().map { NamedTable(name: "Blad\($0 + 1)", source: ListedRows($1)) }
    do throws(ExportFault) {
      _ = try ExportReader(key: Text.key).read(tables, name: "fil.xlsx")
      return nil
    } catch {
      return error.diagnostic
    }
  }

  @Test func saysThatAllIsHidden() {
    let hidden = TestArchive.workbook(rows: "<row r=\"1\" hidden=\"1\"><c t=\"str\"><v>Typ</v></c></row>")
    Self.check(hidden, .brokenTable, "dolt")
  }
}
