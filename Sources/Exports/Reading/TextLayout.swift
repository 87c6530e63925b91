/// How a text file is laid out: what stands above its rows, and how they are written.
struct TextLayout: Sendable {
  var encoding: TextEncoding
  var separator: UInt8
  /// Where the row after the headings begins in the file, and its line.
  var dataOffset: Int
  var dataLine: Int
  /// How many cells the headings have.
  var width: Int
  /// The first cell with a heading.
  var first: Int
}
