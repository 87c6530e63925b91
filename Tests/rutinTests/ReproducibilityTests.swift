import Foundation
import Testing

@Suite struct ReproducibilityTests {
  /// The content of a site copied file by file in a given order, so that the folder's own order differs.
  private func copy(_ source: String, to target: String, reversed: Bool) throws {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: source).sorted()
    for path in reversed ? paths.reversed() : paths {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: source + "/" + path, isDirectory: &isFolder)
      if isFolder.boolValue { continue }
      let file = URL(fileURLWithPath: target + "/" + path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: source + "/" + path, toPath: file.path)
    }
  }

  @Test func givesTheSameBytesForAnyJobsZoneLocaleAndFolderOrder() throws {
    let folder = try Folder()
    let sample = Rutin.package.appendingPathComponent("content").path
    try copy(sample, to: folder.path("a/content"), reversed: false)
    try copy(sample, to: folder.path("b/content"), reversed: true)
    let first = try Rutin.run(
      "build", "--content", folder.path("a/content"), "--output", folder.path("one"), "--as-of", "2026-11-20", "--jobs",
      "1",
      environment: ["TZ": "Pacific/Kiritimati", "LC_ALL": "C"])
    let second = try Rutin.run(
      "build", "--content", folder.path("b/content"), "--output", folder.path("two"), "--as-of", "2026-11-20", "--jobs",
      "8",
      environment: ["TZ": "America/Anchorage", "LC_ALL": "sv_SE.UTF-8"])
    #expect(first.status == 0 && second.status == 0)
    let diff = Process()
    diff.executableURL = URL(fileURLWithPath: "/usr/bin/diff")
    diff.arguments = ["-r", folder.path("one"), folder.path("two")]
    let pipe = Pipe()
    diff.standardOutput = pipe
    try diff.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    diff.waitUntilExit()
    #expect(diff.terminationStatus == 0, "\(output.prefix(2000))")
    #expect(try contents(of: folder.path("one")).count > 100)
    func report(_ result: Rutin.Result, _ name: String) -> String {
      result.output.split(separator: "\n").dropLast().joined(separator: "\n").replacingOccurrences(
        of: folder.path(name), with: "")
    }
    #expect(report(first, "a") == report(second, "b"))
  }

  /// More documents than are read together, so that threads have something to divide.
  @Test func givesTheSameSearchIndexForAnyJobs() throws {
    let folder = try Folder()
    let ends = ["list", "lås", "telefon", "nyckel", "rond", "kort", "väska"]
    for number in 0..<1200 {
      let words = (0..<40).map { "ord\((number * 7 + $0 * 13) % 900)a arbets\(ends[(number + $0) % 7])en" }
      let text = "---\ntitel: Rutin \(number) om \(ends[number % 7])\(number % 53)\n---\n\n## Text\n\n"
      try folder.write("content/routines/r\(number).md", text + words.joined(separator: " ") + ".\n")
    }
    var indexes: [[String: Data]] = []
    for jobs in ["1", "2", "7"] {
      let result = try Rutin.run(
        "build", "--content", folder.path("content"), "--theme", "intranet", "--output", folder.path("site\(jobs)"),
        "--as-of", "2026-11-20", "--jobs", jobs)
      #expect(result.status == 0)
      indexes.append(try contents(of: folder.path("site\(jobs)/sok")))
    }
    #expect(indexes[0].count > 1200)
    #expect(indexes[0] == indexes[1] && indexes[0] == indexes[2])
  }

  @Test func tellsTheDayInSwedenWhateverTheZone() throws {
    let folder = try Folder()
    try folder.write("content/routines/a.md", "---\ntitel: A\n---\nText.\n")
    var days: Set<String> = []
    for zone in ["Pacific/Kiritimati", "America/Anchorage"] {
      try Rutin.run(
        "build", "--content", folder.path("content"), "--theme", "plain", "--output", folder.path("site"),
        environment: ["TZ": zone])
      let page = try String(contentsOfFile: folder.path("site/om.html"), encoding: .utf8)
      days.insert(page)
    }
    #expect(days.count == 1)
  }
}
