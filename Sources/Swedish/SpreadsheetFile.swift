/// A file for a Swedish spreadsheet: semicolons, a byte order mark, and no field that it would reckon as a formula.
public enum SpreadsheetFile {
  public static func bytes(_ rows: [[String]]) -> [UInt8] {
    let lines = rows.map { $0.map(field).joined(separator: ";") + "\r\n" }
    return [0xEF, 0xBB, 0xBF] + Array(lines.joined().utf8)
  }

  /// A text that begins as a formula would gets an apostrophe before it.
  public static func field(_ text: String) -> String {
    let isFormula = text.utf8.first.map { [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A].contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    guard safe.utf8.contains(where: { [0x22, 0x3B, 0x0A, 0x0D].contains($0) }) else { return safe }
    return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
