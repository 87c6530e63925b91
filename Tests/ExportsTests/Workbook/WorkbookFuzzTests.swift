import Diagnostics
import Exports
import Testing

@Suite struct WorkbookFuzzTests {
  private static let pieces = [
    "<row>", "</row>", "<row r=\"2\">", "<row hidden=\"1\">", "<c>", "</c>", "<c r=\"B2\">", "<c t=\"s\">",
    "<c t=\"d\" s=\"2\">", "<c s=\"1\">", "<v>", "</v>", "<is>", "</is>", "<t>", "</t>", "<rPh>", "</rPh>", "1",
    "46342.32", "-1e300", "_x00E5_", "_xD800_", "2026-11-16T07:42", "&amp;", "&#10;", "&#0;", "&x;", "<![CDATA[",
    "]]>", "<!--", "-->", "<?", "?>", "<sheetData>", "</sheetData>", "\"", "<", ">", "&", "\u{0}", "å", "\u{FEFF}",
    "xmlns=\"\"", "<f>", "</f>",
  ]

  /// These leave XML well formed where an element may stand.
  private static let elements = [
    "<row/>", "<c/>", "<row><c><v>1</v></c></row>", "<c r=\"B7\"><v>2</v></c>", "<c t=\"s\"><v>1</v></c>", "<v>3</v>",
    "<t>4</t>", "<c s=\"2\"><v>-0.5</v></c>", "<is><t>5</t><rPh><t>6</t></rPh></is>", "<sheetData/>",
    "<x:c xmlns:x=\"y\"><v>7</v></x:c>", "<si/>", "<!-- -->", "<?x?>", "<f>A1</f>", "<xf numFmtId=\"14\"/>",
    "<c t=\"d\"><v>2026-13-01</v></c>", "<sheet name=\"x\"/>", "_x00e5_",
  ]

  /// Whatever is read, it is read or refused with advice.
  private func survives(_ bytes: [UInt8]) -> Bool {
    do throws(TableFault) {
      _ = try WorkbookFixture.text(of: bytes)
      return true
    } catch {
      #expect(error.diagnostic.help != nil)
      return false
    }
  }

  @Test func survivesAnyBytes() {
    var random = Dice(state: 1)
    let sources = WorkbookFixture.all.map(WorkbookFixture.workbook)
    for round in 0..<1_000 {
      var bytes = sources[round % sources.count]
      for _ in 0...random.below(6) {
        let place = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(UInt8(random.below(256)), at: place)
        // The directory at the end is the most delicate.
        case 2: bytes[max(0, bytes.count - 1 - random.below(600))] = UInt8(random.below(256))
        default: bytes[place] = UInt8(random.below(256))
        }
      }
      _ = survives(bytes)
    }
  }

  @Test func survivesAnyXML() {
    var random = Dice(state: 2)
    var read = 0
    let rows =
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"2\"><v>46342.5</v></c></row>"
      + "<row><c t=\"inlineStr\"><is><t>x</t></is></c></row>"
    let parts = TestArchive.parts(rows: rows).sorted { $0.key < $1.key }
    for round in 0..<1_000 {
      var changed = parts.map { (name: $0.key, bytes: Array($0.value.utf8)) }
      let part = round % 2 == 0 ? parts.firstIndex { $0.key == "xl/sheet.xml" } ?? 0 : random.below(parts.count)
      for _ in 0...random.below(3) {
        let tags = changed[part].bytes.indices.filter { changed[part].bytes[$0] == UInt8(ascii: "<") }
        if random.below(3) > 0, let last = tags.indices.last {
          let element = Array(Self.elements[random.below(Self.elements.count)].utf8)
          changed[part].bytes.insert(contentsOf: element, at: tags[1 + random.below(last)])
          continue
        }
        let piece = Array(Self.pieces[random.below(Self.pieces.count)].utf8)
        let place = random.below(changed[part].bytes.count)
        let end = min(changed[part].bytes.count, place + (random.below(2) == 0 ? 0 : random.below(12)))
        changed[part].bytes.replaceSubrange(place..<end, with: piece)
      }
      if survives(TestArchive.archive(changed)) { read += 1 }
    }
    #expect((200..<800).contains(read))
  }
}

/// A small deterministic generator (SplitMix64), so that a failure can be repeated.
private struct Dice {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
