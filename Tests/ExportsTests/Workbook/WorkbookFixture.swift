import Exports
import Glibc

/// The workbooks of `Tests/Fixtures/workbooks`; `make.py` there made them and says what they hold.
enum WorkbookFixture {
  static let folder =
    "\(#filePath)".split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Fixtures/workbooks"

  /// Without the ending, sorted.
  static let all = names(ending: ".txt")
  static let refused = names(ending: ".xlsx").filter { $0.hasPrefix("refused-") }

  static func workbook(_ name: String) -> [UInt8] { bytes(of: "\(folder)/\(name).xlsx") }

  static func expectation(_ name: String) -> String {
    String(decoding: bytes(of: "\(folder)/\(name).txt"), as: UTF8.self)
  }

  /// All that is read of a workbook, in the form of the expectations.
  static func text(of bytes: [UInt8], skipping skipped: [Bool] = []) throws(TableFault) -> String {
    let workbook = try Workbook(bytes, file: "data/x.xlsx")
    var text = ""
    for table in workbook.sheets {
      text += "## \(table.name)\n"
      guard var sheet = table.source as? WorkbookSheet else { continue }
      sheet.skip(skipped)
      var row = TableRow()
      while try sheet.next(into: &row) {
        if row.count > 0 { text += line(row) }
        row.removeAll()
      }
      text += "hidden rows: \(sheet.hiddenRowCount)\n"
    }
    return text + "hidden sheets: \(workbook.hiddenSheets.joined(separator: ", "))\n"
  }

  private static func line(_ row: TableRow) -> String {
    let cells = (0..<row.count).map { index in
      let text = String(decoding: row[index], as: UTF8.self).unicodeScalars.map { $0 == "\n" ? "\\n" : String($0) }
      return (row.areDates[index] ? "@" : "") + text.joined()
    }
    return "\(row.number)|\(cells.joined(separator: "|"))\n"
  }

  private static func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  private static func names(ending: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasSuffix(ending) { names.append(String(name.dropLast(ending.count))) }
    }
    return names.sorted()
  }
}
