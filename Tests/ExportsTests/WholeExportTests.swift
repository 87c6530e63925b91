import Diagnostics
import Exports
import Testing

/// Exports of every kind as LibreOffice, other writers of workbooks and other systems write them, read without settings;
/// `make.py` in `Tests/Fixtures/exports` made them.
@Suite struct WholeExportTests {
  struct Expectation: Sendable, CustomTestStringConvertible {
    var file: String
    var kind: String
    var read: Int
    var rejected: Int
    var reason: String

    var testDescription: String { file }
  }

  static let folder = "\(#filePath)".split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/Fixtures/exports"

  static let all = String(decoding: bytes("expected.txt"), as: UTF8.self).split(separator: "\n").compactMap { line in
    let words = line.split(separator: " ").map(String.init)
    return words.count == 5
      ? Expectation(
        file: words[0], kind: words[1], read: Int(words[2]) ?? 0, rejected: Int(words[3]) ?? 0, reason: words[4]) : nil
  }

  private static func bytes(_ name: String) -> [UInt8] {
    guard let file = FileBytes(path: folder + "/" + name) else { return [] }
    var bytes = [UInt8](repeating: 0, count: file.count)
    _ = bytes.withUnsafeMutableBytes { file.read(at: 0, into: $0) }
    return bytes
  }

  @Test func hasFilesOfEveryKindAndWriter() {
    for kind in ExportKind.allCases where kind != .followUps {
      for writer in ["lo-", "xw-", "op-"] {
        #expect(Self.all.contains { $0.kind == kind.rawValue && $0.file.hasPrefix(writer) }, "\(kind) \(writer)")
      }
    }
  }

  @Test(arguments: all) func readsTheRowsThatWereWritten(_ expected: Expectation) throws {
    let reading = try Text.read(Self.bytes(expected.file), as: expected.file)
    #expect(reading.kind.rawValue == expected.kind)
    #expect(reading.rowCount == expected.read)
    #expect(reading.rows.count == expected.read - expected.rejected)
    let tally = try #require(Admission([reading], asOf: 30_000).tallies.first)
    #expect(tally.rejected.map { "\($0.count) \($0.reason.name)" } == ["\(expected.rejected) \(expected.reason)"])
    // A total that did not fit would be told.
    let told = reading.diagnostics.filter { !($0.code == .doubtfulData && expected.file.contains("hidden")) }
    #expect(told.isEmpty, "\(told.map { $0.report(in: .english) })")
  }

  /// All files of a kind hold the same rows.
  @Test(arguments: ExportKind.allCases) func readsTheSameFromEach(_ kind: ExportKind) throws {
    let files = Self.all.filter { $0.kind == kind.rawValue }
    let contents = try files.map { try Self.content(of: Text.read(Self.bytes($0.file), as: $0.file).rows) }
    for (file, content) in zip(files, contents) { #expect(content == contents[0], "\(file.file)") }
  }

  /// The rows without their places in the file.
  private static func content(of rows: ExportRows) -> [String] {
    func texts<Row>(_ rows: [Row], _ place: WritableKeyPath<Row, UInt64>) -> [String] {
      rows.map { row in
        var row = row
        row[keyPath: place] = 0
        return "\(row)"
      }
    }
    switch rows {
    case .units(let rows): return texts(rows, \.place)
    case .locks(let rows): return texts(rows, \.place)
    case .phones(let rows): return texts(rows, \.place)
    case .lockEvents(let rows): return texts(rows, \.place)
    case .jobs(let rows): return texts(rows, \.place)
    case .followUps(let rows): return texts(rows, \.place)
    case .visits(let segments):
      var texts: [String] = []
      for segment in segments {
        for bucket in 0..<VisitSegment.bucketCount {
          segment.withRecords(in: bucket) { records in
            texts += records.map { record in
              let (client, staff) = (segment.clients[Int(record.client)], segment.staff[Int(record.staff)])
              return
                "\(record.visit) \(staff) \(client) \(record.startAndAttributes) \(segment.units[Int(record.unit)])"
            }
          }
        }
      }
      return texts.sorted()
    }
  }
}
