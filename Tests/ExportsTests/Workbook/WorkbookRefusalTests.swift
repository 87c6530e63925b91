import Diagnostics
import Exports
import Testing

@Suite struct WorkbookRefusalTests {
  private static let row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"

  /// The fault that the workbook is refused with; the time is a second of an idle machine, with room for a busy one.
  private func refusal(of bytes: [UInt8]) throws -> Diagnostic {
    let start = ContinuousClock.now
    let fault = try #require(throws: TableFault.self) { try WorkbookFixture.text(of: bytes) }
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(fault.diagnostic.range.file == "data/x.xlsx")
    #expect(fault.diagnostic.help != nil)
    return fault.diagnostic
  }

  private func expectRefusal(of bytes: [UInt8], because reason: String) throws {
    #expect(try refusal(of: bytes).message.swedish.contains(reason))
  }

  @Test(arguments: zip(WorkbookFixture.refused, ["äldre Excel-formatet", "OpenDocument", "lösenord"]))
  func saysWhichOtherFormatItIs(name: String, reason: String) throws {
    #expect(try refusal(of: WorkbookFixture.workbook(name)).message.swedish.contains(reason))
  }

  @Test(arguments: [
    ("", "tom"), ("Lås-ID;Status\nL-1;OK\n", "innehåller text"), ("<html><table></table></html>", "innehåller text"),
    ("\u{1}\u{2}\u{3}", "inte en Excel-arbetsbok"), ("PK\u{3}\u{4}", "slutar mitt i"), ("PK", "slutar mitt i"),
  ])
  func refusesWhatIsNoArchive(text: String, reason: String) throws {
    #expect(try refusal(of: Array(text.utf8)).message.swedish.contains(reason))
  }

  @Test func refusesOtherArchives() throws {
    try expectRefusal(of: TestArchive.archive([("a.txt", [65])]), because: "inte en Excel-arbetsbok")
    try expectRefusal(of: TestArchive.archive([("xl/workbook.bin", [65])]), because: ".xlsb")
    var encrypted = TestArchive.workbook(rows: Self.row)
    // The flag of an encrypted entry, in every header of the directory.
    for index in encrypted.indices.dropLast(10) where encrypted[index...].starts(with: [0x50, 0x4B, 1, 2]) {
      encrypted[index + 8] |= 1
    }
    try expectRefusal(of: encrypted, because: "lösenord")
  }

  @Test(arguments: ["xw-plain", "op-plain", "lo-csv", "hand-zip64"])
  func refusesFilesCutShort(name: String) throws {
    let bytes = WorkbookFixture.workbook(name)
    for count in stride(from: 2, to: bytes.count - 1, by: 37) {
      #expect(try refusal(of: Array(bytes[..<count])).code == .unreadableFile)
    }
  }

  @Test func refusesDamageWithinAPart() throws {
    var bytes = WorkbookFixture.workbook("hand-stored")
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: "Lås-ID".utf8) })
    bytes[place] = UInt8(ascii: "M")
    try expectRefusal(of: bytes, because: "skadad")
    try expectRefusal(of: TestArchive.workbook(rows: "<row><c t=\"s\"><v>7</v></c></row>"), because: "skadad")
    try expectRefusal(of: TestArchive.workbook(rows: "<row><c></row>"), because: "skadad")
    try expectRefusal(of: TestArchive.workbook(replacing: ["xl/workbook.xml": "<workbook/>"]), because: "inte en")
  }

  @Test(arguments: ["xl/workbook.xml", "xl/strings.xml", "xl/styles.xml", "xl/sheet.xml", "_rels/.rels"])
  func refusesAnyDocumentType(part: String) throws {
    var bomb = "<!DOCTYPE x [<!ENTITY a0 \"ha\">"
    for level in 1...40 { bomb += "<!ENTITY a\(level) \"&a\(level - 1);&a\(level - 1);\">" }
    for text in [bomb + "]><x>&a40;</x>", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>", "<!DOCTYPE x><x/>"] {
      try expectRefusal(of: TestArchive.workbook(rows: Self.row, replacing: [part: text]), because: "DOCTYPE")
    }
  }

  @Test func refusesZipBombs() throws {
    let bomb = "<x>" + String(repeating: " ", count: 64 << 20)
    let bytes = TestArchive.workbook(rows: Self.row, replacing: ["xl/sheet.xml": bomb])
    #expect(bytes.count < 100_000)
    #expect(try refusal(of: bytes).code == .fileTooLarge)
    // The same with a directory that says it is small.
    var lying = bytes
    let size = withUnsafeBytes(of: UInt32(bomb.utf8.count).littleEndian) { Array($0) }
    for index in lying.indices.dropLast(4) where lying[index...].starts(with: size) {
      lying.replaceSubrange(index..<index + 4, with: [0, 1, 0, 0])
    }
    #expect(try refusal(of: lying).code == .unreadableFile)
  }

  @Test(arguments: [
    String(repeating: "<x>", count: 100_000), "<row><c x=\"" + String(repeating: "a", count: 600_000) + "\"/></row>",
    "<!--" + String(repeating: "a", count: 600_000) + "-->", "<row r=\"1048577\"/>",
    "<row><c r=\"XFD1\"><v>1</v></c></row>",
    "<row><c t=\"str\"><v>" + String(repeating: "a", count: 300_000) + "</v></c></row>",
  ])
  func refusesWhatNoExportHolds(rows: String) throws {
    #expect(try refusal(of: TestArchive.workbook(rows: rows)).code == .fileTooLarge)
  }

  @Test func refusesTooManyParts() throws {
    let parts = (0..<5_001).map { ("\($0)", [UInt8(65)]) }
    #expect(try refusal(of: TestArchive.archive(parts)).code == .fileTooLarge)
    let sheets = String(repeating: "<sheet name=\"x\"/>", count: 501)
    let workbook = "<workbook><sheets>\(sheets)</sheets></workbook>"
    #expect(
      try refusal(of: TestArchive.workbook(replacing: ["xl/workbook.xml": workbook])).code == .fileTooLarge)
  }
}
