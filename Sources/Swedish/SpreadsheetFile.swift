/// A file for a Swedish spreadsheet: semicolons, a byte order mark, and no field that it would reckon as a formula.
public enum SpreadsheetFile {
  public static func bytes(_ rows: [[String]]) -> [UInt8] {
    let lines = rows.map { row in row.map { field($0) }.joined(separator: ";") + "\r\n" }
    return [0xEF, 0xBB, 0xBF] + Array(lines.joined().utf8)
  }

  /// A text as one field, quoted where it must be.
  ///
  /// A number keeps its sign; any other text that begins as a formula would, spaces aside, gets an apostrophe first.
  /// A spreadsheet may split at semicolons whatever the separator is, so they are always quoted.
  public static func field(_ text: String, separator: Character = ";") -> String {
    let safe = isFormula(text) ? "'" + text : text
    guard safe.unicodeScalars.contains(where: { "\";\n\r".unicodeScalars.contains($0) }) || safe.contains(separator)
    else { return safe }
    return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  private static func isFormula(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first else { return false }
    if "\t\r\n".unicodeScalars.contains(first) { return true }
    guard let sign = scalars.first(where: { !$0.properties.isWhitespace }), "=+-@".unicodeScalars.contains(sign)
    else { return false }
    return !isSigned(text.utf8)
  }

  /// `-4`, `+0,25`.
  private static func isSigned(_ text: String.UTF8View) -> Bool {
    guard let sign = text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") else { return false }
    let parts = text.dropFirst().split(omittingEmptySubsequences: false) { ",.".utf8.contains($0) }
    return parts.count <= 2
      && parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
