import Swedish
import Testing

@Suite struct SpreadsheetFileTests {
  @Test(arguments: [
    ("K-1", "K-1"), ("", ""), ("-3", "-3"), ("-0.25", "-0.25"), ("=1+1", "'=1+1"), ("@x", "'@x"), ("-x", "'-x"),
    ("+46 x", "'+46 x"), ("-1-1", "'-1-1"), ("-", "'-"), ("\t=1", "'\t=1"), (" =1", "' =1"), ("\u{A0}@x", "'\u{A0}@x"),
    ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\r\nb", "\"a\r\nb\""), ("=a;b", "\"'=a;b\""),
  ])
  func quotesAndDisarms(text: String, field: String) {
    #expect(SpreadsheetFile.field(text, separator: ",") == field)
  }

  @Test func isForASwedishSpreadsheet() {
    let bytes = SpreadsheetFile.bytes([["Mått", "Värde"], ["a;b", "-0,25"]])
    #expect(bytes == [0xEF, 0xBB, 0xBF] + Array("Mått;Värde\r\n\"a;b\";-0,25\r\n".utf8))
  }
}
