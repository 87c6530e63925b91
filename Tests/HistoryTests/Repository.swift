import Foundation

/// A git repository of one test, with a clock of its own.
final class Repository {
  let url: URL
  private var commits = 0

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("rutin-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    try git("init", "-q", "-b", "main")
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var content: String { url.appendingPathComponent("content").path }

  func write(_ path: String, _ text: String) throws {
    let file = url.appendingPathComponent("content").appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: false, encoding: .utf8)
  }

  func commit(_ time: String = "2026-01-01T12:00:00Z") throws {
    try git("add", "-A")
    try git("commit", "-q", "--allow-empty", "-m", "Change", time: time)
  }

  func git(_ arguments: String..., time: String = "2026-01-01T12:00:00Z") throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/git")
    process.arguments = ["-C", url.path, "-c", "user.name=Ekvik", "-c", "user.email=ekvik@example.invalid"] + arguments
    process.environment = [
      "GIT_AUTHOR_DATE": time, "GIT_COMMITTER_DATE": time, "GIT_CONFIG_NOSYSTEM": "1", "HOME": "/",
    ]
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw Failure(arguments: arguments) }
  }

  struct Failure: Error { var arguments: [String] }
}
