import Exports
import Glibc
import Statistics
import Testing

/// The engine against the referee in `Tests/oracle`, an independent program in another language.
@Suite struct OracleTests {
  /// Makes the data sets and their figures in one process: a folder, an as-of date and a kind of period on each line.
  ///
  /// Every set by months, which alone give all measures; some by half-years, and some as a whole.
  private static let script = """
    import contextlib, io, sys
    from datetime import date
    from pathlib import Path
    sys.path.insert(0, sys.argv[1])
    import measures, random_exports
    for seed in range(int(sys.argv[3]), int(sys.argv[4])):
        folder = Path(sys.argv[2]) / str(seed)
        out = io.StringIO()
        kept, sys.argv = sys.argv, ["random_exports.py", str(seed), str(folder)]
        with contextlib.redirect_stdout(out):
            random_exports.main()
        sys.argv = kept
        as_of = out.getvalue().strip()
        for kind in ["month"] + [[], ["halfyear"], ["all"]][seed % 3]:
            expected = measures.compute(folder, date.fromisoformat(as_of), kind)
            (folder / f"{kind}.txt").write_text(expected, encoding="utf-8")
            print(folder, as_of, kind)
    """

  @Test(arguments: 0..<4)
  func agreesWithTheReferee(_ quarter: Int) throws {
    let oracle = String(#filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined()) + "/oracle"
    let folder = "/tmp/rutin-oracle-\(getpid())-\(quarter)"
    mkdir(folder, 0o700)
    defer { _ = Self.run("rm -rf \(folder)") }
    let seeds = 52
    let lines = Self.run(
      "PYTHONDONTWRITEBYTECODE=1 python3 -c '\(Self.script)' '\(oracle)' \(folder) \(1000 + quarter * seeds) \(1000 + (quarter + 1) * seeds)"
    ).split(separator: "\n")
    #expect(lines.count { $0.hasSuffix(" month") } == seeds && lines.count > seeds * 3 / 2)
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 3, let kind = PeriodKind(rawValue: words[2]) else { continue }
      let readings = try Self.files(words[0]).map { name in
        let bytes = try #require(FileBytes(path: words[0] + "/" + name))
        return try ExportReader(key: Fixture.key).read(ExportFile(name: name, bytes: bytes))
      }
      var rows = Fixture.figures(of: readings, asOf: words[1], periods: [kind]).rows
      if kind != .month {
        rows = rows.filter { $0.measure.hasPrefix("V") || $0.measure.hasPrefix("M1") || $0.measure == "L2" }
      }
      let expected = try #require(FileBytes(path: words[0] + "/\(kind.rawValue).txt"))
      var text = [UInt8](repeating: 0, count: expected.count)
      _ = text.withUnsafeMutableBytes { expected.read(at: 0, into: $0) }
      #expect(rows.csv() == String(decoding: text, as: UTF8.self), "\(line)")
    }
  }

  private static func run(_ command: String) -> String {
    guard let pipe = popen(command, "r") else { return "" }
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    var byte = fgetc(pipe)
    while byte != EOF {
      bytes.append(UInt8(truncatingIfNeeded: byte))
      byte = fgetc(pipe)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func files(_ folder: String) -> [String] {
    run("ls \(folder)").split(separator: "\n").map(String.init).filter { $0.hasSuffix(".csv") }
  }
}
