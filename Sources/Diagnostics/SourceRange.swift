/// A place in a source file: lines and columns count from 1, columns in Unicode scalars; the end is exclusive.
public struct SourceRange: Sendable, Hashable {
  /// The path as the editor knows it: relative to the folder that was given on the command line.
  public var file: String
  public var line: Int
  public var column: Int
  public var endLine: Int
  public var endColumn: Int

  public init(file: String, line: Int = 1, column: Int = 1, endLine: Int? = nil, endColumn: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.endLine = endLine ?? line
    self.endColumn = endColumn ?? column
  }
}

extension SourceRange: Comparable {
  /// By file (byte order), then line, then column.
  public static func < (left: SourceRange, right: SourceRange) -> Bool {
    if left.file != right.file { return left.file.utf8.lexicographicallyPrecedes(right.file.utf8) }
    return (left.line, left.column) < (right.line, right.column)
  }
}
