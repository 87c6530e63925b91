import Foundation
import Testing

@Suite struct KilledBuildTests {
  private func writeContent(_ folder: Folder, _ name: String, word: String) throws {
    for number in 0..<300 {
      try folder.write(
        "\(name)/routines/rutin-\(number).md",
        "---\ntitel: Rutin \(number) \(word)\n---\n## Syfte\n\n" + String(repeating: "Text om \(word). ", count: 120)
          + "\n")
    }
  }

  @Test func leavesTheOldOrTheNewSiteWholeWheneverItIsKilled() throws {
    let folder = try Folder()
    try writeContent(folder, "old", word: "gammalt")
    try writeContent(folder, "new", word: "nytt")
    func arguments(_ content: String, _ output: String) -> [String] {
      ["build", "--content", folder.path(content), "--output", folder.path(output), "--as-of", "2026-11-20", "--quiet"]
    }
    func start(_ content: String, _ output: String) throws -> Process {
      let process = Rutin.process(arguments(content, output))
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }
    func build(_ content: String, _ output: String) throws {
      let process = try start(content, output)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    /// Whether a build is writing: its folder beside the site has files.
    func isWriting() throws -> Bool {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).contains { name in
        name.hasPrefix(".site")
          && ((try? FileManager.default.contentsOfDirectory(atPath: folder.path(name)))?.isEmpty == false)
      }
    }
    try build("old", "reference-old")
    let began = Date()
    try build("new", "reference-new")
    let whole = Date().timeIntervalSince(began)
    let expected = [try contents(of: folder.path("reference-old")), try contents(of: folder.path("reference-new"))]
    #expect(expected[0] != expected[1])
    try build("old", "site")
    var seen = [0, 0]
    for round in 0..<50 {
      let process = try start(round % 2 == 0 ? "new" : "old", "site")
      // Half of the moments are anywhere in the build, the other half while it writes and exchanges.
      if round % 4 < 2 {
        usleep(UInt32(Double.random(in: 0...whole) * 1_000_000))
      } else {
        while process.isRunning, try !isWriting() { usleep(500) }
        usleep(UInt32.random(in: 0...120_000))
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let found = try contents(of: folder.path("site"))
      let match = try #require(expected.firstIndex { $0 == found }, "round \(round): neither the old nor the new site")
      seen[match] += 1
      // Now and then one is let through, so that both sites are there to be killed over.
      if round % 10 == 9 { try build(match == 0 ? "new" : "old", "site") }
    }
    #expect(seen[0] > 0 && seen[1] > 0, "\(seen)")
    try build("new", "site")
    #expect(try contents(of: folder.path("site")) == expected[1])
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasPrefix(".site") && !$0.hasSuffix("lock")
    }
    #expect(left.isEmpty, "left behind: \(left)")
  }
}
