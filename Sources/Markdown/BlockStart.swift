/// What ends a table without a blank line: the start of any other block.
enum BlockStart {
  /// First bytes of a line that may be another block's start.
  private static let marks = Set(">#`~<-*_+0123456789".utf8)

  /// `indentation` is that of `line` within its containers, in columns.
  static func opens(_ line: ArraySlice<UInt8>, indentation: Int) -> Bool {
    let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard let first = text.first, indentation < 4 else { return true }
    guard marks.contains(first) else { return false }
    return SyntaxNode.firstBlock(of: Array(text)) != .paragraph
  }
}
