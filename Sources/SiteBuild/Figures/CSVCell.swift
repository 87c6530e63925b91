/// A text as a cell of a comma-separated file, quoted where it must be, that no spreadsheet takes for a formula.
///
/// A number keeps its sign; any other text that begins as a formula does gets an apostrophe first.
func csvCell(_ text: String) -> String {
  var text = text
  if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first), Double(text) == nil {
    text = "'" + text
  }
  guard text.unicodeScalars.contains(where: { ",;\"\n\r".unicodeScalars.contains($0) }) else { return text }
  return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}
