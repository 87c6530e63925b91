import Testing

@testable import SiteBuild

@Suite struct CSVCellTests {
  @Test(arguments: [
    ("K-1", "K-1"), ("", ""), ("-3", "-3"), ("-0.25", "-0.25"), ("=1+1", "'=1+1"), ("@x", "'@x"), ("-x", "'-x"),
    ("+46 x", "'+46 x"), ("\t=1", "'\t=1"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\r\nb", "\"a\r\nb\""),
    ("=a;b", "\"'=a;b\""),
  ])
  func quotesAndDisarms(text: String, cell: String) { #expect(csvCell(text) == cell) }
}
