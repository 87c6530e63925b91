import Compression
import TestSupport
import Testing

@Suite struct CompressionTests {
  static let texts = [
    "", "a", String(repeating: "Borttappad telefon. ", count: 5000),
    (0..<2000).map { "\($0 &* 2_654_435_761)" }.joined(),
  ]

  /// What the reference programs unpack is what was packed; packed again it is the same.
  @Test(arguments: Compression.allCases, texts)
  func isUnpackedByTheReference(encoding: Compression, text: String) throws {
    let packed = encoding.compress(Array(text.utf8))
    let unpacked = try Program.run(encoding == .gzip ? "gzip" : "brotli", ["-dc"], input: packed)
    #expect(unpacked == Array(text.utf8))
    #expect(packed == encoding.compress(Array(text.utf8)))
  }
}
