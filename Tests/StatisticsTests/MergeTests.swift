import Exports
import Glibc
import Statistics
import Testing

/// Rows mean the same however they are spread over files, threads and caches.
@Suite struct MergeTests {
  private static func visits(_ count: Int) -> [String] {
    var random: UInt64 = 99
    func next(_ limit: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % limit
    }
    let ways = ["Lås", "NFC", "App", "Efterhand", "Okänd"]
    return (0..<count).map { _ in
      let month = 5 + next(5)
      let day = 1 + next(28)
      let date = "2026-0\(month)-\(day < 10 ? "0" : "")\(day) 0\(next(10)):30"
      let state = next(9) == 0 ? "Bom" : "Utfört"
      return "B-\(next(count / 2));P-\(next(40));E-\(1 + next(3));K-\(next(60));\(date);;\(ways[next(5)]);\(state)"
    }
  }

  private static let heading = "Besöks-ID;Personalnr;Enhets-ID;Brukarnr;Start;Slut;Startregistrering;Status\n"

  private static func rows(_ readings: [FileReading], jobs: Int = 1) -> String {
    let base = Fixture.readings(["enheter.csv": RejectTests.register, "las.csv": RejectTests.locks])
    let figures = Fixture.figures(
      of: base + readings, asOf: "2026-11-01", periods: [.month, .halfYear, .all], jobs: jobs)
    return figures.rows.filter { $0.measure != "D.rows" && $0.measure != "D.rejected" }.csv()
  }

  @Test func splitsAndOrdersDoNotMatter() {
    let visits = Self.visits(4000)
    let whole = Self.rows(Fixture.readings(["besok.csv": Self.heading + visits.joined(separator: "\n")]))
    #expect(whole.contains("V3,total,ALLA,2026-H2"))
    for parts in [2, 3, 7] {
      var files: [String: String] = [:]
      let size = visits.count / parts + 1
      for part in 0..<parts {
        let slice = visits[(part * size)..<min(visits.count, (part + 1) * size)]
        files["besok-\(part).csv"] = Self.heading + slice.joined(separator: "\n")
      }
      let readings = Fixture.readings(files, jobs: 2)
      #expect(Self.rows(readings) == whole)
      #expect(Self.rows(readings.reversed(), jobs: 3) == whole)
    }
  }

  @Test func threadsAndScratchFilesDoNotMatter() throws {
    let text = Self.heading + Self.visits(60_000).joined(separator: "\n")
    let file = ExportFile(name: "besok.csv", bytes: MemoryBytes(Array(text.utf8)))
    let plain = try ExportReader(key: Fixture.key).read(file)
    let whole = Self.rows([plain])
    let scratch = ScratchFile(folder: "/tmp")
    let threaded = try ExportReader(key: IdentityKey(3, 4), jobs: 4, scratch: scratch).read(file)
    #expect((scratch?.count ?? 1) > 0)
    // Another key gives other hashes and the same figures; only locks are tied to the key.
    let base = Fixture.readings(["enheter.csv": RejectTests.register])
    let one = Fixture.figures(of: base + [plain], asOf: "2026-11-01").rows
    let other = Fixture.figures(of: base + [threaded], asOf: "2026-11-01", jobs: 4).rows
    #expect(one == other)
    #expect(!whole.isEmpty)
  }

  @Test func cachedReadingsCountTheSame() throws {
    let files = WorkedExampleTests.files.merging(
      ["besok-2.csv": Self.heading + Self.visits(3000).joined(separator: "\n")]) { $1 }
    let readings = Fixture.readings(files)
    let cached = try readings.compactMap { reading -> FileReading? in
      let bytes = Self.bytes(of: reading)
      #expect(try FileReading(cached: MemoryBytes(bytes), name: reading.name, key: IdentityKey(9, 9)) == nil)
      return try FileReading(cached: MemoryBytes(bytes), name: reading.name, key: Fixture.key)
    }
    #expect(cached.count == readings.count)
    let fresh = Fixture.figures(of: readings, asOf: "2026-11-01")
    let warm = Fixture.figures(of: cached, asOf: "2026-11-01")
    #expect(fresh.rows == warm.rows)
    #expect(fresh.diagnostics == warm.diagnostics)
  }

  @Test func damagedCachesAreRefused() {
    let readings = Fixture.readings(["besok.csv": Self.heading + Self.visits(200).joined(separator: "\n")])
    let bytes = Self.bytes(of: readings[0])
    for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 60)) {
      var damaged = bytes
      damaged[place] ^= 0x10
      for bytes in [damaged, Array(bytes[..<place])] {
        #expect(throws: DamagedCache.self) {
          try FileReading(cached: MemoryBytes(bytes), name: "besok.csv", key: Fixture.key)
        }
      }
    }
  }

  static func bytes(of reading: FileReading) -> [UInt8] {
    let box = Box()
    reading.write(key: Fixture.key) { box.bytes += $0 }
    return box.bytes
  }

  private final class Box {
    var bytes: [UInt8] = []
  }
}
