import Foundation
import Testing

/// No cell of a personal column, and no person's id, in any byte that is written (`Tests/oracle/plant_tokens.py`).
@Suite struct TokenTests {
  /// How the tokens begin: texts, as they are and as the search index has words, and numbers.
  private static let tokens = ["Qzj4X", "qzj4x", "907162"]

  /// The forms in which a text may hide: UTF-8, UTF-16, hexadecimal digits, and Base64 at each of its three offsets.
  private static func forms(_ text: String) -> [Data] {
    let bytes = Array(text.utf8)
    let wide: [UInt8] = bytes.flatMap { byte -> [UInt8] in [byte, 0] }
    let digits = bytes.map { String($0, radix: 16) }.joined()
    let packed = (0..<3).map { offset in
      // The first and last characters depend on the neighbours; those between do not.
      let whole = Data([UInt8](repeating: 0, count: offset) + bytes).base64EncodedString()
      let skip = offset == 0 ? 0 : offset + 1
      return Data(whole.dropFirst(skip).prefix((offset + bytes.count) * 8 / 6 - skip).utf8)
    }
    return [Data(bytes), Data(wide), Data(digits.utf8), Data(digits.uppercased().utf8)] + packed
  }

  private static func isIn(_ data: Data, _ texts: [String]) -> Bool {
    texts.contains { text in forms(text).contains { data.range(of: $0) != nil } }
  }

  private func plant(_ folder: Folder, _ kind: String, isBroken: Bool) throws {
    try? FileManager.default.removeItem(atPath: folder.path("content/data"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let program = Rutin.package.appendingPathComponent("Tests/oracle/plant_tokens.py").path
    process.arguments =
      ["python3", "-B", program, folder.path("content/data"), kind] + (isBroken ? ["broken"] : [])
    let result = try Rutin.result(of: process)
    try #require(result.status == 0, "\(result.errors)")
    try folder.write("content/routines/a.md", "---\ntitel: A\nnyckeltal: [V1, P1]\n---\nText.\n")
    let blocks = ["V1", "V3", "P1", "L1", "M1", "D.rejected"].map { measure in
      "```table\nmått: \(measure)\nper: \(measure == "D.rejected" ? "fil" : "enhet")\n```\n"
    }
    try folder.write("content/dashboards/b.md", "---\ntitel: B\n---\n" + blocks.joined(separator: "\n"))
  }

  /// Runs in a folder of its own, and hands over what is said there.
  private func run(_ folder: Folder, _ arguments: [String]) throws -> Rutin.Result {
    let process = Rutin.process(arguments + ["--as-of", "2026-11-01"])
    process.currentDirectoryURL = folder.url
    return try Rutin.result(of: process)
  }

  @Test(arguments: ["csv", "xlsx"]) func writesNoPersonalCellAnywhere(kind: String) throws {
    let folder = try Folder()
    try plant(folder, kind, isBroken: true)
    var said: [String: Data] = [:]
    func listen(_ arguments: [String]) throws {
      let result = try run(folder, arguments)
      said[arguments.joined(separator: " ")] = Data((result.output + result.errors).utf8)
    }
    for format in ["table", "csv", "json"] {
      try listen(["stats", "all", "--format", format])
      try listen(["stats", "all", "--format", format, "--raw", "--period", "all"])
    }
    try listen(["check", "--format", "sarif"])
    // A file that cannot be read stops the site.
    try plant(folder, kind, isBroken: false)
    try FileManager.default.createDirectory(atPath: folder.path("utdata"), withIntermediateDirectories: true)
    try listen([
      "build", "--theme", Rutin.package.appendingPathComponent("themes/intranet").path, "--output", "utdata/site",
    ])
    try listen(["sample", "--month", "2026-09", "--output", "utdata/draget.txt"])
    // What was planted was read: rows that count, each reason, and files that cannot be read.
    let raw = String(decoding: try #require(said["stats all --format csv --raw --period all"]), as: UTF8.self)
    for reason in [
      "bad_columns", "missing_value", "bad_date", "bad_value", "unknown_unit", "unknown_lock", "after_asof",
      "future_date", "end_before_start", "too_long", "unit_not_valid", "duplicate_key",
    ] {
      #expect(raw.contains(":\(reason),,"), "\(reason)")
    }
    #expect(raw.contains("V1.visits,total,ALLA,2026-09/2026-09,\(kind == "csv" ? 61 : 41),"))
    #expect(raw.components(separatedBy: " fel: ").count > 8)

    var written = said
    for (path, data) in try contents(of: folder.path) where !path.hasPrefix("content/") { written[path] = data }
    #expect(written.keys.contains("utdata/site/index.html") && written.keys.contains(".rutin/disclosure-proof.json"))
    #expect(written.keys.filter { $0.hasPrefix(".rutin/exports/") }.count >= 8)
    // The search index is there, figures and all: it names a measure that a block shows.
    let index = written.filter { $0.key.hasPrefix("utdata/site/sok/data/") }
    #expect(index.contains { Self.isIn($0.value, ["statistik/b.html#figur-1"]) })
    let sample = written.removeValue(forKey: "utdata/draget.txt")
    let drawn = String(decoding: try #require(sample), as: UTF8.self)
    for (place, data) in written { #expect(!Self.isIn(data, Self.tokens), "\(place)") }
    // The search does find what is there.
    #expect(written.contains { $0.key.hasPrefix(".rutin/exports/") && Self.isIn($0.value, ["Norra"]) })
    // The sample names clients, by their ids alone.
    let ids = drawn.split { $0 == " " || $0 == "\n" }.filter { $0.hasPrefix("Qzj4X") || $0.hasPrefix("907162") }
    #expect(ids.count == 3 && ids.allSatisfy { $0.hasPrefix("Qzj4XBr") || $0.hasPrefix("907162") })
  }

  @Test(arguments: ["a", "aQzj4Xb", "=?Qzj4XBr00001?="]) func findsATokenInEveryForm(around: String) {
    let bytes = Array(around.utf8)
    let isThere = around.contains("Qzj4X")
    let forms = [
      Data(bytes), Data(bytes.flatMap { byte -> [UInt8] in [byte, 0] }),
      Data(bytes.map { String($0, radix: 16) }.joined().utf8),
      Data(bytes).base64EncodedData(), (Data([1]) + bytes).base64EncodedData(),
      (Data([1, 2]) + bytes).base64EncodedData(),
    ]
    for form in forms { #expect(Self.isIn(form, Self.tokens) == isThere) }
  }
}
